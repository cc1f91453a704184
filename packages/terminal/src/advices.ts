/**
 * What is promised without the host and told to it afterwards (0220): a sale that was authorised by
 * telephone, a tip, the end of a hold. On disk first, sent with the next online transaction or at
 * settlement, and again until the host has said something (docs/protocol.md §3.2, §3.6).
 */
import { isSuccess, textOf, writeAmount, writeF61, writeTip } from '@kaitong/iso8583';
import { planOnHold } from './authorisations.ts';
import type { OfAuthorisation } from './authorisations.ts';
import { ask, dial, secured } from './exchange.ts';
import type { TransactionKind } from './kinds.ts';
import { given } from './log-entry.ts';
import { changed, isSameKey, withoutKey } from './outbox.ts';
import type { Advice } from './outbox.ts';
import { changedBy } from './payment.ts';
import type { Plan } from './payment.ts';
import { queued, withSlip } from './print-queue.ts';
import {
  cardOriginal,
  common,
  found,
  isAmount,
  ofOriginal,
  planCard,
  troubleWith,
} from './requests.ts';
import type { Sale } from './requests.ts';
import { refused } from './result.ts';
import type { AdviceResult, RefusedReason } from './result.ts';
import { STORED } from './result-words.ts';
import { paymentSlip } from './slip.ts';
import { nextTrace, restoreFields, storeFields } from './state.ts';
import type { Held, LogEntry } from './state.ts';

/** A sale that the bank authorised by telephone. */
export type OfflineSale = Sale & { readonly authCode: string };
/** A tip on a sale of this batch, on top of its amount. */
export type Tip = { readonly trace: string; readonly tipMinor: bigint };

/** Authorisation by telephone (F61: mode 01). */
const BY_TELEPHONE = '01';

export function planOfflineSale(held: Held, sale: OfflineSale): Plan | RefusedReason {
  const trouble = troubleWith(held, sale);
  if (trouble !== undefined) return trouble;
  if (!/^[0-9A-Za-z]{1,6}$/.test(sale.authCode)) return 'originalNotFound';
  const { pin: _, ...card } = sale.card;
  const none = { batch: '000000', trace: '000000', date: '0000' };
  const plan = planCard(held, {
    kind: 'offlineSale',
    amount: writeAmount(sale.amountMinor),
    card,
    more: { 38: sale.authCode.padEnd(6), 61: `${writeF61(none)}${BY_TELEPHONE}` },
  });
  const { 23: __, 55: ___, ...fields } = plan.fields;
  return { ...plan, fields };
}

export function planTip(held: Held, { trace, tipMinor }: Tip): Plan | RefusedReason {
  const original = found(held, trace, ['sale']);
  if (original === undefined) return 'originalNotFound';
  if (original.status === 'voided') return 'alreadyVoided';
  if (held.state.log.some((each) => each.kind === 'tip' && each.of === trace)) return 'tipGiven';
  const { tipPercentMax } = held.state.installed.parameters;
  const highest = (BigInt(original.amount) * BigInt(tipPercentMax)) / 100n;
  if (!isAmount(tipMinor) || tipMinor > highest) return 'tipTooHigh';
  const amount = writeAmount(tipMinor);
  // F4 is what the sale comes to with its tip; the books count the tip alone.
  const total = writeAmount(BigInt(original.amount) + tipMinor);
  return {
    ...ofOriginal(original),
    kind: 'tip',
    amount,
    fields: {
      ...common(held, { amount: total, kind: 'tip' }),
      ...cardOriginal(original),
      37: original.rrn,
      48: writeTip(tipMinor),
      61: writeF61({ batch: original.batch, trace, date: original.date ?? '0000' }),
    },
  };
}

export function planCompletionAdvice(held: Held, of: OfAuthorisation): Plan | RefusedReason {
  return planOnHold('completionAdvice')(held, of);
}

