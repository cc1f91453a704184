/** The one thing to do now, or who is waited for and until when. */
import { ButtonLink } from '../../parts/button-link.tsx';
import { useMe } from '../../house.ts';
import { useCaseWords, type Journey } from '../../parts/journey-case.ts';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DueChip, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { isOurMove, pathOfStop, presentStop, type Stop } from './next-step.ts';
import { words } from './words.ts';

export function NextThing({ journey }: { journey: Journey }) {
  const stop = presentStop(journey);
  if (!stop) return <AllDone />;
  return isOurMove(stop) ? (
    <OurMove stop={stop} journey={journey} />
  ) : (
    <TheirMove stop={stop} journey={journey} />
  );
}

type MoveParts = { readonly stop: Stop; readonly journey: Journey };

function OurMove({ stop, journey }: MoveParts) {
  const say = useSay(words);
  const isTrouble = stop.state === 'problem';
  const what = taskOf(stop);
  return (
    <section className="next-thing" data-tone={isTrouble ? 'harm' : 'todo'}>
      <div className="next-thing-head">
        <StatusTag tone={isTrouble ? 'harm' : 'todo'}>{say('next.yours')}</StatusTag>
        {stop.dueAt && <DueChip at={stop.dueAt} />}
      </div>
      <h2>{say(`do.${what}`)}</h2>
      <p>{say(`do.${what}.text`)}</p>
      {stop.dueAt && (
        <p className="quiet">
          {say('next.by')} <When at={stop.dueAt} near />
        </p>
      )}
      <ButtonLink to={pathOfStop(stop, journey.applicationId)}>
        {say(`do.${what}.button`)}
      </ButtonLink>
    </section>
  );
}

function TheirMove({ stop, journey }: MoveParts) {
  const say = useSay(words);
  const word = useWord();
  const { whoIs } = useCaseWords(useMe()?.role);
  const who = whoIs(stop.who ?? 'system');
  return (
    <section className="next-thing" data-tone={stop.state === 'problem' ? 'harm' : 'waiting'}>
      <div className="next-thing-head">
        <StatusTag tone={stop.state === 'problem' ? 'harm' : 'waiting'}>
          {say('next.theirs', { who })}
        </StatusTag>
        {stop.dueAt && <DueChip at={stop.dueAt} />}
      </div>
      <h2>
        {stop.chart && stop.status
          ? word(`${stop.chart}.${stop.status}`)
          : word(`journey.station.${stop.key}`)}
      </h2>
      <p>{say(troubleOf(stop) ?? `wait.${stop.key}`)}</p>
      {stop.dueAt && (
        <p className="quiet">
          {say('next.latest')} <When at={stop.dueAt} near />
        </p>
      )}
      <ButtonLink isQuiet to={pathOfStop(stop, journey.applicationId)}>
        {say('next.look')}
      </ButtonLink>
    </section>
  );
}

/** What is to be done at a station, where its state makes a difference. */
function taskOf({ key, status }: Stop) {
  if (status === 'revision_required') return 'repair';
  if (status === 'canceled' || status === 'expired') return 'advise';
  return key;
}

const troubles = [
  'declined',
  'canceled',
  'lapsed',
  'terminated',
  'undeliverable',
  'failed',
  'merchant_absent',
] as const;

function troubleOf({ state, status }: Stop) {
  const known = troubles.find((each) => each === status);
  return state === 'problem' && known ? (`trouble.${known}` as const) : undefined;
}

function AllDone() {
  const say = useSay(words);
  return (
    <section className="next-thing" data-tone="done">
      <div className="next-thing-head">
        <StatusTag tone="done" />
      </div>
      <h2>{say('done.title')}</h2>
      <p>{say('done.text')}</p>
      <ButtonLink to="/m/takings">{say('done.button')}</ButtonLink>
    </section>
  );
}
