/** Small lessons that tick themselves off by what really happened. */
import { assertNever } from '@kaitong/values';
import type { Deed } from './deeds.ts';
import type { Outcome } from './told.ts';

export const lessons = [
  'logIn',
  'signIn',
  'sell',
  'decline',
  'void',
  'refund',
  'reversal',
  'hold',
  'settle',
] as const;
export type Lesson = (typeof lessons)[number];

export type Happened = {
  readonly deed: Deed;
  readonly outcome: Outcome;
  /** Reversals that waited before and after. */
  readonly waited: number;
  readonly waits: number;
};

/** The lessons that this took one further; those known before stay. */
export function learned(before: readonly Lesson[], happened: Happened): readonly Lesson[] {
  return lessons.filter((lesson) => before.includes(lesson) || isLearned(lesson, happened));
}

function isLearned(lesson: Lesson, { deed, outcome, waited, waits }: Happened): boolean {
  const isYes = outcome.kind === 'approved' || outcome.kind === 'done';
  switch (lesson) {
    case 'logIn':
      return (deed === 'logIn' || deed === 'changePassword') && isYes;
    case 'signIn':
      return deed === 'signIn' && isYes;
    case 'sell':
      return (deed === 'sale' || deed === 'qrSale' || deed === 'checkQr') && isYes;
    case 'decline':
      return outcome.kind === 'declined' && outcome.code === '51';
    case 'void':
      return deed === 'void' && isYes;
    case 'refund':
      return deed === 'refund' && isYes;
    case 'reversal':
      return waited > 0 && waits === 0;
    case 'hold':
      return deed === 'completion' && isYes;
    case 'settle':
      return deed === 'settle' && outcome.kind === 'equal';
    default:
      return assertNever(lesson);
  }
}
