/**
 * The one idea to remember the house by: a thin line with stations. What is done is filled, the
 * present one breathes, the next shows who must act and by when. It lies down where there is room.
 */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSay } from '../words/say.ts';
import { nearText } from './when-text.ts';
import { useHearing, When } from './when.tsx';
import './journey-line.css';

export type StationState = 'done' | 'current' | 'next' | 'waiting' | 'problem';

export type Station = {
  readonly key: string;
  readonly label: string;
  readonly state: StationState;
  /** When it was done or began. */
  readonly at?: Date;
  /** Who must act, in words: 'you', 'the reviewer'. */
  readonly who?: string;
  readonly dueAt?: Date;
  /** A short remark where there is no who and when: '3 minutes'. */
  readonly note?: string;
  readonly href?: string;
};

type Journey = {
  readonly stations: readonly Station[];
  readonly label?: string;
  /** A line that nobody travels yet: it has no states to tell. */
  readonly isPlan?: boolean;
};

export function JourneyLine({ stations, label, isPlan = false }: Journey) {
  const say = useSay();
  return (
    <div className="journey">
      <ol className="journey-line" aria-label={label ?? say('journey.label')}>
        {stations.map((station) => (
          <StationItem key={station.key} station={station} isPlan={isPlan} />
        ))}
      </ol>
    </div>
  );
}

function StationItem({ station, isPlan }: { station: Station; isPlan: boolean }) {
  const say = useSay();
  const { state, label, href, note } = station;
  return (
    <li
      className="station"
      data-state={state}
      {...(isNow(state) && !isPlan ? { 'aria-current': 'step' } : {})}
    >
      <StationMark state={state} />
      <div className="station-text">
        <span className="station-label">{href ? <Link to={href}>{label}</Link> : label}</span>
        {!isPlan && <span className="unseen">{say(`journey.state.${state}`)}</span>}
        <Remark station={station} />
        {note && <span className="station-note">{note}</span>}
      </div>
    </li>
  );
}

function Remark({ station: { at, who, dueAt, state } }: { station: Station }) {
  const hearing = useHearing();
  const { say } = hearing;
  if (state === 'done') return at ? <When at={at} near /> : null;
  return (
    <>
      {who && <span className="station-who">{say('journey.who', { who })}</span>}
      {dueAt && (
        <time className="station-due figures" dateTime={dueAt.toISOString()}>
          {say('journey.due', { when: nearText(dueAt, hearing) })}
        </time>
      )}
    </>
  );
}

const marks: Readonly<Record<StationState, ReactNode>> = {
  done: <path d="m5.5 10.2 3 3 6-6.6" />,
  current: <circle className="station-heart" cx="10" cy="10" r="4" />,
  next: null,
  waiting: <path d="M10 6v4.4l2.8 1.8" />,
  problem: <path d="M10 5.5v5.5m0 2.6v.6" />,
};

function StationMark({ state }: { state: StationState }) {
  return (
    <svg className="station-mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <circle className="station-ring" cx="10" cy="10" r="8.5" />
      {marks[state]}
    </svg>
  );
}

/** The station where the case stands; the others are behind it or ahead. */
function isNow(state: StationState): boolean {
  return state === 'current' || state === 'waiting' || state === 'problem';
}
