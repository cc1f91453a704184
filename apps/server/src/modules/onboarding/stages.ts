import { addDays, dayOf, shanghai } from '@kaitong/values';
import { calendar } from '#catalogue';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { cancelDeadline, openDeadline, setDeadline } from '#platform/deadlines';
import { DRAFT_DAYS, REPAIR_DAYS, stageDue, type Stage } from './model.ts';

const KINDS = ['draft', 'claim', 'review', 'secondReview', 'repair'] as const;
type Kind = (typeof KINDS)[number];
const PATIENCE: Record<'draft' | 'repair', number> = { draft: DRAFT_DAYS, repair: REPAIR_DAYS };

/** Starts the clock of a stage of review, in working days. */
export async function startStage(
  tx: Tx,
  { now }: Ask,
  { id, stage }: { id: string; stage: Stage },
): Promise<Date> {
  const dueAt = stageDue(await calendar(tx), now, stage);
  await setDeadline(tx, { kind: `onboarding.${stage}`, subject: id, dueAt });
  return dueAt;
}

/** Gives the merchant plain days: to the end of business of the last one. */
export async function startPatience(
  tx: Tx,
  { now }: Ask,
  { id, kind }: { id: string; kind: 'draft' | 'repair' },
): Promise<Date> {
  const dueAt = shanghai(addDays(dayOf(now), PATIENCE[kind]), '17:30');
  await setDeadline(tx, { kind: `onboarding.${kind}`, subject: id, dueAt });
  return dueAt;
}

export async function stopClocks(
  tx: Tx,
  { now }: Ask,
  { id, kinds = KINDS }: { id: string; kinds?: readonly Kind[] },
): Promise<void> {
  for (const kind of kinds)
    await cancelDeadline(tx, { kind: `onboarding.${kind}`, subject: id, now });
}

export async function reviewDue(tx: Tx, id: string): Promise<Date | undefined> {
  return openDeadline(tx, 'onboarding.review', id);
}
