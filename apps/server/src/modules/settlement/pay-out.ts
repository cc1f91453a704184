import { assert, compare, day as dayFrom, money, sum, type Day } from '@kaitong/values';
import { tell } from '#audit';
import { businessDayOf, holdersOf, lockedBalanceOf, movesAfter, post } from '#ledger';
import { merchantById, settlementAccountOf, settlementNumber } from '#merchants';
import { systemAsk, type Ask } from '#platform/ask';
import { step } from '#platform/chart';
import { transact, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import type { Services } from '#platform/services';
import { payoutChart } from './chart.ts';
import { PAYOUT_LEAST, returnsUntil } from './model.ts';
import { writePayoutFile, type PayoutOrder } from './payout-file.ts';
import {
  filesSince,
  insertPayout,
  insertPayoutFile,
  lastSeqOf,
  lockPayoutFile,
  payoutFileOf,
  payoutsOfFile,
  savePayout,
  savePayoutFile,
  unfiledPayouts,
  type Payout,
  type PayoutFileRow,
} from './store.ts';

const PAGE = 200;
const SEAL = 'payout-file';

/**
 * The task of a working day: one payout a merchant of all that is available, one file for the bank.
 * Every step has its key, so that a run that was killed is run again and does what is left.
 */
export async function payOut(
  services: Services,
  { day, at }: { day: string; at: string },
): Promise<void> {
  const of = { day: dayFrom(day), ask: systemAsk('settlement', new Date(at)) };
  await createPayouts(services, of);
  const file = await transact(services.db, async (tx) => makeFile(services, tx, of));
  if (file && file.sent_at === null) await sendFile(services, { file, ask: of.ask });
  await askForReturns(services, of);
}

type Run = { readonly day: Day; readonly ask: Ask };

async function createPayouts({ db, log }: Services, { day, ask }: Run): Promise<void> {
  if (await payoutFileOf(db, { day })) return; // what becomes available now goes out next time
  let after = '';
  for (;;) {
    const merchants = await holdersOf(db, {
      code: '2110',
      least: PAYOUT_LEAST,
      after,
      limit: PAGE,
    });
    for (const merchantId of merchants) {
      const why = await transact(db, async (tx) => createPayout(tx, ask, { merchantId, day }));
      if (why === 'noAccount') log.error({ merchantId }, 'no payout: no settlement account');
    }
    const last = merchants.at(-1);
    if (last === undefined || merchants.length < PAGE) return;
    after = last;
  }
}

/** Takes all that is available to a merchant into one payout, once a day. */
async function createPayout(
  tx: Tx,
  ask: Ask,
  { merchantId, day }: { merchantId: string; day: Day },
): Promise<Payout | 'tooLittle' | 'noAccount' | 'thereAlready'> {
  const pending = await lockedBalanceOf(tx, { merchantId, code: '2100' });
  const available = await lockedBalanceOf(tx, { merchantId, code: '2110' });
  // Below zero: a sale was cleared whose undoing comes with the next file.
  if (pending.minor < 0n || compare(available, PAYOUT_LEAST) < 0) return 'tooLittle';
  const merchant = await merchantById(tx, merchantId);
  const account = await settlementAccountOf(tx, merchantId);
  if (!merchant || !account) return 'noAccount';
  const before = await lastSeqOf(tx, merchantId);
  const { moves, seq } = await movesAfter(tx, { merchantId, code: '2110', seq: before });
  const lines = moves.filter(({ kind }) => kind !== 'payout');
  const total = sum(lines.map(({ moved }) => moved));
  assert(compare(total, available) === 0, `the lines of a payout of ${merchantId} are its amount`);
  const payout: Payout = {
    merchant_id: merchantId,
    id: newId('pyo', ask.now),
    status: 'created',
    amount_minor: available.minor,
    day,
    merchant_name: merchant.name,
    account_mask: account.number_mask,
    file_id: null,
    reason: null,
    seq,
    created_at: ask.now,
    paid_at: null,
  };
  const rows = lines.map(({ journalId, kind, moved }) => ({
    merchant_id: merchantId,
    journal_id: journalId,
    payout_id: payout.id,
    kind,
    amount_minor: moved.minor,
  }));
  if (!(await insertPayout(tx, payout, rows))) return 'thereAlready';
  await post(tx, ask, {
    merchantId,
    kind: 'payout',
    source: { type: 'payout', id: payout.id },
    valueDay: businessDayOf(ask.now),
    amounts: { amount: available },
  });
  return payout;
}

/** The file of the day, with the bytes that will be sent, however often: account numbers are sealed. */
async function makeFile(
  services: Services,
  tx: Tx,
  { day, ask }: Run,
): Promise<PayoutFileRow | undefined> {
  const made = await payoutFileOf(tx, { day });
  if (made) return made;
  const payouts = await unfiledPayouts(tx, day);
  if (payouts.length === 0) return undefined;
  const fileId = newId('pof', ask.now);
  const orders = await ordersOf(services, tx, payouts);
  const { bytes, sha256, sum: total } = writePayoutFile({ fileId, day }, orders);
  const file = {
    id: fileId,
    day,
    sealed: Buffer.from(services.keeper.seal(SEAL, bytes, fileId)),
    sha256,
    count: orders.length,
    sum_minor: total,
    asks: 0,
    created_at: ask.now,
    sent_at: null,
    answered_at: null,
  };
  if (!(await insertPayoutFile(tx, file))) return payoutFileOf(tx, { day });
  for (const payout of payouts) await savePayout(tx, { ...payout, file_id: fileId });
  return file;
}

async function ordersOf(
  services: Services,
  tx: Tx,
  payouts: readonly Payout[],
): Promise<PayoutOrder[]> {
  const orders: PayoutOrder[] = [];
  for (const { id, merchant_id, amount_minor } of payouts) {
    const account = await settlementAccountOf(tx, merchant_id);
    assert(account, 'a payout has an account to go to');
    const number = settlementNumber(services, account);
    orders.push({
      payoutId: id,
      account: number,
      holder: account.holder,
      amount: money(amount_minor),
    });
  }
  return orders;
}

/** The same id and the same bytes, until the bank has them. */
async function sendFile(
  { db, keeper, connectors }: Services,
  { file, ask }: { file: PayoutFileRow; ask: Ask },
): Promise<void> {
  const bytes = Buffer.from(keeper.open(SEAL, file.sealed, file.id)).toString('utf8');
  await connectors.bank.sendPayouts({ id: file.id, bytes });
  await transact(db, async (tx) => recordSent(tx, ask, file.id));
}

async function recordSent(tx: Tx, ask: Ask, fileId: string): Promise<void> {
  const file = await lockPayoutFile(tx, fileId);
  if (!file || file.sent_at !== null) return;
  await savePayoutFile(tx, { ...file, sent_at: ask.now });
  for (const payout of await payoutsOfFile(tx, fileId)) {
    const status = step(payoutChart, payout.status, {}, { type: 'send' });
    if (status === undefined) continue;
    await savePayout(tx, { ...payout, status });
    const { merchant_id: merchantId, id: payoutId } = payout;
    await tell(tx, ask, { type: 'payout.sent', payload: { merchantId, payoutId } });
  }
}

/** Asks for the bank's word on today's file, and on those of a week, since what was paid may come back. */
async function askForReturns({ db }: Services, { day, ask }: Run): Promise<void> {
  await transact(db, async (tx) => {
    for (const fileId of await filesSince(tx, returnsUntil(day)))
      await enqueue(tx, 'settlement.results', { fileId, at: ask.now.toISOString() });
  });
}
