import { HEX_OF_BYTE } from './bytes.ts';
import type { Decoded } from './decode.ts';
import { BAD_LENGTH, OVER_LENGTH, padOf, readSize, readValue, spelledByte } from './field.ts';
import type { Reason } from './field.ts';
import { FRAME_BYTES_MAX } from './frames.ts';
import { bytesFor } from './plan.ts';
import type { Plan, Step } from './plan.ts';
import type { FieldValue, Message } from './profile.ts';

export type DecodeError = {
  readonly offset: number;
  /** `tpdu`, `header`, `mti`, `bitmap`, `F2` … */
  readonly path: string;
  readonly reason: Reason;
};

/** A piece of the frame: where it stands, and what it holds. */
export type Part = {
  readonly path: string;
  readonly field?: number;
  readonly offset: number;
  /** With its length prefix. */
  readonly length: number;
  readonly value: FieldValue;
};

/**
 * Reads a frame (without its two length bytes) from left to right and stops at the first byte that
 * breaks a rule. It never throws, and copies no more bytes than the frame has. Who wants to know
 * what stands where gives `parts` to be filled.
 */
export function scan(plan: Plan, bytes: Uint8Array, parts?: Part[]): Decoded {
  if (bytes.length > FRAME_BYTES_MAX) return failed(0, 'frame', 'frameTooLong');
  const head = readHead(plan, bytes, parts);
  return 'ok' in head ? head : readFields(plan, bytes, { ...head, parts });
}

type Failed = Extract<Decoded, { ok: false }>;

function failed(offset: number, path: string, reason: Reason): Failed {
  return { ok: false, error: { offset, path, reason } };
}

type Head = {
  readonly tpdu: string;
  readonly header: string;
  readonly mti: string;
  readonly bitmapAt: number;
  /** Bytes of bitmap that count: 8 or 16. */
  readonly bitmapBytes: number;
};

const TPDU_BYTES = 5;
const ROUTING_BYTES = 11;

function readHead(plan: Plan, bytes: Uint8Array, parts?: Part[]): Head | Failed {
  const { hasRouting, isSpelled } = plan;
  const tpdu = hasRouting ? packed(bytes, 0, TPDU_BYTES) : '';
  if (tpdu === undefined) return failed(0, 'tpdu', 'truncated');
  if (hasRouting) parts?.push({ path: 'tpdu', offset: 0, length: TPDU_BYTES, value: tpdu });
  const header = hasRouting ? packed(bytes, TPDU_BYTES, ROUTING_BYTES) : '';
  if (header === undefined) return failed(TPDU_BYTES, 'header', 'truncated');
  if (hasRouting) parts?.push({ path: 'header', offset: TPDU_BYTES, length: 6, value: header });

  const offset = hasRouting ? ROUTING_BYTES : 0;
  const bitmapAt = offset + (isSpelled ? 4 : 2);
  const mti = isSpelled ? spelled(bytes, offset, bitmapAt) : packed(bytes, offset, bitmapAt);
  if (mti === undefined) return failed(offset, 'mti', 'truncated');
  if (!FOUR_DIGITS.test(mti)) return failed(offset, 'mti', 'notDigits');
  parts?.push({ path: 'mti', offset, length: bitmapAt - offset, value: mti });

  const bitmapBytes = readBitmap(plan, bytes, bitmapAt);
  if (typeof bitmapBytes !== 'number') return failed(bitmapAt, 'bitmap', bitmapBytes);
  const head = { tpdu, header, mti, bitmapAt, bitmapBytes };
  parts?.push(bitmapPart(plan, bytes, head));
  return head;
}

const FOUR_DIGITS = /^\d{4}$/;

function packed(bytes: Uint8Array, from: number, end: number): string | undefined {
  if (end > bytes.length) return undefined;
  let out = '';
  for (let at = from; at < end; at++) out += HEX_OF_BYTE[bytes[at] ?? 0] ?? '';
  return out;
}

function spelled(bytes: Uint8Array, from: number, end: number): string | undefined {
  if (end > bytes.length) return undefined;
  let out = '';
  for (let at = from; at < end; at++) out += String.fromCharCode(bytes[at] ?? 0);
  return out;
}

