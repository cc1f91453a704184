/** The life of one payment: tell what is owed, remember, ask, believe or doubt, remember. */
import { bytesOf, isSuccess, textOf } from '@kaitong/iso8583';
import type { FieldValue, Message } from '@kaitong/iso8583';
import type { Card } from './card.ts';
import { finishChip } from './chip.ts';
import type { ChipEnd } from './chip.ts';
import { ask, dial, hangUp, secured } from './exchange.ts';
import type { Answer, Request } from './exchange.ts';
import { KINDS } from './kinds.ts';
import type { TransactionKind } from './kinds.ts';
import { entryOf } from './log-entry.ts';
import { isSameKey, withoutKey } from './outbox.ts';
import type { Connection } from './ports.ts';
import { queued, withSlip } from './print-queue.ts';
import { answered, refused, unknown } from './result.ts';
import type { PaymentResult, UnknownReason } from './result.ts';
import { flush, reversalOf, withReason } from './reversal.ts';
import { scriptNotice, sendScripts } from './script.ts';
import { paymentSlip } from './slip.ts';
import type { PaymentSlip } from './slip.ts';
import { nextTrace } from './state.ts';
import type { Held, LogEntry, PendingReversal, TerminalState } from './state.ts';

/** A payment that is ready to go, but for its trace number. */
export type Plan = {
  readonly kind: TransactionKind;
  readonly fields: Readonly<Record<number, FieldValue>>;
  /** Twelve digits. */
  readonly amount: string;
  readonly pan?: string;
  readonly expiry?: string;
  /** Digits 1–2 of F22. */
  readonly entry: string;
  /** What the host calls a QR payment, when it is known before the answer. */
  readonly voucher?: string;
  /** The card whose chip must hear the answer. */
  readonly card?: Card;
  /** The transaction that a void takes back, or that a completion ends. */
  readonly original?: LogEntry;
};

export async function pay(held: Held, plan: Plan): Promise<PaymentResult> {
  // What an issuer told a chip goes first, then what may have to be taken back, then what is new.
  await sendScripts(held);
  if (!(await flush(held))) return refused('reversalPending');
  const { mti, leaves } = KINDS[plan.kind];
  const { trace, after } = nextTrace(held.state);
  const about = { trace, batch: held.state.batch };
  const request: Request = { mti, fields: { ...plan.fields, 11: trace } };
  const out = secured(held, request);
  const line = await dial(held);
  if (line === undefined) return refused('noLine');
  const of = plan.original === undefined ? {} : { of: plan.original.trace };
  const doubt = { kind: plan.kind, ...about, amount: plan.amount, ...of };
  await remember(held, line, {
    trace: after,
    ...(leaves === 'reversal'
      ? { reversals: [...held.state.reversals, reversalOf(request, about)] }
      : {}),
    ...(leaves === 'doubt' ? { doubts: [...held.state.doubts, doubt].slice(-DOUBTS_MAX) } : {}),
  });
  const answer = await ask(held, line, out);
  return answer.kind === 'valid'
    ? believe(held, { plan, about, message: answer.message, request })
    : doubtful(held, { about, answer });
}

/** People have long been called when there are so many. */
const DOUBTS_MAX = 100;

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
type Heard = {
  readonly plan: Plan;
  readonly about: About;
  readonly message: Message;
  readonly request: Request;
};

async function believe(held: Held, heard: Heard): Promise<PaymentResult> {
  const code = textOf(heard.message, 39);
  // An answer without an answer code is no answer (the safe one of the two known rules).
  if (code === undefined)
    return doubtful(held, { about: heard.about, answer: { kind: 'broken', reason: 'mismatch' } });
  return isSuccess(code) ? approve(held, heard, code) : decline(held, heard, code);
}

