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

/** 0800/101: a terminal asks for the numbers that every other request carries. */
const INITIALISATION = '101';

/** What every request carries (UnionPay POS specification); undefined: it is no request of ours. */
export function heardOf(message: Message, frame: Uint8Array): Heard | undefined {
  const isManagement = message.mti.startsWith('08');
  const f60 = readF60(textOf(message, 60) ?? '');
  const blank = isManagement && f60?.code === INITIALISATION ? '' : undefined;
  const terminalNo = textOf(message, 41)?.trim() ?? blank;
  const merchantNo = textOf(message, 42)?.trim() ?? blank;
  const trace = textOf(message, 11) ?? (isManagement ? '000000' : undefined);
  if (terminalNo === undefined || merchantNo === undefined) return undefined;
  if (trace === undefined || f60 === undefined) return undefined;
  if (NAMES.some((field) => CONTROL.test(textOf(message, field) ?? ''))) return undefined;
  return { message, frame, terminalNo, merchantNo, trace, f60 };
}

/** Fields by which things are looked up: reference, approval code, answer, terminal and merchant. */
const NAMES = [37, 38, 39, 41, 42] as const;
// The database has no NUL letter, and no name has any other of these.
const CONTROL = /\p{Cc}/u;

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
