import { dayOf } from '@kaitong/values';
import { personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { cancelDeadline, setDeadline } from '#platform/deadlines';
import { refuse } from '#platform/refuse';
import { letGo } from './diagnose.ts';
import { caseFor, keep, moved, next } from './keep-case.ts';
import { APPEAL_DAYS, daysAfter, isRisk, isSecondPerson, type CasePath } from './model.ts';
import { lockCase, type Case } from './store.ts';

type Approval = { readonly caseId: string; readonly path: CasePath; readonly note: string };

/** A second person approves the way back. Lifting lets the machine go at once, for its test sale. */
export async function approve(tx: Tx, ask: Ask, { caseId, path, note }: Approval): Promise<Case> {
  const before = await decidable(tx, ask, caseId);
  const approved = await moved(tx, ask, { before, type: 'approve' });
  const decided: Case = {
    ...approved,
    path,
    decided_by: personOf(ask).name,
    decision_note: note,
    proof: {},
  };
  const words = { key: 'care.sms.approved', facts: { path: `case.path.${path}` } } as const;
  const kept = await keep(tx, ask, { after: decided, news: 'case.approved', words });
  return path === 'lift' ? toTest(tx, ask, kept) : kept;
}

/** The machine is fit: it may trade, and its first sale is the test. */
export async function toTest(tx: Tx, ask: Ask, before: Case): Promise<Case> {
  const after = await moved(tx, ask, { before, type: 'test' });
  await letGo(tx, ask, after.new_terminal_id ?? after.terminal_id);
  return keep(tx, ask, { after, words: { key: 'care.sms.testing' } });
}

/** Says no, with the reason and the time for an appeal. */
export async function reject(
  tx: Tx,
  ask: Ask,
  { caseId, note }: { caseId: string; note: string },
): Promise<Case> {
  const before = await decidable(tx, ask, caseId, 'reject');
  const after = await moved(tx, ask, { before, type: 'reject' });
  const dueAt = daysAfter(ask.now, APPEAL_DAYS);
  await setDeadline(tx, { kind: 'care.appeal', subject: caseId, dueAt });
  return keep(tx, ask, {
    after: { ...after, decided_by: personOf(ask).name, decision_note: note },
    words: { key: 'care.sms.rejected', facts: { note, until: dayOf(dueAt) } },
  });
}

async function decidable(
  tx: Tx,
  ask: Ask,
  caseId: string,
  type: 'approve' | 'reject' = 'approve',
): Promise<Case> {
  const before = await caseFor(tx, ask, caseId);
  next(before, type);
  if (isRisk(before.reason) && personOf(ask).role !== 'risk') throw refuse('case.riskOnly');
  const { reporter_id: reporterId, trail } = before;
  if (!isSecondPerson(ask.by, { reporterId, trail })) throw refuse('case.secondPerson');
  return before;
}

/** The merchant does not agree: it is looked at again. */
export async function appeal(
  tx: Tx,
  ask: Ask,
  { caseId, note }: { caseId: string; note: string },
): Promise<Case> {
  const before = await caseFor(tx, ask, caseId);
  const after = await moved(tx, ask, { before, type: 'appeal' });
  await cancelDeadline(tx, { kind: 'care.appeal', subject: caseId, now: ask.now });
  const material = { kind: 'appeal', note, at: ask.now.toISOString() };
  return keep(tx, ask, { after: { ...after, materials: [...after.materials, material] } });
}

/** No appeal came in time. */
export async function lapse(tx: Tx, ask: Ask, caseId: string): Promise<void> {
  const before = await lockCase(tx, caseId);
  if (before?.status !== 'rejected') return;
  const after = await moved(tx, ask, { before, type: 'lapse' });
  const note = before.decision_note ?? '';
  const words = { key: 'care.sms.terminated', facts: { note } } as const;
  await keep(tx, ask, { after: { ...after, ended_at: ask.now }, words });
}

/** There is no way back. */
export async function terminate(
  tx: Tx,
  ask: Ask,
  { caseId, note }: { caseId: string; note: string },
): Promise<Case> {
  const before = await caseFor(tx, ask, caseId);
  const after = await moved(tx, ask, { before, type: 'terminate' });
  await cancelDeadline(tx, { kind: 'care.appeal', subject: caseId, now: ask.now });
  return keep(tx, ask, {
    after: { ...after, decision_note: note, ended_at: ask.now },
    words: { key: 'care.sms.terminated', facts: { note } },
  });
}
