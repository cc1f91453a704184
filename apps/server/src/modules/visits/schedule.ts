import { dayOf, nextWorkingDay, shanghai, timeOf, type Day } from '@kaitong/values';
import { calendar } from '#catalogue';
import { personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { isGoodTime } from './model.ts';
import { keep, mustBeMine, next, visitFor } from './move-visit.ts';
import type { Visit } from './store.ts';

/** Sets the time; the technician who sets it is the one who comes. */
export async function schedule(
  tx: Tx,
  ask: Ask,
  { visitId, startsAt }: { visitId: string; startsAt: Date },
): Promise<Visit> {
  const before = await visitFor(tx, ask, visitId);
  const status = next(before, 'schedule');
  const until = await latestDay(tx, ask, before.due_on);
  if (!isGoodTime(startsAt, { now: ask.now, until })) throw refuse('visit.badTime', { until });
  const { id, name, role } = personOf(ask);
  const technician = role === 'technician' ? { technician_id: id, technician_name: name } : {};
  const after: Visit = {
    ...before,
    ...technician,
    mode: 'onSite',
    status,
    starts_at: startsAt,
    reason: null,
  };
  const facts = { technician: after.technician_name ?? '', startsAt: spoken(startsAt) };
  const words = { key: 'visits.sms.scheduled', facts } as const;
  return keep(tx, ask, { after, words, news: 'visit.scheduled' });
}

/** What was promised; once that is past, tomorrow's working day, so that a late visit stays possible. */
async function latestDay(tx: Tx, { now }: Ask, dueOn: Day): Promise<Day> {
  const soonest = nextWorkingDay(await calendar(tx), dayOf(now));
  return dueOn > soonest ? dueOn : soonest;
}

/** Nobody opened: the promise starts anew, within a day. */
export async function reportAbsence(tx: Tx, ask: Ask, visitId: string): Promise<Visit> {
  const before = await visitFor(tx, ask, visitId);
  const status = next(before, 'reportAbsence');
  mustBeMine(ask, before);
  const due_on = nextWorkingDay(await calendar(tx), dayOf(ask.now));
  const proposed_at = shanghai(due_on, '10:00');
  const after = { ...before, status, due_on, proposed_at, starts_at: null };
  return keep(tx, ask, { after, words: { key: 'visits.sms.absent' } });
}

function spoken(at: Date): string {
  return `${dayOf(at)} ${timeOf(at)}`;
}
