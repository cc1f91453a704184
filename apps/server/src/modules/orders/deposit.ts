import { assert, dayOf, formatMoney, money, type Day } from '@kaitong/values';
import { tell } from '#audit';
import { businessDayOf, post } from '#ledger';
import { notify } from '#messages';
import type { Ask } from '#platform/ask';
import { step } from '#platform/chart';
import type { Tx } from '#platform/db';
import { cancelDeadline, setDeadline } from '#platform/deadlines';
import { depositChart, type DepositStatus } from './chart.ts';
import { newStep, percentOf, windowDue, windowEnd } from './model.ts';
import {
  insertDepositDay,
  lockDeposit,
  lockDepositsIn,
  saveDeposit,
  type Deposit,
} from './store.ts';

const WINDOW = 'orders.depositWindow';

/** The first terminal is in service: from now on turnover counts. */
export async function startWindow(tx: Tx, ask: Ask, merchantId: string): Promise<void> {
  for (const before of await lockDepositsIn(tx, { merchantId, statuses: ['collected'] })) {
    const start = dayOf(ask.now);
    const end = windowEnd(start, before.window_days);
    const status = next(before, 'start');
    await saveDeposit(tx, { ...before, status, window_start: start, window_end: end });
    await setDeadline(tx, { kind: WINDOW, subject: before.id, dueAt: windowDue(end) });
    await moved(tx, ask, { deposit: before, status });
  }
}

/** What became final on a clearing day: turnover moves the deposit on its way, or brings it back. */
export async function countTurnover(
  tx: Tx,
  ask: Ask,
  cleared: { merchantId: string; day: Day; salesMinor: bigint },
): Promise<void> {
  const { merchantId, day, salesMinor } = cleared;
  const statuses: readonly DepositStatus[] = ['accumulating', 'extended'];
  for (const deposit of await lockDepositsIn(tx, { merchantId, statuses })) {
    if (!isInWindow(deposit, day)) continue;
    const row = { merchant_id: merchantId, deposit_id: deposit.id, day, sales_minor: salesMinor };
    if (await insertDepositDay(tx, row)) await advance(tx, ask, { deposit, by: salesMinor });
  }
}

function isInWindow({ window_start, window_end }: Deposit, day: Day): boolean {
  return window_start !== null && window_end !== null && window_start <= day && day <= window_end;
}

async function advance(
  tx: Tx,
  ask: Ask,
  { deposit, by }: { deposit: Deposit; by: bigint },
): Promise<void> {
  const { merchant_id: merchantId, id: depositId } = deposit;
  const counted = { ...deposit, turnover_minor: deposit.turnover_minor + by };
  const percent = percentOf(counted);
  const reached = newStep({ before: deposit.told_percent, now: percent });
  const after = { ...counted, told_percent: reached ?? deposit.told_percent };
  await saveDeposit(tx, after);
  if (percent !== percentOf(deposit)) {
    const payload = { merchantId, depositId, percent };
    await tell(tx, ask, { type: 'deposit.progressed', payload });
  }
  if (percent === 100) await qualify(tx, ask, after);
  else if (reached !== undefined) await tellProgress(tx, ask, { deposit: after, percent });
}

async function qualify(tx: Tx, ask: Ask, before: Deposit): Promise<void> {
  const status = next(before, 'qualify');
  await moved(tx, ask, { deposit: before, status });
  await cancelDeadline(tx, { kind: WINDOW, subject: before.id, now: ask.now });
  await giveBack(tx, ask, { ...before, status });
}

