/** The live flow chart of a case: drawn from the state chart that the server obeys. */
import { Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useSay } from '../words/say.ts';
import { stageOf, stageTones, type Flow } from './flow.ts';
import { Skeleton } from './skeleton.tsx';
import { ToneShape } from './status-tag.tsx';
import './flow-chart.css';

// The drawing needs a library; the words do not wait for it.
const FlowDrawing = lazy(() => import('./flow-drawing.tsx'));

const views = ['chart', 'list'] as const;

export function FlowChart({ flow }: { flow: Flow }) {
  const say = useSay();
  const [view, setView] = useState<(typeof views)[number]>('chart');
  return (
    <div
      className="flow"
      role="group"
      aria-label={say('house.named', { name: say('flow.label'), text: flow.chart })}
    >
      <Segmented
        aria-label={say('flow.label')}
        value={view}
        onChange={setView}
        options={[
          { value: 'chart', label: say('flow.asChart') },
          { value: 'list', label: say('flow.asList') },
        ]}
      />
      {view === 'list' ? (
        <FlowList flow={flow} />
      ) : (
        <Suspense fallback={<Skeleton lines={6} />}>
          <FlowDrawing flow={flow} />
        </Suspense>
      )}
    </div>
  );
}

/** The same chart in words: each place, whether the case was there, and what leads on. */
function FlowList({ flow }: { flow: Flow }) {
  const say = useSay();
  const label = (id: string) => flow.nodes.find((node) => node.id === id)?.label ?? id;
  return (
    <ol className="flow-list">
      {flow.nodes.map((node) => {
        const stage = stageOf(node.id, flow);
        return (
          <li
            key={node.id}
            data-stage={stage}
            {...(stage === 'current' ? { 'aria-current': 'step' } : {})}
          >
            <ToneShape tone={stageTones[stage]} />
            <span className="flow-list-label">{node.label}</span>
            <span className="quiet">{say(`flow.${stage}`)}</span>
            <ul>
              {flow.edges
                .filter((edge) => edge.from === node.id)
                .map(({ event, to, label: words }) => (
                  <li key={`${event} ${to}`} className="quiet">
                    {say('flow.leads', { event: words ?? event, to: label(to) })}
                  </li>
                ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
