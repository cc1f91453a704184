import { maskPan, type Money } from '@kaitong/values';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Services } from '#platform/services';
import { rrnOf, type MessageKey, type Payer, type PaymentKind, type Terms } from './model.ts';
import { nextReference, type Payment } from './store.ts';
import type { Reading } from './upstream.ts';

type New = {
  readonly services: Services;
  readonly key: MessageKey;
  readonly kind: PaymentKind;
  readonly amount: Money;
  readonly payer: Payer | undefined;
  readonly reading: Reading;
  readonly counted: boolean;
  readonly terms: Terms;
};

/** The row of a payment that is about to be asked for, under the terms of today. */
export async function newPayment(tx: Tx, { now }: Ask, made: New): Promise<Payment> {
  const { services, payer, terms } = made;
  const pan = payer?.kind === 'card' ? payer.pan.reveal() : undefined;
  return {
    ...(await blank(tx, { now, ...made })),
    kind: made.kind,
    plan_id: terms.planId,
    tender: terms.tender,
    price_class: terms.priceClass,
    fee_rate_e7: terms.fee.rate,
    fee_min_minor: terms.fee.min?.minor ?? null,
    fee_cap_minor: terms.fee.cap?.minor ?? null,
    fee_fixed_minor: terms.fee.fixed?.minor ?? 0n,
    card_token: pan === undefined ? null : services.keeper.blind('card', pan),
    card_masked: pan === undefined ? null : maskPan(pan),
    card_bank: terms.card?.bank ?? null,
    card_scheme: terms.card?.scheme ?? null,
    slip: { merchantName: terms.merchantName, merchantNo: made.key.merchantNo },
    of_id: null,
  };
}

type Following = Omit<New, 'services' | 'payer' | 'terms'> & { readonly base: Payment };

/** The same for what follows another payment: card and terms are those of the one it follows. */
export async function followingPayment(
  tx: Tx,
  { now }: Ask,
  following: Following,
): Promise<Payment> {
  const { base, kind } = following;
  const fresh = await blank(tx, { now, ...following });
  return { ...base, ...fresh, kind, of_id: base.id };
}

type Blank = Pick<New, 'key' | 'amount' | 'reading' | 'counted'> & { readonly now: Date };

/** What every new row has in common: nothing has happened yet. */
async function blank(tx: Tx, { key, amount, reading, counted, now }: Blank) {
  const id = newId('pay', now);
  return {
    merchant_id: key.merchantId,
    id,
    terminal_id: key.terminalId,
    terminal_no: key.terminalNo,
    epoch: key.epoch,
    batch_no: key.batchNo,
    trace: key.trace,
    status: 'sending',
    amount_minor: amount.minor,
    asked_minor: null,
    currency: 'CNY',
    refunded_minor: 0n,
    fee_minor: 0n,
    fee_returned_minor: 0n,
    interchange_minor: 0n,
    network_minor: 0n,
    entry_mode: reading.entryMode,
    answer_code: null,
    answered_by: null,
    rrn: rrnOf(now, await nextReference(tx)),
    auth_code: null,
    business_day: null,
    journal_type: 'payment',
    journal_id: id,
    journal_kind: 'sale',
    counted,
    expires_at: null,
    at: now,
    approved_at: null,
  } as const;
}
