import type { Services } from '#platform/services';
import type { Tx } from '#platform/db';
import { wallClock, type MessageKey, type Payer, type PaymentKind } from './model.ts';
import { lockByAuthCode, lockByTrace, type Payment } from './store.ts';

/** How a message names the one that it follows: F61, F38 and F37. */
export type Original = {
  /** Zeros when the terminal no longer knows. */
  readonly batchNo: string;
  readonly trace: string;
  /** MMDD; zeros when unknown. */
  readonly date?: string;
  readonly authCode?: string;
  readonly rrn?: string;
};

type Wanted = {
  readonly key: MessageKey;
  readonly original: Original;
  readonly kinds: readonly PaymentKind[];
};

const UNKNOWN = '000000';

/**
 * The payment that a message names, locked. By batch and trace it is one of this terminal; a hold
 * may have been made at another till of the merchant, and is then found by its approval code and day.
 * Undefined: there is none, or it is not the one that the other fields name.
 */
export async function findOriginal(tx: Tx, wanted: Wanted): Promise<Payment | undefined> {
  const { key, original, kinds } = wanted;
  if (original.trace !== UNKNOWN) {
    const found = await lockByTrace(tx, { ...key, ...original });
    return found && kinds.includes(found.kind) && fits(found, original) ? found : undefined;
  }
  if (original.authCode === undefined || !kinds.includes('preauth')) return undefined;
  const found = await lockByAuthCode(tx, key.merchantId, original.authCode);
  return found.find((hold) => fits(hold, original));
}

function fits(payment: Payment, { date, authCode, rrn }: Original): boolean {
  if (payment.kind === 'preauth' && payment.of_id !== null) return false; // an addition is no hold
  if (rrn !== undefined && rrn !== payment.rrn) return false;
  if (authCode !== undefined && authCode !== payment.auth_code) return false;
  if (date === undefined || date === '0000') return true;
  return wallClock(payment.approved_at ?? payment.at).slice(0, 4) === date;
}

/** True when the terminal named no card, or the card of the payment. */
export function sameCard(
  { keeper }: Services,
  payment: Payment,
  payer: Payer | undefined,
): boolean {
  if (payer?.kind !== 'card') return true;
  return keeper.blind('card', payer.pan.reveal()) === payment.card_token;
}
