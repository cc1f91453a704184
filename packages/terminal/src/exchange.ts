/** One request and its answer, and every check that stands between the line and belief. */
import {
  decode,
  encode,
  framed,
  FrameReader,
  fromHex,
  isSuccess,
  textOf,
  unionpay,
  verifyMac,
  withMac,
} from '@kaitong/iso8583';
import type { FieldValue, MacKey, Message } from '@kaitong/iso8583';
import { workCipher } from './ciphers.ts';
import type { Connection } from './ports.ts';
import type { Held, TerminalState } from './state.ts';

export type Request = {
  readonly mti: string;
  readonly fields: Readonly<Record<number, FieldValue>>;
};

export type Answer =
  | { readonly kind: 'valid'; readonly message: Message }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'broken';
      readonly reason: 'undecodable' | 'mismatch' | 'wrongMac';
      readonly message?: Message;
    };

/** A line to the host, or nothing when there is none. */
export async function dial({ ports }: Held): Promise<Connection | undefined> {
  try {
    return await ports.dial();
  } catch {
    // No line means nothing was sent, which the caller says in its own words.
    return undefined;
  }
}

/** A request in its bytes. Made before dialling, so that a value that does not fit costs no call. */
export type Outgoing = {
  readonly message: Message;
  readonly bytes: Uint8Array;
  /** Present when the answer must prove itself. */
  readonly key?: MacKey;
};

/** A message with a MAC: everything that moves money. */
export function secured(held: Held, request: Request): Outgoing {
  const message = addressed(held.state, request);
  const key = macKey(held);
  return { message, key, bytes: withMac(unionpay, message, key) };
}

/** A management message, which has no MAC in either direction. */
export function plain(held: Held, request: Request): Outgoing {
  const message = addressed(held.state, request);
  return { message, bytes: encode(unionpay, message) };
}

/** Sends one request, hears one answer, hangs up. */
export async function ask(held: Held, line: Connection, out: Outgoing): Promise<Answer> {
  const reply = await roundTrip(line, out.bytes);
  if (reply === undefined) return { kind: 'none' };
  const decoded = decode(unionpay, reply);
  if (!decoded.ok) return { kind: 'broken', reason: 'undecodable' };
  const { message } = decoded;
  if (!isAnswer(message, out.message)) return { kind: 'broken', reason: 'mismatch', message };
  if (!isProven(message, reply, out.key)) return { kind: 'broken', reason: 'wrongMac', message };
  await held.save({ hostAsks: message.header?.[5] ?? '0' });
  return { kind: 'valid', message };
}

/** Only an approval carries a MAC (UnionPay POS specification): a refusal is believed as it is. */
function isProven(message: Message, reply: Uint8Array, key: MacKey | undefined): boolean {
  if (key === undefined || !isSuccess(textOf(message, 39) ?? '')) return true;
  return verifyMac(unionpay, reply, key);
}

function addressed({ installed }: TerminalState, { mti, fields }: Request): Message {
  const { terminalNo, merchantNo } = installed;
  // Before the initialisation by serial number it has no name yet.
  const own = terminalNo === '' ? {} : { 41: terminalNo, 42: merchantNo };
  return { tpdu: installed.tpdu, header: installed.header, mti, fields: { ...fields, ...own } };
}

function macKey(held: Held): MacKey {
  const { state } = held;
  return {
    algorithm: state.installed.macAlgorithm,
    key: fromHex(state.keys?.mak ?? ''),
    cipher: workCipher(held),
  };
}

// A frame of 4096 bytes that comes byte by byte ends here; a host that drips longer is hung up on.
const CHUNKS_MAX = 4_100;

/** The frame that comes back, without its length; nothing when the line fails in any way. */
async function roundTrip(line: Connection, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    await line.send(framed(bytes));
    const reader = new FrameReader();
    for (let i = 0; i < CHUNKS_MAX; i++) {
      // One chunk after the other, as a line gives them.
      // oxlint-disable-next-line no-await-in-loop
      const chunk = await line.receive();
      const read = chunk && reader.push(chunk);
      if (read === undefined || read.error !== undefined) return undefined;
      if (read.frames[0] !== undefined) return read.frames[0];
    }
    return undefined;
  } catch {
    // Whatever broke, the host may have the request: the same as silence.
    return undefined;
  } finally {
    await hangUp(line);
  }
}

/** Closes a line, whatever state it is in. */
export async function hangUp(line: Connection): Promise<void> {
  try {
    await line.close();
  } catch {
    // A line that can not be closed is gone already.
  }
}

/** Whether this is the answer to that request: type, processing code, amount, trace, who and whose. */
function isAnswer(answer: Message, request: Message): boolean {
  const mti = String(Number(request.mti) + 10).padStart(4, '0');
  const isSame = (field: number) => answer.fields[field] === request.fields[field];
  return answer.mti === mti && comparedIn(answer, request).every(isSame);
}

const MONEY: ReadonlySet<string> = new Set(['0100', '0200', '0220', '0400']);

/** Management answers repeat less: no amount, and no trace where the host keeps none. */
function comparedIn(answer: Message, request: Message): number[] {
  const own = [41, 42].filter((field) => request.fields[field] !== undefined);
  if (!MONEY.has(request.mti)) return answer.fields[11] === undefined ? own : [11, ...own];
  return answer.fields[39] === '10' ? [3, 11, ...own] : [3, 4, 11, ...own];
}
