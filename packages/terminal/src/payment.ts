/** The life of one payment: reverse what is open, remember, ask, believe or doubt, remember. */
import {
  F59_VOUCHER,
  bytesOf,
  isSuccess,
  readF59,
  readF63,
  textOf,
  toAscii,
  tlvValue,
} from '@kaitong/iso8583';
import type { FieldValue, Message } from '@kaitong/iso8583';
import { ask, dial, hangUp, secured } from './exchange.ts';
import type { Answer, Request } from './exchange.ts';
import { answered, refused, unknown } from './result.ts';
import type { PaymentResult, RefusedReason, UnknownReason } from './result.ts';
import { flush, reversalOf, withReason } from './reversal.ts';
import { paymentSlip } from './slip.ts';
import type { PaymentSlip } from './slip.ts';
import type { Connection } from './ports.ts';
import { nextTrace } from './state.ts';
import type { Held, LogEntry, PendingReversal, TerminalState, TransactionKind } from './state.ts';

/** A payment that is ready to go, but for its trace number. */
export type Plan = {
  readonly kind: TransactionKind;
  readonly mti: '0200' | '0220';
  readonly fields: Readonly<Record<number, FieldValue>>;
  /** Twelve digits. */
  readonly amount: string;
  readonly pan?: string;
  readonly expiry?: string;
  /** Digits 1–2 of F22. */
  readonly entry: string;
  readonly isReversible: boolean;
  /** The transaction that a void takes back. */
  readonly original?: LogEntry;
};

/** F48 of a settlement counts to 999 on each side. */
const LOG_ENTRIES_MAX = 999;

/** Why no payment can be made now, whatever it is. */
export function obstacle({ state }: Held): RefusedReason | undefined {
  if (state.keys === undefined) return 'notSignedIn';
  if (state.settling !== undefined) return 'settlementOpen';
  return state.log.length >= LOG_ENTRIES_MAX ? 'batchFull' : undefined;
}

export async function pay(held: Held, plan: Plan): Promise<PaymentResult> {
  if (!(await flush(held))) return refused('reversalPending');
  const { trace, after } = nextTrace(held.state);
  const about = { trace, batch: held.state.batch };
  const request: Request = { mti: plan.mti, fields: { ...plan.fields, 11: trace } };
  const out = secured(held, request);
  const line = await dial(held);
  if (line === undefined) return refused('noLine');
  const reversals = plan.isReversible ? [reversalOf(request, about)] : [];
  await remember(held, line, { trace: after, reversals: [...held.state.reversals, ...reversals] });
  const answer = await ask(held, line, out);
  return answer.kind === 'valid'
    ? believe(held, { plan, about, message: answer.message })
    : doubt(held, { about, answer });
}

/** On disk before on the line: after a loss of power the reversal is what we know. */
async function remember(
  held: Held,
  line: Connection,
  change: Partial<TerminalState>,
): Promise<void> {
  try {
    await held.save(change);
  } catch (cause) {
    await hangUp(line);
    throw new Error('the reversal could not be stored, so nothing was sent', { cause });
  }
}

type About = { readonly trace: string; readonly batch: string };
type Heard = { readonly plan: Plan; readonly about: About; readonly message: Message };

async function believe(held: Held, heard: Heard): Promise<PaymentResult> {
  const code = textOf(heard.message, 39);
  // An answer without an answer code is no answer (the safe one of the two known rules).
  if (code === undefined)
    return doubt(held, { about: heard.about, answer: { kind: 'broken', reason: 'mismatch' } });
  return isSuccess(code) ? approve(held, heard, code) : decline(held, heard, code);
}

