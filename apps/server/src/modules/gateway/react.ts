import { decode, unionpay, type HostAsk, type Message } from '@kaitong/iso8583';
import type { Ask } from '#platform/ask';
import { KeyTrouble } from '#platform/hsm/port';
import type { Services } from '#platform/services';
import { tradeGateOf, type TradeGate } from '#terminals';
import { count, type Counters } from './counters.ts';
import type { Admits } from './line.ts';
import { heardOf, type CloseReason, type Heard, type MessageKind } from './model.ts';
import type { Outcome } from './outcome.ts';
import { replyBytes } from './reply.ts';
import { verbOf, type Verb } from './verbs.ts';

/** What became of a frame. */
export type Reaction = {
  readonly kind: MessageKind;
  /** What to send back, with its two length bytes. */
  readonly reply?: Uint8Array;
  /** Why the connection is to be closed; then the message came to nothing. */
  readonly close?: CloseReason;
  readonly outcome?: Outcome;
  /** Answered without being looked at. */
  readonly isBusy?: boolean;
  readonly message?: Message;
  readonly gate?: TradeGate;
};

type Desk = { readonly counters: Counters; readonly admits: Admits };

/** From a frame to what is sent back. */
export async function react(
  services: Services,
  { counters, admits }: Desk,
  frame: Uint8Array,
): Promise<Reaction> {
  const read = decode(unionpay, frame);
  if (!read.ok) return { kind: 'unreadable', close: 'malformed' };
  const { message } = read;
  const heard = heardOf(message, frame);
  const isRequest = Number(message.mti[2]) % 2 === 0;
  if (!heard || !isRequest) return { kind: 'other', message, close: 'notServed' };
  const now = services.clock.now();
  const verb = verbOf(heard);
  const kind = verb?.kind ?? 'other';
  if (!admits(heard.terminalNo)) {
    counters.busy++;
    count(counters.answers, BUSY.code);
    return {
      kind,
      message,
      isBusy: true,
      outcome: BUSY,
      reply: replyBytes({ heard, now, outcome: BUSY }),
    };
  }
  const gate = await tradeGateOf(services.db, heard.terminalNo);
  const outcome = await judge(services, { heard, gate, verb, now });
  const told: Reaction = { kind, outcome, message, ...(gate ? { gate } : {}) };
  if (outcome.kind === 'silence') return told;
  count(counters.answers, outcome.code ?? '00');
  if (outcome.kind === 'refused') tellRefused(services, heard, outcome);
  const asks = outcome.kind === 'answered' ? nextAsk(gate, outcome) : undefined;
  return { ...told, reply: replyBytes({ heard, now, outcome, ...(asks ? { asks } : {}) }) };
}

/** 96: nothing was begun, so the terminal may try again. */
const BUSY = { kind: 'refused', code: '96' } as const;

type Case = {
  readonly heard: Heard;
  readonly gate: TradeGate | undefined;
  readonly verb: Verb | undefined;
  readonly now: Date;
};

/** Strangers learn nothing (97), not even what we do; those we know learn what we do not do (40). */
async function judge(services: Services, { heard, gate, verb, now }: Case): Promise<Outcome> {
  if (verb?.takeStranger) return verb.takeStranger(services, now, heard);
  if (!gate) return { kind: 'refused', code: '97' };
  if (!verb) return { kind: 'refused', code: '40' };
  try {
    return await verb.take(services, askOf(gate, now), { ...heard, gate });
  } catch (error) {
    // A key that was lost, moved or changed: the terminal is to say that it needs service.
    if (error instanceof KeyTrouble) return { kind: 'refused', code: 'A7', why: error.message };
    throw error;
  }
}

/** Who asks: the terminal, for its own merchant only. */
function askOf({ terminal_id: id, merchant_id: merchantId }: TradeGate, now: Date): Ask {
  return { by: { kind: 'terminal', id, merchantId }, now, lang: 'zh-Hans' };
}

/** What the terminal is to do next, unless this message did just that. */
function nextAsk(
  gate: TradeGate | undefined,
  { done }: Extract<Outcome, { kind: 'answered' }>,
): HostAsk | undefined {
  return gate?.asks.find((wish) => wish !== done);
}

type Refused = Extract<Outcome, { kind: 'refused' }>;

function tellRefused(
  { log }: Services,
  { terminalNo, trace }: Heard,
  { code, missing, why }: Refused,
): void {
  log.info({ terminalNo, trace, code, missing, why }, 'terminal refused');
}