/** How many bytes the bitmaps have. Bit 1 of the first says that the second follows at once. */
function readBitmap(plan: Plan, bytes: Uint8Array, at: number): number | Reason {
  const scale = plan.isSpelled ? 2 : 1;
  const isLong = at < bytes.length && (bitmapByte(plan, bytes, at) & 0x80) > 0;
  if (isLong && !plan.hasSecondBitmap) return 'secondBitmapNotAllowed';
  const count = isLong ? 16 : 8;
  if (at + count * scale > bytes.length) return 'truncated';
  if (plan.isSpelled)
    for (let i = 0; i < count; i++) if (spelledByte(bytes, at + 2 * i) < 0) return 'notHex';
  return count;
}

function bitmapByte(plan: Plan, bytes: Uint8Array, at: number): number {
  return plan.isSpelled ? Math.max(0, spelledByte(bytes, at)) : (bytes[at] ?? 0);
}

function bitmapPart(plan: Plan, bytes: Uint8Array, { bitmapAt, bitmapBytes }: Head): Part {
  const end = bitmapAt + bitmapBytes * (plan.isSpelled ? 2 : 1);
  const value = (plan.isSpelled ? spelled : packed)(bytes, bitmapAt, end) ?? '';
  return { path: 'bitmap', offset: bitmapAt, length: end - bitmapAt, value };
}

type Wanted = { readonly parts: Part[] | undefined };

/** What has been read so far, and where the next field begins. */
type Into = Wanted & {
  readonly fields: Record<number, FieldValue>;
  pads: Record<number, string> | undefined;
  end: number;
};

function readFields(plan: Plan, bytes: Uint8Array, head: Head & Wanted): Decoded {
  const scale = plan.isSpelled ? 2 : 1;
  const end = head.bitmapAt + head.bitmapBytes * scale;
  const into: Into = { fields: {}, pads: undefined, end, parts: head.parts };
  for (let i = 0; i < head.bitmapBytes; i++) {
    let bits = bitmapByte(plan, bytes, head.bitmapAt + i * scale);
    // Bit 1 is no field: it announced the second bitmap.
    if (i === 0) bits &= 0x7f;
    while (bits !== 0) {
      const bit = Math.clz32(bits) - 24;
      bits &= ~(0x80 >> bit);
      const field = i * 8 + bit + 1;
      const step = plan.steps[field];
      if (step === undefined) return failed(head.bitmapAt, `F${field}`, 'unknownField');
      const trouble = readField(step, bytes, into);
      if (trouble !== undefined) return trouble;
    }
  }
  if (into.end < bytes.length) return failed(into.end, 'frame', 'trailingBytes');
  return { ok: true, message: messageOf(plan, head, into) };
}

function readField(step: Step, bytes: Uint8Array, into: Into): Failed | undefined {
  const start = into.end;
  const size = readSize(step, bytes, start);
  if (size < 0) return failed(start, step.path, sizeReason(size));
  const from = start + step.prefixBytes;
  const end = from + bytesFor(step.encoding, size);
  if (end > bytes.length) return failed(from, step.path, 'truncated');
  const value = readValue(step, bytes, { from, size });
  if (value === undefined)
    return failed(from, step.path, step.encoding === 'hex' ? 'notHex' : 'notDigits');
  into.fields[step.field] = value;
  into.end = end;
  const pad = padOf(step, bytes, { from, size });
  if (pad !== step.pad && pad >= 0) (into.pads ??= {})[step.field] = pad.toString(16).toUpperCase();
  const { path, field } = step;
  into.parts?.push({ path, field, offset: start, length: end - start, value });
  return undefined;
}

function sizeReason(size: number): Reason {
  if (size === BAD_LENGTH) return 'badLength';
  return size === OVER_LENGTH ? 'overLength' : 'truncated';
}

function messageOf(plan: Plan, head: Head, { fields, pads }: Into): Message {
  const { tpdu, header, mti } = head;
  const message = plan.hasRouting ? { tpdu, header, mti, fields } : { mti, fields };
  const hasEmptyBitmap = head.bitmapBytes === 16 && !hasHighField(fields);
  if (pads === undefined && !hasEmptyBitmap) return message;
  return {
    ...message,
    ...(pads === undefined ? {} : { pads }),
    ...(hasEmptyBitmap ? { hasEmptyBitmap } : {}),
  };
}

function hasHighField(fields: Readonly<Record<number, FieldValue>>): boolean {
  return Object.keys(fields).some((field) => Number(field) > 64);
}
