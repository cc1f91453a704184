import { formatMoney, dayOf, maskPhone, type Money } from '@kaitong/values';
import { tell } from '#audit';
import { planOf } from '#catalogue';
import { personById } from '#identity';
import { merchantById, storesOf, type Merchant } from '#merchants';
import { notify } from '#messages';
import { setGateItem, terminalById } from '#terminals';
import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { setDeadline } from '#platform/deadlines';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import { orderChart } from './chart.ts';
import { payBy, UNMET } from './model.ts';
import { insertDeposit, insertOrder, type Order } from './store.ts';

type Signed = {
  readonly applicationId: string;
  readonly merchantId: string;
  readonly contractId: string;
};

/** Opens the order of a signed contract: its model, and its plan's deposit to be paid in seven days. */
export async function openOrder(tx: Tx, ask: Ask, signed: Signed): Promise<void> {
  const merchant = await mustHaveMerchant(tx, signed.merchantId);
  const { deposit } = await planOf(tx, merchant.plan_id);
  const base = await newOrder(tx, ask, merchant);
  const isDue = deposit.amount.minor > 0n;
  const order: Order = {
    ...base,
    contract_id: signed.contractId,
    deposit_minor: deposit.amount.minor,
    status: opened(isDue),
    pay_by: isDue ? payBy(ask.now) : null,
  };
  if (!(await insertOrder(tx, order))) return;
  await tellOpened(tx, ask, order);
  if (isDue) await askForDeposit(tx, ask, { order, deposit });
  else await waiveDeposit(tx, ask, order);
}

type Replacement = {
  readonly merchantId: string;
  readonly caseId: string;
  readonly terminalId: string;
};

/** Opens the order of a terminal that takes the place of one that failed. Nothing is charged. */
export async function openReplacement(tx: Tx, ask: Ask, failed: Replacement): Promise<void> {
  const merchant = await mustHaveMerchant(tx, failed.merchantId);
  const terminal = await terminalById(tx, failed.terminalId);
  const base = await newOrder(tx, ask, merchant);
  const order: Order = {
    ...base,
    kind: 'replacement',
    case_id: failed.caseId,
    replaces_id: failed.terminalId,
    model_id: terminal?.model_id ?? merchant.model_id,
    status: opened(false),
  };
  if (!(await insertOrder(tx, order))) return;
  await tellOpened(tx, ask, order);
  const { merchantId, caseId } = failed;
  await tell(tx, ask, {
    type: 'case.replacementOrdered',
    payload: { merchantId, caseId, orderId: order.id },
  });
}

async function mustHaveMerchant(tx: Tx, id: string): Promise<Merchant> {
  const merchant = await merchantById(tx, id);
  if (!merchant) throw refuse('request.notFound');
  return merchant;
}

function opened(depositDue: boolean) {
  const from = { status: 'created', refusal: 'order.notPayable' } as const;
  return stepOr(orderChart, from, { type: 'open', depositDue });
}

async function newOrder(tx: Tx, ask: Ask, merchant: Merchant): Promise<Order> {
  const owner = await personById(tx, merchant.owner_id);
  const [store] = await storesOf(tx, merchant.merchant_id);
  return {
    merchant_id: merchant.merchant_id,
    id: newId('ord', ask.now),
    kind: 'first',
    status: 'created',
    application_id: merchant.application_id,
    contract_id: null,
    case_id: null,
    replaces_id: null,
    merchant_name: merchant.name,
    plan_id: merchant.plan_id,
    model_id: merchant.model_id,
    deposit_minor: 0n,
    pay_by: null,
    paid_at: null,
    set_aside_minor: null,
    set_aside_reason: null,
    terminal_id: null,
    serial: null,
    to_name: owner?.name ?? merchant.name,
    to_phone_mask: maskPhone(owner?.phone ?? ''),
    to_address: store?.address ?? '',
    parcel_id: null,
    tracking: null,
    shipped_at: null,
    picked_up_at: null,
    delivered_at: null,
    unboxing: null,
    created_at: ask.now,
  };
}

async function tellOpened(tx: Tx, ask: Ask, order: Order): Promise<void> {
  const { application_id: applicationId, merchant_id: merchantId, id: orderId, status } = order;
  const payload = { applicationId, merchantId, orderId, status };
  await tell(tx, ask, { type: 'order.opened', payload });
}

type DepositTerms = {
  readonly amount: Money;
  readonly turnoverNeeded: Money;
  readonly windowDays: number;
};

async function askForDeposit(
  tx: Tx,
  ask: Ask,
  { order, deposit }: { order: Order; deposit: DepositTerms },
): Promise<void> {
  const dueAt = payBy(ask.now);
  await insertDeposit(tx, {
    merchant_id: order.merchant_id,
    id: newId('dep', ask.now),
    order_id: order.id,
    status: 'due',
    amount_minor: deposit.amount.minor,
    turnover_needed_minor: deposit.turnoverNeeded.minor,
    turnover_minor: 0n,
    window_days: deposit.windowDays,
    window_start: null,
    window_end: null,
    unmet: UNMET,
    told_percent: 0,
    collected_at: null,
    refunded_at: null,
    created_at: ask.now,
  });
  await setDeadline(tx, { kind: 'orders.payBy', subject: order.id, dueAt });
  const amount = formatMoney(deposit.amount, 'zh-Hans');
  await notify(tx, ask, {
    to: { merchantId: order.merchant_id },
    key: 'orders.sms.payDue',
    facts: { amount, payBy: dayOf(dueAt) },
    link: `/orders/${order.id}`,
  });
}

async function waiveDeposit(tx: Tx, ask: Ask, order: Order): Promise<void> {
  const { merchant_id: merchantId } = order;
  await setGateItem(tx, ask, { merchantId, item: 'payment', ok: true });
  await notify(tx, ask, {
    to: { merchantId },
    key: 'orders.sms.free',
    link: `/orders/${order.id}`,
  });
}
