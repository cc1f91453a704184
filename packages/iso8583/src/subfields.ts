/**
 * What UnionPay packs inside F60, F61 and F63 (docs/protocol.md §2.8–§2.10).
 * Readers are total: text that does not fit gives `undefined`.
 */
import { concat, fromAscii, toAscii } from './bytes.ts';
import type { FieldValue } from './profile.ts';

/** F60: what kind of message this is, and in which batch. */
export type F60 = {
  /** 60.1: `22` sale, `23` void, `25` refund, `00` management. */
  readonly type: string;
  /** 60.2: six digits, given by the host at sign-in. */
  readonly batch: string;
  /** 60.3: network management code, `000` for business. */
  readonly code: string;
  /** 60.4: what the terminal can read: `2` magnetic, `5` chip, `6` also contactless. */
  readonly capability?: string;
  /** 60.5: `0` no condition, `1` and `2` fallback from chip. */
  readonly condition?: string;
  /** 60.6: whether a part of the amount may be approved. */
  readonly partial?: string;
  /** 60.7: three digits. */
  readonly account?: string;
};

export function readF60(digits: string): F60 | undefined {
  const match = /^(\d{2})(\d{6})(\d{3})(\d)?(\d)?(\d)?(\d{3})?\d*$/.exec(digits);
  if (match === null) return undefined;
  const [, type = '', batch = '', code = '', capability, condition, partial, account] = match;
  return {
    type,
    batch,
    code,
    ...(capability === undefined ? {} : { capability }),
    ...(condition === undefined ? {} : { condition }),
    ...(partial === undefined ? {} : { partial }),
    ...(account === undefined ? {} : { account }),
  };
}

/** Ends at the last sub-field in use; unused ones before it are zeros. */
export function writeF60({ type, batch, code, ...tail }: F60): string {
  const { capability, condition, partial, account } = tail;
  const used = [capability, condition, partial, account];
  const last = used.findLastIndex((part) => part !== undefined);
  return [type, batch, code, ...used.slice(0, last + 1).map((part) => part ?? '0')].join('');
}

/** F61: the message that this one refers to. */
export type F61 = {
  readonly batch: string;
  readonly trace: string;
  /** MMDD; zeros when unknown. */
  readonly date?: string;
  /** How the original was authorised: `00` terminal, `01` telephone, `02` stand-in. */
  readonly authorisation?: string;
  /** Who authorised it: at most 11 digits. */
  readonly organisation?: string;
};

const F61_FORM = /^(\d{6})(\d{6})(?:(\d{4})(?:(\d{2})(\d{1,11})?)?)?$/;

/** Reads F61; digits that do not come out even are not one. */
export function readF61(digits: string): F61 | undefined {
  const match = F61_FORM.exec(digits);
  if (match === null) return undefined;
  const [, batch = '', trace = '', date, authorisation, organisation] = match;
  return {
    batch,
    trace,
    ...(date === undefined ? {} : { date }),
    ...(authorisation === undefined ? {} : { authorisation }),
    ...(organisation === undefined ? {} : { organisation }),
  };
}

/** Ends at the last part in use; a part before it that is not known is zeros. */
export function writeF61({ batch, trace, ...tail }: F61): string {
  const { date, authorisation, organisation } = tail;
  const used = [date, authorisation, organisation];
  const last = used.findLastIndex((part) => part !== undefined);
  const zeros = ['0000', '00', ''];
  const parts = used.slice(0, last + 1).map((part, i) => part ?? zeros[i] ?? '');
  return [batch, trace, ...parts].join('');
}

/**
 * F63: who. Three characters (operator in requests, card organisation in answers), then in answers
 * up to three blocks of 20 bytes to print (issuer, UnionPay, acquirer) and one for the terminal.
 */
export type F63 = { readonly organisation: string; readonly text: string };

/** Reads F63 that is ASCII: three characters and the rest as one. */
export function readF63(text: string): F63 {
  return { organisation: text.slice(0, 3), text: text.slice(3) };
}

/** F63.2, taken apart. Blocks are bytes: they may be GB18030. Spaces behind are left away. */
export type F63Blocks = {
  readonly organisation: string;
  readonly issuer?: Uint8Array;
  readonly unionpay?: Uint8Array;
  readonly acquirer?: Uint8Array;
  /** At most 60 bytes, for the terminal and not for paper. */
  readonly terminal?: Uint8Array;
};

const BLOCKS = ['issuer', 'unionpay', 'acquirer', 'terminal'] as const;
const BLOCK_BYTES = 20;
const LAST_BLOCK_BYTES = 60;

/** Takes F63 of an answer apart; nothing when it has no three characters or too many bytes. */
export function readF63Blocks(value: FieldValue): F63Blocks | undefined {
  const bytes = typeof value === 'string' ? fromAscii(value) : value;
  const organisation = toAscii(bytes.subarray(0, 3));
  if (bytes.length < 3 || organisation === undefined) return undefined;
  if (bytes.length > 3 + 3 * BLOCK_BYTES + LAST_BLOCK_BYTES) return undefined;
  const read: Record<string, Uint8Array> = {};
  for (const [i, block] of BLOCKS.entries()) {
    const from = 3 + i * BLOCK_BYTES;
    const end = block === 'terminal' ? bytes.length : from + BLOCK_BYTES;
    if (from < bytes.length) read[block] = withoutSpaces(bytes.slice(from, end));
  }
  return { organisation, ...read };
}

/** F63 of an answer; blocks before the last one in use are filled with spaces. */
export function writeF63Blocks({ organisation, ...blocks }: F63Blocks): Uint8Array {
  if (organisation.length !== 3) throw new RangeError('F63 begins with three characters');
  const last = BLOCKS.findLastIndex((block) => blocks[block] !== undefined);
  const used = BLOCKS.slice(0, last + 1).map((block, i) => {
    const value = blocks[block] ?? new Uint8Array();
    const size = block === 'terminal' ? LAST_BLOCK_BYTES : BLOCK_BYTES;
    if (value.length > size) throw new RangeError(`the ${block} block of F63 has ${size} bytes`);
    return i === last && block === 'terminal' ? value : padded(value, BLOCK_BYTES);
  });
  return concat([fromAscii(organisation), ...used]);
}

function withoutSpaces(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0x20) + 1);
}

function padded(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size).fill(0x20);
  out.set(bytes);
  return out;
}
