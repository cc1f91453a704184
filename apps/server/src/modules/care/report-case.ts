import { tell } from '#audit';
import { calendar } from '#catalogue';
import { notify } from '#messages';
import { mustSeeMerchant, personOf, type Ask } from '#platform/ask';
import { isDuplicate, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import { suspend, terminalById } from '#terminals';
import { dueIn, isRisk, mayReport, type CaseReason } from './model.ts';
import { insertCase, lockCaseOfTerminal, type Case } from './store.ts';

export type Report = {
  readonly terminalId: string;
  readonly reason: CaseReason;
  readonly description: string;
};

/** Opens a case and stops the terminal, so that nobody sells on a machine that may be wrong. */
export async function reportCase(tx: Tx, ask: Ask, report: Report): Promise<Case> {
  const { terminalId, reason, description } = report;
  const merchantId = await merchantOf(tx, ask, terminalId);
  if (!mayReport(ask.by, reason)) throw refuse('case.notForYou');
  const open = await lockCaseOfTerminal(tx, terminalId);
  if (open) throw refuse('case.alreadyOpen', { caseId: open.case_id });
  await stop(tx, ask, report);
  const opened: Case = {
    ...NOTHING_KNOWN,
    merchant_id: merchantId,
    case_id: newId('cas', ask.now),
    terminal_id: terminalId,
    reason,
    description,
    reporter_id: personOf(ask).id,
    reported_at: ask.now,
    due_at: dueIn('reported', { now: ask.now, calendar: await calendar(tx) }),
  };
  await insertOnce(tx, opened);
  const { case_id: caseId } = opened;
  await notify(tx, ask, {
    to: { merchantId },
    ...(isRisk(reason)
      ? { key: 'care.sms.stopped', facts: { reason: `case.reason.${reason}` } }
      : { key: 'care.sms.reported' }),
    link: `/cases/${caseId}`,
  });
  const payload = { merchantId, caseId, terminalId, reason };
  await tell(tx, ask, { type: 'case.reported', payload });
  return opened;
}

const NOTHING_KNOWN = {
  status: 'reported',
  step: null,
  trail: [],
  finding: null,
  materials: [],
  path: null,
  decided_by: null,
  decision_note: null,
  order_id: null,
  new_terminal_id: null,
  proof: {},
  restored_at: null,
  follow_up_note: null,
  lesson: null,
  ended_at: null,
} as const;

async function merchantOf(tx: Tx, ask: Ask, terminalId: string): Promise<string> {
  const terminal = await terminalById(tx, terminalId);
  if (!terminal || terminal.merchant_id === null) throw refuse('request.notFound');
  mustSeeMerchant(ask, terminal.merchant_id);
  return terminal.merchant_id;
}

/** A terminal that somebody stopped already stays as it is. */
export async function stop(
  tx: Tx,
  ask: Ask,
  { terminalId, reason, description }: Report,
): Promise<void> {
  const terminal = await terminalById(tx, terminalId);
  if (terminal?.status === 'suspended') return;
  await suspend(tx, ask, {
    terminalId,
    reason: reason === 'risk_abnormal' ? 'risk' : reason,
    note: description.slice(0, 500),
  });
}

/** Two reports at the same moment: the second one finds the case of the first. */
async function insertOnce(tx: Tx, opened: Case): Promise<void> {
  try {
    await insertCase(tx, opened);
  } catch (error) {
    if (isDuplicate(error, 'suspension_case_open'))
      throw refuse('case.alreadyOpen', { caseId: '' });
    throw error;
  }
}
