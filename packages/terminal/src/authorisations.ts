/**
 * Holding money on a card and taking it later: pre-authorisation, more of it, its void, completion
 * by request, and the void of that (docs/protocol.md §3.2, §2.9).
 */
import { writeAmount, writeF61 } from '@kaitong/iso8583';
import type { Card } from './card.ts';
import type { TransactionKind } from './kinds.ts';
import type { Plan } from './payment.ts';
import {
  cardOriginal,
  common,
  found,
  isDate,
  ofOriginal,
  planCard,
  troubleWith,
} from './requests.ts';
import type { Sale, Void } from './requests.ts';
import type { RefusedReason } from './result.ts';
import type { Held, LogEntry } from './state.ts';

/** A hold that was given before, by what its slip says; batch and trace when they are known. */
export type OfAuthorisation = {
  readonly amountMinor: bigint;
  readonly card: Card;
  readonly authCode: string;
  /** MMDD of the pre-authorisation. */
  readonly date: string;
  readonly batch?: string;
  readonly trace?: string;
};

export function planPreAuth(held: Held, { amountMinor, card }: Sale): Plan | RefusedReason {
  return (
    troubleWith(held, { amountMinor, card }) ??
    planCard(held, { kind: 'preAuth', amount: writeAmount(amountMinor), card })
  );
}

/** The verbs that go on from a hold. */
export type HoldKind = Extract<
  TransactionKind,
  'preAuthAdd' | 'preAuthVoid' | 'completion' | 'completionAdvice'
>;

export function planOnHold(kind: HoldKind) {
  return (held: Held, of: OfAuthorisation): Plan | RefusedReason => {
    const trouble = troubleWith(held, of) ?? troubleWithHold(held, of);
    if (trouble !== undefined) return trouble;
    const { batch = '000000', trace = '000000', date, card } = of;
    const plan = planCard(held, {
      kind,
      amount: writeAmount(of.amountMinor),
      card,
      original: holdOf(held, of),
      more: {
        38: of.authCode.padEnd(6),
        61: writeF61({ batch, trace, date }),
      },
    });
    return kind === 'preAuthAdd' ? plan : withoutChip(plan);
  };
}

/** Only a hold itself asks the chip. */
function withoutChip(whole: Plan): Plan {
  const { card: _, ...plan } = whole;
  const { 23: __, 55: ___, ...fields } = plan.fields;
  return { ...plan, fields };
}

function troubleWithHold(held: Held, of: OfAuthorisation): RefusedReason | undefined {
  const isNamed = /^[0-9A-Za-z ]{1,6}$/.test(of.authCode) && isDate(of.date);
  if (!isNamed) return 'originalNotFound';
  const hold = holdOf(held, of);
  if (hold?.status === 'voided') return 'alreadyVoided';
  return hold?.status === 'completed' ? 'alreadyCompleted' : undefined;
}

/** The hold, when it was made here and the batch has not been settled since. */
function holdOf({ state }: Held, { authCode, card }: OfAuthorisation): LogEntry | undefined {
  return state.log.find(
    (each) => each.kind === 'preAuth' && each.authCode === authCode.trim() && each.pan === card.pan,
  );
}

/** Takes back a completion of this batch, by its trace number. */
export function planCompletionVoid(held: Held, { trace }: Void): Plan | RefusedReason {
  const original = found(held, trace, ['completion']);
  if (original === undefined) return 'originalNotFound';
  if (original.status === 'voided') return 'alreadyVoided';
  const { amount, batch, date = '0000' } = original;
  return {
    ...ofOriginal(original),
    kind: 'completionVoid',
    fields: {
      ...common(held, { amount, kind: 'completionVoid' }),
      ...cardOriginal(original),
      37: original.rrn,
      61: writeF61({ batch, trace, date }),
    },
  };
}