async function approve(held: Held, heard: Heard, code: string): Promise<PaymentResult> {
  const { about, message, plan } = heard;
  const entry = entryOf(heard);
  const slip = paymentSlip(held, { entry, message, original: plan.original });
  if (plan.isReversible && !(await isPrinted(held, slip)))
    return blame(held, { about, reason: 'terminalFault', code: '96', message });
  await held.save({
    reversals: without(held, about),
    log: [...held.state.log.map((each) => voidedBy(plan, each)), entry],
  });
  if (!plan.isReversible) await isPrinted(held, slip);
  return {
    ...answered(code, about),
    kind: code === '10' ? 'partial' : 'approved',
    rrn: entry.rrn,
    ...(entry.authCode === undefined ? {} : { authCode: entry.authCode }),
    slip,
  };
}

async function decline(
  held: Held,
  { about, message }: Heard,
  code: string,
): Promise<PaymentResult> {
  await held.save({ reversals: without(held, about) });
  const rrn = textOf(message, 37);
  return { ...answered(code, about), kind: 'declined', ...(rrn === undefined ? {} : { rrn }) };
}

type Doubtful = { readonly about: About; readonly answer: Exclude<Answer, { kind: 'valid' }> };

/** Nothing that came can be believed: the reversal stays, and its reason says why. */
async function doubt(held: Held, { about, answer }: Doubtful): Promise<PaymentResult> {
  if (answer.kind === 'none') return blame(held, { about, reason: 'noAnswer', code: '98' });
  const code = answer.reason === 'wrongMac' ? 'A0' : '06';
  // Only an answer with a wrong MAC is ours for certain; what it says helps the host to find it.
  const known = answer.reason === 'wrongMac' && answer.message ? { message: answer.message } : {};
  return blame(held, { about, reason: answer.reason, code, ...known });
}

type Blame = {
  readonly about: About;
  readonly reason: UnknownReason;
  readonly code: PendingReversal['reason'];
  readonly message?: Message;
};

async function blame(held: Held, { about, reason, code, message }: Blame): Promise<PaymentResult> {
  const authCode = message === undefined ? undefined : textOf(message, 38);
  const known = authCode === undefined ? {} : { authCode };
  const reversals = withReason(held.state.reversals, {
    trace: about.trace,
    reason: code,
    ...known,
  });
  await held.save({ reversals });
  return unknown(reason, about);
}

async function isPrinted({ ports }: Held, slip: PaymentSlip): Promise<boolean> {
  try {
    await ports.print?.(slip);
    return true;
  } catch {
    // A printer that fails after an approval is a terminal fault, which has a reason of its own.
    return false;
  }
}

function without({ state }: Held, { trace, batch }: About): PendingReversal[] {
  return state.reversals.filter((each) => each.trace !== trace || each.batch !== batch);
}

function voidedBy({ original }: Plan, entry: LogEntry): LogEntry {
  const isIt = entry.trace === original?.trace && entry.batch === original.batch;
  return isIt ? { ...entry, status: 'voided' } : entry;
}

/** Card organisations other than UnionPay settle as foreign cards. */
const DOMESTIC: ReadonlySet<string> = new Set(['CUP', '000', '   ', '']);

function entryOf({ plan, about, message }: Heard): LogEntry {
  const authCode = textOf(message, 38)?.trim();
  const pan = plan.pan ?? textOf(message, 2);
  const voucher = voucherOf(message) ?? plan.original?.voucher;
  return {
    ...about,
    kind: plan.kind,
    status: 'approved',
    // A partial approval answers with less than was asked.
    amount: textOf(message, 4) ?? plan.amount,
    entry: plan.entry,
    rrn: textOf(message, 37) ?? '',
    isForeign: !DOMESTIC.has(readF63(textOf(message, 63) ?? '').organisation),
    ...(pan === undefined ? {} : { pan }),
    ...(plan.expiry === undefined ? {} : { expiry: plan.expiry }),
    ...(authCode === undefined || authCode === '' ? {} : { authCode }),
    ...(voucher === undefined ? {} : { voucher }),
  };
}

function voucherOf(message: Message): string | undefined {
  const f59 = bytesOf(message, 59);
  const value = f59 && tlvValue(readF59(f59) ?? [], F59_VOUCHER);
  return value && toAscii(value);
}
