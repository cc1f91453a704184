import type { Events } from '@kaitong/contract';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { setDeadline } from '#platform/deadlines';
import { refuse } from '#platform/refuse';
import { terminalById } from '#terminals';
import { toTest } from './decide.ts';
import { firstStep } from './diagnosis.ts';
import { caseFor, keep, moved, next } from './keep-case.ts';
import {
  daysAfter,
  FOLLOW_UP_DAYS,
  isReadyForTest,
  isRestored,
  type CaseEvent,
  type Proof,
} from './model.ts';
import { stop } from './report-case.ts';
import { lockCase, lockCaseOfOrder, lockCaseOfTerminal, saveCase, type Case } from './store.ts';

/** The technician is done with the repair. */
export async function recordRepair(
  tx: Tx,
  ask: Ask,
  { caseId, note }: { caseId: string; note: string },
): Promise<Case> {
  const before = await caseFor(tx, ask, caseId);
  const { status, path } = before;
  if (status !== 'approved' || path !== 'repair')
    throw refuse('case.notPossible', { status: `case.${status}` });
  const material = { kind: 'repair', note, at: ask.now.toISOString() };
  return toTest(tx, ask, { ...before, materials: [...before.materials, material] });
}

/** The order of the new machine was opened: the case keeps its number. */
export async function hearReplacement(
  tx: Tx,
  _: Ask,
  { caseId, orderId }: Events['case.replacementOrdered'],
): Promise<void> {
  const before = await lockCase(tx, caseId);
  if (before) await saveCase(tx, { ...before, order_id: orderId });
}

/** The new machine is chosen. */
export async function hearAllocation(
  tx: Tx,
  _: Ask,
  { orderId, terminalId }: Events['order.allocated'],
): Promise<void> {
  const before = await lockCaseOfOrder(tx, orderId);
  if (before) await saveCase(tx, { ...before, new_terminal_id: terminalId });
}

type Sign = { readonly terminalId: string } & (
  | { readonly what: 'unbound' | 'activated' | 'selfTested' }
  | { readonly what: 'sold'; readonly paymentId: string }
);

/** Something was seen on a machine: perhaps its case moves on, by one step or by several. */
export async function hearSign(tx: Tx, ask: Ask, sign: Sign): Promise<void> {
  const found = await lockCaseOfTerminal(tx, sign.terminalId);
  const proof = found && proofWith(found, sign);
  if (!found || !proof) return;
  let current: Case = { ...found, proof };
  await saveCase(tx, current);
  if (current.status === 'approved' && current.path === 'replacement')
    current = await step(tx, ask, { before: current, type: 'reinstall' });
  if (current.status === 'reinstalling' && isReadyForTest(current.path, proof))
    current = await toTest(tx, ask, current);
  if (current.status === 'testing' && isRestored(current.path, proof))
    await restored(tx, ask, current);
}

/** What the sign adds to the proof; undefined when it proves nothing for this case. */
function proofWith(found: Case, sign: Sign): Proof | undefined {
  const { terminal_id, new_terminal_id, proof, status, path } = found;
  const isNew = sign.terminalId === (path === 'replacement' ? new_terminal_id : terminal_id);
  if (sign.what === 'unbound') {
    const isOld = path === 'replacement' && sign.terminalId === terminal_id;
    return isOld ? { ...proof, oldUnbound: true } : undefined;
  }
  if (!isNew) return undefined;
  // A sale from before the test proves nothing.
  if (sign.what === 'sold')
    return status === 'testing' ? { ...proof, testSale: sign.paymentId } : undefined;
  return { ...proof, [sign.what === 'activated' ? 'newActivated' : 'selfTested']: true };
}

async function step(
  tx: Tx,
  ask: Ask,
  { before, type }: { before: Case; type: CaseEvent },
): Promise<Case> {
  return keep(tx, ask, { after: await moved(tx, ask, { before, type }) });
}

async function restored(tx: Tx, ask: Ask, before: Case): Promise<void> {
  const after = await moved(tx, ask, { before, type: 'restore' });
  const dueAt = daysAfter(ask.now, FOLLOW_UP_DAYS);
  await setDeadline(tx, { kind: 'care.followUp', subject: after.case_id, dueAt });
  await keep(tx, ask, {
    after: { ...after, restored_at: ask.now },
    news: 'case.restored',
    words: { key: 'care.sms.restored' },
  });
}

/** The test did not work: from the start, with the machine stopped. */
export async function reportTestFailure(
  tx: Tx,
  ask: Ask,
  { caseId, note }: { caseId: string; note: string },
): Promise<Case> {
  const before = await caseFor(tx, ask, caseId);
  return startOver(tx, ask, { before, type: 'testFailed', note });
}

/** Back to the diagnosis. From now on the case is about the machine that stands in the store. */
export async function startOver(
  tx: Tx,
  ask: Ask,
  { before, type, note }: { before: Case; type: 'testFailed' | 'relapse'; note: string },
): Promise<Case> {
  next(before, type);
  const after = await moved(tx, ask, { before, type });
  const terminalId = before.new_terminal_id ?? before.terminal_id;
  const terminal = await terminalById(tx, terminalId);
  if (terminal?.status === 'in_service')
    await stop(tx, ask, { terminalId, reason: before.reason, description: note });
  const material = { kind: type, note, at: ask.now.toISOString() };
  return keep(tx, ask, {
    after: {
      ...after,
      terminal_id: terminalId,
      new_terminal_id: null,
      order_id: null,
      step: firstStep(before.reason).id,
      finding: null,
      path: null,
      proof: {},
      restored_at: null,
      materials: [...before.materials, material],
    },
  });
}
