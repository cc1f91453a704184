import { assertNever, formatMoney, money } from '@kaitong/values';
import { tell } from '#audit';
import { businessDayOf, HOUSE, post, postAll } from '#ledger';
import { notify } from '#messages';
import { systemAsk, type Ask } from '#platform/ask';
import { step } from '#platform/chart';
import { transact, type Tx } from '#platform/db';
import { setDeadline } from '#platform/deadlines';
import type { Services } from '#platform/services';
import { payoutChart } from './chart.ts';
import { ASK_AGAIN_MINUTES, ASKS_MAX, later } from './model.ts';
import {
  lockPayoutFile,
  paidSumOf,
  payoutsOfFile,
  savePayout,
  savePayoutFile,
  type Payout,
  type PayoutFileRow,
} from './store.ts';

type Result = {
  readonly payoutId: string;
  readonly outcome: 'paid' | 'returned';
  readonly reason: string;
};

/** The task: asks the bank what became of a file, and again later while it does not know. */
export async function learnResults(
  { db, connectors, log }: Services,
  { fileId, at }: { fileId: string; at: string },
): Promise<void> {
  const ask = systemAsk('settlement', new Date(at));
  const results = await connectors.bank.payoutResults(fileId);
  await transact(db, async (tx) => {
    const isComplete = results !== undefined && (await recordResults(tx, ask, { fileId, results }));
    if (isComplete) return;
    const asks = await askAgain(tx, ask, fileId);
    if (asks >= ASKS_MAX) log.error({ fileId, asks }, 'the bank has no word on a payout file');
  });
}

async function askAgain(tx: Tx, ask: Ask, fileId: string): Promise<number> {
  const file = await lockPayoutFile(tx, fileId);
  if (!file || file.answered_at !== null) return 0;
  const asks = file.asks + 1;
  await savePayoutFile(tx, { ...file, asks });
  if (asks < ASKS_MAX) {
    const dueAt = later(ask.now, ASK_AGAIN_MINUTES);
    await setDeadline(tx, { kind: 'settlement.results', subject: fileId, dueAt });
  }
  return asks;
}

/**
 * Takes the bank's word on a file; false while a payout of it is not spoken of. Told again, only what
 * is new is done: a payout that was paid and has come back since.
 */
async function recordResults(
  tx: Tx,
  ask: Ask,
  { fileId, results }: { fileId: string; results: readonly Result[] },
): Promise<boolean> {
  const file = await lockPayoutFile(tx, fileId);
  const payouts = await payoutsOfFile(tx, fileId);
  const words = new Map(results.map((result) => [result.payoutId, result]));
  if (!file || payouts.some(({ id }) => !words.has(id))) return false;
  for (const payout of payouts) {
    const result = words.get(payout.id);
    if (result) await recordResult(tx, ask, { payout, result });
  }
  if (file.answered_at === null) await bookFile(tx, ask, file);
  return true;
}

/** The house's half of all that was paid, in one journal a file. */
async function bookFile(tx: Tx, ask: Ask, file: PayoutFileRow): Promise<void> {
  await savePayoutFile(tx, { ...file, answered_at: ask.now });
  const paid = await paidSumOf(tx, file.id);
  if (paid.minor === 0n) return;
  await post(tx, ask, {
    merchantId: HOUSE,
    kind: 'payoutPaidHouse',
    source: { type: 'payoutFile', id: file.id },
    valueDay: businessDayOf(ask.now),
    amounts: { amount: paid },
  });
}

async function recordResult(
  tx: Tx,
  ask: Ask,
  { payout, result }: { payout: Payout; result: Result },
): Promise<void> {
  const type = eventOf(payout, result);
  const status = type && step(payoutChart, payout.status, {}, { type });
  if (!type || status === undefined) return;
  const after = { ...payout, status };
  switch (type) {
    case 'pay':
      await savePayout(tx, { ...after, paid_at: ask.now });
      return pay(tx, ask, payout);
    case 'fail':
    case 'return':
      await savePayout(tx, { ...after, reason: result.reason });
      return comeBack(tx, ask, { payout, reason: result.reason, wasPaid: type === 'return' });
    default:
      return assertNever(type);
  }
}

function eventOf({ status }: Payout, { outcome }: Result): 'pay' | 'fail' | 'return' | undefined {
  if (outcome === 'paid') return status === 'in_transit' ? 'pay' : undefined;
  if (status === 'in_transit') return 'fail';
  return status === 'paid' ? 'return' : undefined;
}

async function pay(tx: Tx, ask: Ask, payout: Payout): Promise<void> {
  const { merchant_id: merchantId, id: payoutId } = payout;
  const amount = money(payout.amount_minor);
  await post(tx, ask, {
    merchantId,
    kind: 'payoutPaid',
    source: { type: 'payout', id: payoutId },
    valueDay: businessDayOf(ask.now),
    amounts: { amount },
  });
  const amountMinor = payout.amount_minor.toString();
  await tell(tx, ask, { type: 'payout.paid', payload: { merchantId, payoutId, amountMinor } });
  await notify(tx, ask, {
    to: { merchantId },
    key: 'settlement.sms.paid',
    facts: {
      day: payout.day,
      amount: formatMoney(amount, 'zh-Hans'),
      account: payout.account_mask,
    },
    link: `/payouts/${payoutId}`,
  });
}

/** The money is available again and goes out with the next payout, under a new name. */
async function comeBack(
  tx: Tx,
  ask: Ask,
  { payout, reason, wasPaid }: { payout: Payout; reason: string; wasPaid: boolean },
): Promise<void> {
  const { merchant_id: merchantId, id: payoutId } = payout;
  const amount = money(payout.amount_minor);
  const base = {
    source: { type: 'payout', id: payoutId },
    valueDay: businessDayOf(ask.now),
    amounts: { amount },
  };
  if (wasPaid)
    await postAll(tx, ask, [
      { ...base, merchantId, kind: 'payoutReturned' },
      { ...base, merchantId: HOUSE, kind: 'payoutReturnedHouse' },
    ]);
  else await post(tx, ask, { ...base, merchantId, kind: 'payoutFailed' });
  await tell(tx, ask, { type: 'payout.failed', payload: { merchantId, payoutId, reason } });
  await notify(tx, ask, {
    to: { merchantId },
    key: 'settlement.sms.returned',
    facts: { amount: formatMoney(amount, 'zh-Hans'), reason },
    link: `/payouts/${payoutId}`,
  });
}
