/** The training: short parts to read, then five questions. */
import { Button } from 'antd';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Callout } from '../../parts/callout.tsx';
import { Folded } from '../../parts/folded.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Bar } from '../../parts/meter.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { EmptyState, Page as PageFrame } from '../../parts/page.tsx';
import { ToneShape } from '../../parts/status-tag.tsx';
import { useSay } from '../../words/say.ts';
import { Quiz } from './quiz.tsx';
import { useRead, useTraining, type Training } from './queries.ts';
import { words } from './words.ts';
import './training.css';

export function Page() {
  const say = useSay(words);
  const training = useTraining();
  const isEarly = training.error?.code === 'training.noMerchant';
  return (
    <PageFrame
      title={say('training.title')}
      lead={say('training.lead')}
      back={{ to: '/m/progress', label: say('training.back') }}
    >
      {isEarly ? (
        <EmptyState title={say('training.early')} text={say('training.early.text')} />
      ) : (
        <Loaded query={training} lines={8}>
          {(known) => <Parts training={known} />}
        </Loaded>
      )}
    </PageFrame>
  );
}

function Parts({ training }: { training: Training }) {
  const say = useSay(words);
  const { modules, can, status } = training;
  const read = modules.filter(({ readAt }) => readAt).length;
  const open = modules.find(({ readAt }) => !readAt);
  const isPassed = status === 'passed' || status === 'waived';
  return (
    <>
      {isPassed && (
        <Callout tone="done" title={say(`training.${status}`)} isLive>
          <ButtonLink to="/m/terminals">{say('training.next')}</ButtonLink>
        </Callout>
      )}
      <Bar
        label={say('training.read')}
        text={say('check.progress', { done: read, total: modules.length })}
        percent={Math.floor((read * 100) / Math.max(1, modules.length))}
      />
      <div>
        {modules.map((part) => (
          <Part key={part.id} part={part} isOpen={part === open} canRead={can.includes('read')} />
        ))}
      </div>
      {can.includes('quiz') && <Quiz attempts={training.attempts} />}
    </>
  );
}

type PartParts = {
  readonly part: Training['modules'][number];
  readonly isOpen: boolean;
  readonly canRead: boolean;
};

function Part({ part, isOpen, canRead }: PartParts) {
  const say = useSay(words);
  const read = useRead();
  const { id, title, lines, minutes, readAt } = part;
  const name = (
    <span className="part-title">
      <ToneShape tone={readAt ? 'done' : 'quiet'} />
      {title}
      <span className="unseen">{say(readAt ? 'check.done' : 'check.open')}</span>
    </span>
  );
  return (
    // What was just read folds away and the next one opens.
    <Folded
      key={isOpen ? 'open' : 'closed'}
      title={name}
      note={say('part.minutes', { count: minutes })}
      isOpen={isOpen}
    >
      <ul className="part-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ErrorNotice problem={read.problem} />
      {!readAt && canRead && (
        <Button
          block
          type={isOpen ? 'primary' : 'default'}
          loading={read.isBusy}
          onClick={() => read.run({ params: { module: id } })}
        >
          {say('part.done')}
        </Button>
      )}
    </Folded>
  );
}
