import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask } from '#platform/ask';
import type { Db, Tx } from '#platform/db';
import { newId } from '#platform/ids';
import {
  exchangeBy,
  exchangesBy,
  insertExchange,
  lockOpenBatch,
  type ExchangeKey,
  type StoredAnswer,
} from './exchanges/store.ts';
import type { Answer, MessageKey } from './model.ts';

/** MTI class and transaction type: a reversal uses the trace number of its original again. */
export type MessageKind =
  | '0200:01'
  | '0100:10'
  | '0100:11'
  | '0200:20'
  | '0200:21'
  | '0200:22'
  | '0200:23'
  | '0200:36'
  | '0200:60'
  | '0220:24'
  | '0220:25'
  | '0220:30'
  | '0220:32'
  | '0220:34'
  | `0400:${ReversibleType}`
  | '0500'
  | `0320:${string}`;

/** 60.1 of what can be reversed: pre-authorisation, completion, sale, and the void of each. */
export type ReversibleType = '10' | '11' | '20' | '21' | '22' | '23';

/** The message that a reversal takes back. */
export function reversedKind(type: ReversibleType): MessageKind {
  return type === '10' || type === '11' ? `0100:${type}` : `0200:${type}`;
}

export type Opening = {
  readonly key: MessageKey;
  readonly kind: MessageKind;
  /** Keyed hash of what the message asks for; the same key with another one is refused. */
  readonly fingerprint: string;
};

export type Opened =
  | { readonly kind: 'new' }
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'inFlight' };

export function exchangeKey({ key, kind }: Pick<Opening, 'key' | 'kind'>): ExchangeKey {
  return {
    merchant_id: key.merchantId,
    terminal_id: key.terminalId,
    epoch: key.epoch,
    batch_no: key.batchNo,
    trace: key.trace,
    kind,
  };
}

/**
 * Looks for an earlier message of the same key. The batch row is locked first, so messages of one
 * terminal are judged one after the other even when they come over two connections.
 */
export async function openExchange(tx: Tx, opening: Opening): Promise<Opened> {
  const batch = await lockOpenBatch(tx, opening.key);
  const sameNumber = await exchangesBy(tx, exchangeKey(opening));
  const before = sameNumber.find(({ kind }) => kind === opening.kind);
  if (before && before.fingerprint !== opening.fingerprint) return answered({ code: '94' });
  if (!before && isBusiness(opening) && sameNumber.some(isBusiness))
    return answered({ code: '94' });
  if (before?.answer) return answered(before.answer);
  if (before) return { kind: 'inFlight' };
  return batch?.batch_no === opening.key.batchNo ? { kind: 'new' } : answered({ code: '77' });
}

/** What takes a number of its own. A reversal repeats that of its original, an upload those of a batch. */
function isBusiness({ kind }: { readonly kind: string }): boolean {
  return kind.startsWith('01') || kind.startsWith('02');
}

/** Whether a message of this key came before, whatever it asked for. */
export async function isRepeated(db: Db, of: Pick<Opening, 'key' | 'kind'>): Promise<boolean> {
  return (await exchangeBy(db, exchangeKey(of))) !== undefined;
}

type AnswerTo =
  | { readonly kind: 'never' }
  | { readonly kind: 'inFlight' }
  | ReturnType<typeof answered>;

/** What a message was answered; `never`: it did not come, or nothing is known of it. */
export async function answerTo(db: Db, of: Pick<Opening, 'key' | 'kind'>): Promise<AnswerTo> {
  const exchange = await exchangeBy(db, exchangeKey(of));
  if (!exchange) return { kind: 'never' };
  return exchange.answer ? answered(exchange.answer) : { kind: 'inFlight' };
}

export function answered(answer: Answer): { kind: 'answered'; answer: Answer } {
  return { kind: 'answered', answer };
}

type Ids = { readonly paymentId?: string; readonly refundId?: string };

/** Keeps the message with its answer; without one it is on its way to the network. */
export async function keepExchange(
  tx: Tx,
  { now }: Ask,
  { opening, answer, ids = {} }: { opening: Opening; answer?: Answer; ids?: Ids },
): Promise<void> {
  await insertExchange(tx, {
    ...exchangeKey(opening),
    id: newId('exc', now),
    fingerprint: opening.fingerprint,
    status: answer ? 'answered' : 'sending',
    payment_id: ids.paymentId ?? null,
    refund_id: ids.refundId ?? null,
    answer: answer ? storedAnswer(answer) : null,
    at: now,
  });
}

export function storedAnswer(answer: Answer): StoredAnswer {
  return { ...answer };
}

const JOIN_STEP_MS = 100;
const JOIN_STEPS_MAX = 100;

/** A repeat of a message that is still at the network waits for the answer of the first. */
export async function joinExchange(
  db: Db,
  opening: Pick<Opening, 'key' | 'kind'>,
): Promise<Answer | undefined> {
  for (let step = 0; step < JOIN_STEPS_MAX; step++) {
    const exchange = await exchangeBy(db, exchangeKey(opening));
    if (exchange?.answer) return exchange.answer;
    await sleep(JOIN_STEP_MS);
  }
  return undefined;
}
