import type { FeeRule } from '@kaitong/values';
import { binOf, mccOf, planOf } from '#catalogue';
import { merchantById } from '#merchants';
import type { Tx } from '#platform/db';
import type { Payer, Terms } from './model.ts';

/** The terms of a payment, or the answer code with which it is refused. */
export type TermsOrCode =
  | { readonly kind: 'terms'; readonly terms: Terms }
  | { readonly kind: 'refused'; readonly code: '03' | '15' };

/** Reads what the merchant signed and what card it is; nothing here asks anyone outside. */
export async function termsOf(
  tx: Tx,
  { merchantId, payer }: { merchantId: string; payer: Payer },
): Promise<TermsOrCode> {
  const merchant = await merchantById(tx, merchantId);
  if (merchant?.status !== 'active') return { kind: 'refused', code: '03' };
  const bin = payer.kind === 'card' ? await binOf(tx, payer.pan.reveal()) : undefined;
  // Without a known issuer nobody can say debit or credit, and the fee would be a guess.
  if (payer.kind === 'card' && !bin) return { kind: 'refused', code: '15' };
  const plan = await planOf(tx, merchant.plan_id);
  const { priceClass } = await mccOf(tx, merchant.mcc);
  const tender = bin?.kind ?? 'qr';
  const terms: Terms = {
    merchantName: merchant.receipt_name,
    mcc: merchant.mcc,
    planId: plan.id,
    tender,
    priceClass,
    fee: feeOf(plan.fees[tender]),
    ...(bin ? { card: { bank: bin.bank, scheme: bin.scheme } } : {}),
  };
  return { kind: 'terms', terms };
}

function feeOf({ rate, min, cap, fixed }: FeeRule): Terms['fee'] {
  return {
    rate,
    ...(min ? { min } : {}),
    ...(cap ? { cap } : {}),
    ...(fixed ? { fixed } : {}),
  };
}

export async function mccCodeOf(tx: Tx, merchantId: string): Promise<string> {
  return (await merchantById(tx, merchantId))?.mcc ?? '';
}
