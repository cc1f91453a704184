/** Moments, days and terms in business time, Asia/Shanghai, whatever zone the phone is in. */
import type { Day } from '@kaitong/values';
import { useNow } from '../clock.ts';
import { useLang } from '../words/language.ts';
import { useSay } from '../words/say.ts';
import { StatusTag, type Tone } from './status-tag.tsx';
import { dayText, leftText, momentText, nearText, type Hearing } from './when-text.ts';

/** A moment: in full, or `near` it ('today 17:30'). */
export function When({ at, near = false }: { at: Date; near?: boolean }) {
  const hearing = useHearing();
  return (
    <time className="figures" dateTime={at.toISOString()} title={momentText(at, hearing)}>
      {near ? nearText(at, hearing) : momentText(at, hearing)}
    </time>
  );
}

/** A business day, `2026-11-23` on the wire. */
export function DayText({ on }: { on: Day }) {
  return (
    <time className="figures" dateTime={on}>
      {dayText(on, useHearing())}
    </time>
  );
}

const SOON_MS = 4 * 60 * 60 * 1000;

type Due = {
  readonly at: Date;
  /** Working days need the decree of the year, so the server counts them. */
  readonly workingDays?: number;
  /** The clock is paused: what is due stays, nobody is late. */
  readonly isPaused?: boolean;
};

/** What is left of a term: quiet, amber when it is soon, vermilion when it is late. */
export function DueChip({ at, workingDays, isPaused = false }: Due) {
  const hearing = useHearing();
  const { say, now } = hearing;
  const counted = workingDays !== undefined && workingDays > 0 && at > now;
  return (
    <StatusTag tone={isPaused ? 'quiet' : toneOf(at, now)} title={momentText(at, hearing)}>
      {counted ? say('when.left.workingDays', { count: workingDays }) : leftText(at, hearing)}
    </StatusTag>
  );
}

export function useHearing(): Hearing {
  return { lang: useLang(), say: useSay(), now: useNow() };
}

function toneOf(at: Date, now: Date): Tone {
  if (at <= now) return 'harm';
  return at.getTime() - now.getTime() < SOON_MS ? 'waiting' : 'quiet';
}
