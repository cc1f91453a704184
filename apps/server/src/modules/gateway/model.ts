import type { api, ReplyOf } from '@kaitong/contract';
import { readF60, textOf, type F60, type Message } from '@kaitong/iso8583';
import type { MessageKey, Till } from '#payments';
import type { TradeGate } from '#terminals';

export type CloseReason = ReplyOf<typeof api.gateway.readCounters>['closed'][number]['reason'];

type MessageDetail = ReplyOf<typeof api.gateway.readMessage>;
export type MessageKind = MessageDetail['kind'];
export type MessageOutcome = MessageDetail['outcome'];
export type Channel = MessageDetail['channel'];
export type MacVerdict = MessageDetail['mac'];
export type MacCause = MessageDetail['macCauses'][number]['cause'];

/** What one line may cost us. Machine time throughout. */
export type LineLimits = {
  /** Whoever connects says something within this time. */
  readonly firstFrame_ms: number;
  /** From the first byte of a frame to its last: a dripped frame holds a connection no longer. */
  readonly wholeFrame_ms: number;
  readonly idle_ms: number;
  readonly connectionsMax: number;
  readonly perAddressMax: number;
  /** Frames of one connection that wait their turn. */
  readonly waitingMax: number;
};

export const LINE_LIMITS: LineLimits = {
  firstFrame_ms: 10_000,
  wholeFrame_ms: 10_000,
  idle_ms: 120_000,
  connectionsMax: 2_000,
  // Many tills of one shopping centre, or of one carrier, share an address.
  perAddressMax: 500,
  waitingMax: 8,
};

/** A message whose fixed parts could be read, with its bytes for the MAC. */
export type Heard = {
  readonly message: Message;
  readonly frame: Uint8Array;
  readonly terminalNo: string;
  readonly merchantNo: string;
  readonly trace: string;
  readonly f60: F60;
};

/** A message of a terminal that is ours. */
export type Known = Heard & { readonly gate: TradeGate };

/** What every request carries (UnionPay POS specification); undefined: it is no request of ours. */
export function heardOf(message: Message, frame: Uint8Array): Heard | undefined {
  const terminalNo = textOf(message, 41)?.trim();
  const merchantNo = textOf(message, 42)?.trim();
  const isManagement = message.mti.startsWith('08');
  const trace = textOf(message, 11) ?? (isManagement ? '000000' : undefined);
  const f60 = readF60(textOf(message, 60) ?? '');
  if (terminalNo === undefined || merchantNo === undefined) return undefined;
  if (trace === undefined || f60 === undefined) return undefined;
  return { message, frame, terminalNo, merchantNo, trace, f60 };
}

export function tillOf(gate: TradeGate): Till {
  return {
    merchantId: gate.merchant_id,
    merchantNo: gate.merchant_no,
    terminalId: gate.terminal_id,
    terminalNo: gate.terminal_no,
    epoch: gate.epoch,
  };
}

export function keyOf(gate: TradeGate, { f60, trace }: Heard): MessageKey {
  return { ...tillOf(gate), batchNo: f60.batch, trace };
}

/** F63.1: card organisation. */
export function organisationOf(scheme: string | undefined): string {
  return ORGANISATIONS[scheme ?? ''] ?? 'CUP';
}
const ORGANISATIONS: Readonly<Record<string, string>> = {
  unionpay: 'CUP',
  visa: 'VIS',
  mastercard: 'MCC',
  jcb: 'JCB',
  amex: 'AMX',
};
