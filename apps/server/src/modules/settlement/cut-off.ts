import { dayOf, type Day } from '@kaitong/values';
import { calendar } from '#catalogue';
import type { Ask } from '#platform/ask';
import { transact, type Tx } from '#platform/db';
import { openDeadline, setDeadline } from '#platform/deadlines';
import type { Services } from '#platform/services';
import { nextCutOff, scheduleAfter } from './model.ts';

const HOUSE = 'house';

/** Sees to it that a cut-off is coming; called at every start. */
export async function beginDays({ db, clock }: Services): Promise<void> {
  await transact(db, async (tx) => {
    if (await openDeadline(tx, 'settlement.cutOff', HOUSE)) return;
    const now = clock.now();
    const dueAt = nextCutOff(now, dayOf(now));
    await setDeadline(tx, { kind: 'settlement.cutOff', subject: HOUSE, dueAt });
  });
}

/** The business day is over: says when it is cleared, stated and paid, and when the next one ends. */
export async function cutOff({ log }: Services, tx: Tx, ask: Ask): Promise<void> {
  const closed: Day = dayOf(ask.now);
  const { clearing, statements, cutOff: next, payout } = scheduleAfter(closed, await calendar(tx));
  await setDeadline(tx, { kind: 'settlement.clearing', subject: closed, dueAt: clearing });
  await setDeadline(tx, { kind: 'settlement.statements', subject: closed, dueAt: statements });
  await setDeadline(tx, { kind: 'settlement.cutOff', subject: HOUSE, dueAt: next });
  if (payout) {
    const { day: subject, at: dueAt } = payout;
    await setDeadline(tx, { kind: 'settlement.payout', subject, dueAt });
  } else {
    // Nothing is lost: a payout takes the whole balance, so the first one after pays for this day too.
    log.error({ day: closed }, 'no payout: the calendar of working days ends; load the next year');
  }
}
