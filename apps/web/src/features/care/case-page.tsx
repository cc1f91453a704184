import { Link, useParams } from '@tanstack/react-router';
import { useMe } from '../../house.ts';
import { Folded } from '../../parts/folded.tsx';
import { useCaseWords } from '../../parts/journey-case.ts';
import { JourneyLine } from '../../parts/journey-line.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList, Page as PageFrame } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { stationsOf } from './case-line.ts';
import { Materials } from './materials.tsx';
import { useCase, type Case } from './queries.ts';
import { Standing } from './standing.tsx';
import { caseTones } from './tones.ts';
import { Trail } from './trail.tsx';
import { words } from './words.ts';
import './care.css';

/** A machine that stopped: one question at a time, then who does what by when. */
export function Page() {
  const say = useSay(words);
  const { id = '' }: Record<string, string | undefined> = useParams({ strict: false });
  return (
    <PageFrame title={say('case.title')} back={{ to: '/m/help', label: say('help.title') }}>
      <Loaded query={useCase(id)} lines={10}>
        {(one) => <Detail one={one} />}
      </Loaded>
    </PageFrame>
  );
}

type Parts = { readonly one: Case };

function Detail({ one }: Parts) {
  const say = useSay(words);
  return (
    <>
      <Standing one={one} />
      <Line one={one} />
      <Materials one={one} />
      <div>
        {one.diagnosis.trail.length > 0 && (
          <Folded title={say('case.trail')} note={one.diagnosis.trail.length}>
            <Trail trail={one.diagnosis.trail} />
          </Folded>
        )}
        <Folded title={say('facts.title')}>
          <Facts one={one} />
        </Folded>
      </div>
    </>
  );
}

function Line({ one }: Parts) {
  const say = useSay(words);
  const role = useMe()?.role;
  const { whoIs } = useCaseWords(role);
  const { next, dueAt, reportedAt, restoredAt, closedAt } = one;
  const times = { report: reportedAt, restored: restoredAt, followUp: closedAt };
  return (
    <JourneyLine
      label={say('line.label')}
      stations={stationsOf(one).map(({ key, state }) => {
        const at = key in times ? times[key as keyof typeof times] : undefined;
        const isNow = state !== 'done' && state !== 'next';
        return {
          key,
          state,
          label: say(`line.${key}`),
          ...(at ? { at } : {}),
          ...(isNow && next !== 'nobody' ? { who: whoIs(next) } : {}),
          ...(isNow && dueAt ? { dueAt } : {}),
        };
      })}
    />
  );
}

function Facts({ one }: Parts) {
  const say = useSay(words);
  const word = useWord();
  const { id, status, reason, description, reportedAt, terminalId } = one;
  return (
    <FieldList
      fields={[
        {
          label: say('line.label'),
          value: <StatusTag tone={caseTones[status]}>{word(`case.${status}`)}</StatusTag>,
        },
        { label: say('facts.reason'), value: word(`case.reason.${reason}`) },
        { label: say('facts.description'), value: description },
        { label: say('facts.reportedAt'), value: <When at={reportedAt} /> },
        {
          label: say('facts.terminal'),
          value: <Link to={`/m/terminals/${terminalId}`}>{say('facts.terminal.see')}</Link>,
        },
        { label: say('facts.number'), value: <span className="small">{id}</span> },
      ]}
    />
  );
}
