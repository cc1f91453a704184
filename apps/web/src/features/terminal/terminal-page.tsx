import { useParams } from '@tanstack/react-router';
import { Folded } from '../../parts/folded.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList, Page as PageFrame } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { TrainingLink } from '../../parts/training-terminal.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useMaintenance, useModelName, useTerminal, type Terminal } from './queries.ts';
import { Standing } from './standing.tsx';
import { TerminalFace } from './terminal-face.tsx';
import { terminalTones } from './tones.ts';
import { words } from './words.ts';
import './terminal.css';

/** One machine: how it stands, what to do next, what it is. */
export function Page() {
  const say = useSay(words);
  const { id = '' }: Record<string, string | undefined> = useParams({ strict: false });
  return (
    <PageFrame
      title={say('detail.device')}
      back={{ to: '/m/terminals', label: say('terminals.title') }}
    >
      <Loaded query={useTerminal(id)} lines={10}>
        {(terminal) => (
          <>
            <Head terminal={terminal} />
            <Standing terminal={terminal} />
            {isTrained(terminal) && (
              <div>
                <TrainingLink serial={terminal.serial} />
              </div>
            )}
            <div>
              <Facts terminal={terminal} />
              <Maintained terminal={terminal} />
            </div>
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}

/** While its code is open the way stands beside the code, which it takes along. */
function isTrained({ status }: Terminal): boolean {
  return status === 'activated' || status === 'self_tested' || status === 'in_service';
}

type Parts = { readonly terminal: Terminal };

function Head({ terminal: { status, modelId, serial, terminalNo } }: Parts) {
  const say = useSay(words);
  const word = useWord();
  const modelName = useModelName();
  const tone = terminalTones[status];
  return (
    <div className="terminal-head">
      <TerminalFace tone={tone} />
      <div className="terminal-head-text">
        <span className="terminal-name">{modelName(modelId) ?? serial}</span>
        <span className="quiet">
          {terminalNo ? say('terminals.number', { number: terminalNo }) : serial}
        </span>
        <StatusTag tone={tone}>{word(`terminal.${status}`)}</StatusTag>
      </div>
    </div>
  );
}

function Facts({ terminal }: Parts) {
  const say = useSay(words);
  const { serial, terminalNo, merchantNo, activatedAt, inServiceAt } = terminal;
  const { lastSignInAt, selfTest, binding, tmkKcv } = terminal;
  return (
    <Folded title={say('detail.device')} note={serial}>
      <FieldList
        fields={[
          ...text(say('detail.serial'), serial),
          ...text(say('detail.terminalNo'), terminalNo),
          ...text(say('detail.merchantNo'), merchantNo),
          ...moment(say('detail.activatedAt'), activatedAt),
          ...moment(say('test.passedAt'), inServiceAt && selfTest?.at),
          ...moment(say('detail.inServiceAt'), inServiceAt),
          ...moment(say('detail.signIn'), lastSignInAt),
          ...text(say('detail.address'), binding?.address),
          ...text(say('detail.kcv'), tmkKcv),
        ]}
      />
      {binding && <p className="quiet small">{say('detail.address.hint')}</p>}
    </Folded>
  );
}

function moment(label: string, at: Date | undefined) {
  return at ? [{ label, value: <When at={at} /> }] : [];
}

function text(label: string, value: string | undefined) {
  return value ? [{ label, value }] : [];
}

function Maintained({ terminal }: Parts) {
  const say = useSay(words);
  const word = useWord();
  const maintenance = useMaintenance(terminal)?.maintenance ?? [];
  if (maintenance.length === 0) return null;
  return (
    <Folded title={say('detail.care')} note={maintenance.length}>
      <ul className="maintained">
        {maintenance.map(({ id: key, kind, note, by, at }) => (
          <li key={key}>
            <When at={at} />
            <span>
              {word(`fleet.maintenance.${kind}`)} · {note} <span className="quiet">{by}</span>
            </span>
          </li>
        ))}
      </ul>
    </Folded>
  );
}