/** The deposit is the merchant's again and goes out with the next payout. */
export async function giveBack(tx: Tx, ask: Ask, before: Deposit): Promise<void> {
  const { merchant_id: merchantId, id: depositId } = before;
  const status = next(before, 'refund');
  await saveDeposit(tx, { ...before, status, refunded_at: ask.now });
  await postDeposit(tx, ask, { deposit: before, kind: 'depositRefunded' });
  await tell(tx, ask, { type: 'deposit.refunded', payload: { merchantId, depositId } });
  const isEarned = before.status === 'qualified';
  await notify(tx, ask, {
    to: { merchantId },
    key: isEarned ? 'orders.sms.refunded' : 'orders.sms.depositBack',
    facts: { amount: formatMoney(money(before.amount_minor), 'zh-Hans') },
  });
}

/** The window is over and the turnover was not reached: one more window, or the deposit is kept. */
export async function endWindow(tx: Tx, ask: Ask, depositId: string): Promise<void> {
  const deposit = await lockDeposit(tx, depositId);
  if (!deposit || deposit.window_end === null) return;
  const mayExtend = deposit.unmet === 'extend';
  const extended = step(depositChart, deposit.status, {}, { type: 'extend' });
  if (mayExtend && extended !== undefined) await extend(tx, ask, deposit);
  else if (step(depositChart, deposit.status, {}, { type: 'retain' }) !== undefined)
    await retain(tx, ask, deposit);
}

async function extend(tx: Tx, ask: Ask, before: Deposit): Promise<void> {
  assert(before.window_end !== null, 'a window that ends has an end');
  const status = next(before, 'extend');
  const end = windowEnd(before.window_end as Day, before.window_days + 1);
  await saveDeposit(tx, { ...before, status, window_end: end });
  await setDeadline(tx, { kind: WINDOW, subject: before.id, dueAt: windowDue(end) });
  await moved(tx, ask, { deposit: before, status });
  await notify(tx, ask, {
    to: { merchantId: before.merchant_id },
    key: 'orders.sms.extended',
    facts: { windowEnd: end },
  });
}

async function retain(tx: Tx, ask: Ask, before: Deposit): Promise<void> {
  const status = next(before, 'retain');
  await saveDeposit(tx, { ...before, status });
  await postDeposit(tx, ask, { deposit: before, kind: 'depositRetained' });
  await moved(tx, ask, { deposit: before, status });
  await notify(tx, ask, {
    to: { merchantId: before.merchant_id },
    key: 'orders.sms.retained',
    facts: { amount: formatMoney(money(before.amount_minor), 'zh-Hans') },
  });
}

async function postDeposit(
  tx: Tx,
  ask: Ask,
  { deposit, kind }: { deposit: Deposit; kind: 'depositRefunded' | 'depositRetained' },
): Promise<void> {
  await post(tx, ask, {
    merchantId: deposit.merchant_id,
    kind,
    source: { type: 'deposit', id: deposit.id },
    valueDay: businessDayOf(ask.now),
    amounts: { amount: money(deposit.amount_minor) },
  });
}

async function tellProgress(
  tx: Tx,
  ask: Ask,
  { deposit, percent }: { deposit: Deposit; percent: number },
): Promise<void> {
  await notify(tx, ask, {
    to: { merchantId: deposit.merchant_id },
    key: 'orders.sms.progress',
    facts: {
      percent,
      turnover: formatMoney(money(deposit.turnover_minor), 'zh-Hans'),
      needed: formatMoney(money(deposit.turnover_needed_minor), 'zh-Hans'),
    },
  });
}

/** A step that the program itself takes: the chart allows it, or we are wrong. */
function next(
  { id, status }: Deposit,
  type: 'start' | 'qualify' | 'refund' | 'extend' | 'retain',
): DepositStatus {
  const after = step(depositChart, status, {}, { type });
  assert(after, `deposit ${id} is ${status} and can not ${type}`);
  return after;
}

async function moved(
  tx: Tx,
  ask: Ask,
  { deposit, status }: { deposit: Deposit; status: DepositStatus },
): Promise<void> {
  const { merchant_id: merchantId, id: depositId } = deposit;
  await tell(tx, ask, { type: 'deposit.moved', payload: { merchantId, depositId, status } });
}