/** Takes the payment into the books of the terminal; the host hears of it later. */
export async function keepAdvice(held: Held, plan: Plan): Promise<AdviceResult> {
  const { advices, installed } = held.state;
  if (advices.length >= installed.parameters.advicesMax) return refused('advicesFull');
  const { trace, after } = nextTrace(held.state);
  const about = { trace, batch: held.state.batch };
  const fields = storeFields({ ...plan.fields, 11: trace });
  const entry: LogEntry = {
    ...about,
    kind: plan.kind,
    status: 'approved',
    amount: plan.amount,
    entry: plan.entry,
    rrn: plan.kind === 'tip' ? (plan.original?.rrn ?? '') : '',
    isForeign: plan.original?.isForeign ?? false,
    ...given({
      pan: plan.pan,
      expiry: plan.expiry,
      authCode: typeof plan.fields[38] === 'string' ? plan.fields[38].trim() : undefined,
      of: plan.kind === 'tip' ? plan.original?.trace : undefined,
    }),
  };
  const message = { mti: '0230', fields: {} };
  const slip = paymentSlip(held, { entry, message, original: plan.original });
  await held.save({
    trace: after,
    advices: [...advices, { ...about, fields, tries: 0 }],
    log: [...held.state.log.map((each) => changedBy(plan, each)), entry],
    slips: withSlip(held, queued(slip, 'waiting')),
  });
  return { kind: 'stored', ...about, words: STORED, slip };
}

/** Tells the host what it does not know yet; true when it has answered everything. */
export async function sendAdvices(held: Held): Promise<boolean> {
  for (const advice of held.state.advices) {
    if (advice.refusedWith !== undefined) continue;
    // One after the other, in the order in which they were promised.
    // oxlint-disable-next-line no-await-in-loop
    if (!(await tell(held, advice, NUMBERS_MAX))) return false;
  }
  return true;
}

// After a restored memory a few numbers may have been used before; more than these need people.
const NUMBERS_MAX = 5;

/** Tells one; true when the host has judged it. */
async function tell(held: Held, advice: Advice, numbers: number): Promise<boolean> {
  const out = secured(held, { mti: '0220', fields: restoreFields(advice.fields) });
  const line = await dial(held);
  if (line === undefined) return false;
  const answer = await ask(held, line, out);
  const code = answer.kind === 'valid' ? textOf(answer.message, 39) : undefined;
  const rrn = answer.kind === 'valid' ? textOf(answer.message, 37) : undefined;
  // Told for the first time, so the host knows its number from something else.
  if (code === '94' && advice.tries === 0 && numbers > 1)
    return tell(held, await renumbered(held, advice), numbers - 1);
  await held.save(heard(held, advice, { code, rrn }));
  return code !== undefined && !AGAIN.has(code);
}

/** The next free number for an advice and its entry in the log. */
async function renumbered(held: Held, advice: Advice): Promise<Advice> {
  const { state } = held;
  const { trace, after } = nextTrace(state);
  const next = { ...advice, trace, fields: { ...advice.fields, 11: trace } };
  const isItsOwn = (each: LogEntry) => isSameKey(each, advice) && TOLD_LATER.has(each.kind);
  await held.save({
    trace: after,
    advices: state.advices.map((each) => (isSameKey(each, advice) ? next : each)),
    log: state.log.map((each) => (isItsOwn(each) ? { ...each, trace } : each)),
  });
  return next;
}

const TOLD_LATER: ReadonlySet<TransactionKind> = new Set([
  'offlineSale',
  'tip',
  'completionAdvice',
]);

/** Nobody has judged it yet: the host is busy, or its issuer said nothing, or wants a sign-in. */
const AGAIN: ReadonlySet<string> = new Set(['09', '68', '77', '90', '91', '92', '96', '98', 'A0']);

type Said = { readonly code: string | undefined; readonly rrn: string | undefined };

/** 94 for what was told before means that the host has it already. */
function heard({ state }: Held, advice: Advice, { code, rrn }: Said) {
  const tries = advice.tries + 1;
  if (code === undefined || AGAIN.has(code))
    return { advices: changed(state.advices, { ...advice, tries }) };
  const isTaken = isSuccess(code) || (code === '94' && advice.tries > 0);
  if (!isTaken) return { advices: changed(state.advices, { ...advice, tries, refusedWith: code }) };
  return {
    advices: withoutKey(state.advices, advice),
    log: state.log.map((each) =>
      isSameKey(each, advice) && rrn !== undefined && each.rrn === '' ? { ...each, rrn } : each,
    ),
  };
}