async function approve(held: Held, heard: Heard, code: string): Promise<PaymentResult> {
  const { about, message, plan } = heard;
  const chip = await finishChip(plan.card, bytesOf(message, 55));
  const isReversible = KINDS[plan.kind].leaves === 'reversal';
  if (chip?.accepts === false && isReversible)
    return blame(held, { about, reason: 'cardDeclined', code: '96', message, chip: chip.tags });
  const entry = entryOf({ plan, about, message, ...(chip === undefined ? {} : { chip }) });
  const slip = paymentSlip(held, { entry, message, original: plan.original });
  const printed = await print(held, slip);
  if (printed === 'broken' && isReversible)
    return blame(held, { about, reason: 'terminalFault', code: '96', message });
  const status = printed === 'printed' ? 'printed' : 'waiting';
  await held.save({
    ...settled(held, about),
    log: [...held.state.log.map((each) => changedBy(plan, each)), entry],
    slips: withSlip(held, queued(slip, status)),
    ...noticeOf(held, heard, chip),
  });
  return {
    ...answered(code, about),
    kind: code === '10' ? 'partial' : 'approved',
    rrn: entry.rrn,
    ...(entry.authCode === undefined ? {} : { authCode: entry.authCode }),
    slip,
  };
}

/** The issuer's commands to the chip are reported before the next payment. */
function noticeOf(held: Held, heard: Heard, chip: ChipEnd | undefined): Partial<TerminalState> {
  if (chip?.ranScript !== true) return {};
  const { trace, after } = nextTrace(held.state);
  const notice = scriptNotice({ ...heard, chip: chip.tags, trace });
  return { trace: after, scripts: [...held.state.scripts, notice] };
}

async function decline(
  held: Held,
  { about, message, plan }: Heard,
  code: string,
): Promise<PaymentResult> {
  // A refusal, too, may carry commands; the card hears it and its report is not waited for.
  await finishChip(plan.card, bytesOf(message, 55));
  await held.save(settled(held, about));
  const rrn = textOf(message, 37);
  return { ...answered(code, about), kind: 'declined', ...(rrn === undefined ? {} : { rrn }) };
}

/** The answer is known, so neither reversal nor doubt is left. */
function settled({ state }: Held, about: About): Partial<TerminalState> {
  return {
    reversals: withoutKey(state.reversals, about),
    doubts: withoutKey(state.doubts, about),
  };
}

type Doubtful = { readonly about: About; readonly answer: Exclude<Answer, { kind: 'valid' }> };

/** Nothing that came can be believed: the reversal stays, and its reason says why. */
async function doubtful(held: Held, { about, answer }: Doubtful): Promise<PaymentResult> {
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
  /** What the card that declined said. */
  readonly chip?: Uint8Array;
};

async function blame(held: Held, { about, reason, code, message, chip }: Blame) {
  const authCode = message === undefined ? undefined : textOf(message, 38);
  const reversals = withReason(held.state.reversals, {
    trace: about.trace,
    reason: code,
    ...(authCode === undefined ? {} : { authCode }),
    ...(chip === undefined ? {} : { chip }),
  });
  await held.save({ reversals });
  return unknown(reason, about);
}

async function print(
  { ports }: Held,
  slip: PaymentSlip,
): Promise<'printed' | 'paperOut' | 'broken'> {
  if (ports.print === undefined) return 'paperOut';
  try {
    return (await ports.print(slip)) ?? 'printed';
  } catch {
    // A printer that fails after an approval is a terminal fault, which has a reason of its own.
    return 'broken';
  }
}

const ENDS: Readonly<Partial<Record<TransactionKind, LogEntry['status']>>> = {
  void: 'voided',
  qrVoid: 'voided',
  preAuthVoid: 'voided',
  completionVoid: 'voided',
  completion: 'completed',
  completionAdvice: 'completed',
};

/** The original of a void or completion is no longer open. */
export function changedBy({ kind, original }: Pick<Plan, 'kind' | 'original'>, entry: LogEntry) {
  const status = ENDS[kind];
  const isIt = original !== undefined && isSameKey(original, entry);
  return isIt && status !== undefined ? { ...entry, status } : entry;
}
