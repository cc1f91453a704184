import type { Decoded } from './decode.ts';
import { areDigits, hexIn, letters, padOf, readSize, readValue, spelledByte } from './field.ts';
import type { Reading, Reason } from './field.ts';
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

type Failed = Extract<Decoded, { ok: false }>;

/** A frame on its way to a message: one object, filled from left to right. */
type Scan = Reading & {
  readonly plan: Plan;
  /** Who wants to know what stands where. */
  readonly parts: Part[] | undefined;
  tpdu: string;
  header: string;
  mti: string;
  bitmapAt: number;
  /** Bytes of bitmap that count: 8 or 16. */
  bitmapBytes: number;
  readonly fields: Record<number, FieldValue>;
  pads: Record<number, string> | undefined;
};

/**
 * Reads a frame (without its two length bytes) from left to right and stops at the first byte that
 * breaks a rule. It never throws, and makes nothing longer than the frame. Who wants to know what
 * stands where gives `parts` to be filled.
 */
export function scan(plan: Plan, bytes: Uint8Array, parts?: Part[]): Decoded {
  if (bytes.length > FRAME_BYTES_MAX) return failed(0, 'frame', 'frameTooLong');
  const frame: Scan = {
    bytes,
    at: 0,
    size: 0,
    plan,
    parts,
    tpdu: '',
    header: '',
    mti: '',
    bitmapAt: 0,
    bitmapBytes: 8,
    fields: {},
    pads: undefined,
  };
  return readHead(frame) ?? readFields(frame) ?? { ok: true, message: messageOf(frame) };
}

function failed(offset: number, path: string, reason: Reason): Failed {
  return { ok: false, error: { offset, path, reason } };
}

function readHead(frame: Scan): Failed | undefined {
  const trouble = frame.plan.hasRouting ? readRouting(frame) : undefined;
  return trouble ?? readMti(frame) ?? readBitmap(frame);
}

const TPDU_BYTES = 5;
const HEADER_BYTES = 6;

function readRouting(frame: Scan): Failed | undefined {
  const { bytes, parts } = frame;
  const end = TPDU_BYTES + HEADER_BYTES;
  if (bytes.length < TPDU_BYTES) return failed(0, 'tpdu', 'truncated');
  frame.tpdu = hexIn(bytes, 0, TPDU_BYTES);
  parts?.push({ path: 'tpdu', offset: 0, length: TPDU_BYTES, value: frame.tpdu });
  if (bytes.length < end) return failed(TPDU_BYTES, 'header', 'truncated');
  frame.header = hexIn(bytes, TPDU_BYTES, end);
  parts?.push({ path: 'header', offset: TPDU_BYTES, length: HEADER_BYTES, value: frame.header });
  frame.at = end;
  return undefined;
}

const MTI_DIGITS = 4;

function readMti(frame: Scan): Failed | undefined {
  const { plan, bytes, at: offset } = frame;
  const end = offset + (plan.isSpelled ? MTI_DIGITS : MTI_DIGITS / 2);
  if (end > bytes.length) return failed(offset, 'mti', 'truncated');
  if (!areDigits(bytes, { from: offset, end, isSpelled: plan.isSpelled }))
    return failed(offset, 'mti', 'notDigits');
  frame.mti = plan.isSpelled ? (letters(bytes, offset, end) ?? '') : hexIn(bytes, offset, end);
  frame.parts?.push({ path: 'mti', offset, length: end - offset, value: frame.mti });
  frame.at = end;
  return undefined;
}

/** Bit 1 of the first bitmap says that the second follows at once. */
function readBitmap(frame: Scan): Failed | undefined {
  const { plan, bytes, at } = frame;
  frame.bitmapAt = at;
  const isLong = at < bytes.length && (bitmapByte(frame, 0) & 0x80) !== 0;
  if (isLong && !plan.hasSecondBitmap) return failed(at, 'bitmap', 'secondBitmapNotAllowed');
  if (isLong) frame.bitmapBytes = 16;
  const length = frame.bitmapBytes * (plan.isSpelled ? 2 : 1);
  if (at + length > bytes.length) return failed(at, 'bitmap', 'truncated');
  if (plan.isSpelled)
    for (let i = 0; i < frame.bitmapBytes; i++)
      if (spelledByte(bytes, at + 2 * i) < 0) return failed(at, 'bitmap', 'notHex');
  if (frame.parts !== undefined) {
    const read = plan.isSpelled ? letters : hexIn;
    frame.parts.push({
      path: 'bitmap',
      offset: at,
      length,
      value: read(bytes, at, at + length) ?? '',
    });
  }
  frame.at = at + length;
  return undefined;
}

function bitmapByte({ plan, bytes, bitmapAt }: Scan, i: number): number {
  // A letter that is no hex is found before any bit is believed.
  return plan.isSpelled ? spelledByte(bytes, bitmapAt + 2 * i) & 0xff : (bytes[bitmapAt + i] ?? 0);
}

function readFields(frame: Scan): Failed | undefined {
  const { plan, bytes, fields } = frame;
  const last = lastField(frame);
  // The highest field first: an object that knows how far it goes grows once (710 to 140 ns).
  if (last > 0) fields[last] = '';
  for (let i = 0; i < frame.bitmapBytes; i++) {
    // Bit 1 is no field: it announced the second bitmap.
    let bits = bitmapByte(frame, i) & (i === 0 ? 0x7f : 0xff);
    while (bits !== 0) {
      const bit = Math.clz32(bits) - 24;
      bits &= ~(0x80 >> bit);
      const field = i * 8 + bit + 1;
      const step = plan.steps[field];
      if (step === undefined) return failed(frame.bitmapAt, `F${field}`, 'unknownField');
      const trouble = readField(step, frame);
      if (trouble !== undefined) return trouble;
    }
  }
  return frame.at < bytes.length ? failed(frame.at, 'frame', 'trailingBytes') : undefined;
}

function lastField(frame: Scan): number {
  for (let i = frame.bitmapBytes - 1; i >= 0; i--) {
    const bits = bitmapByte(frame, i) & (i === 0 ? 0x7f : 0xff);
    if (bits !== 0) return i * 8 + Math.clz32(bits & -bits) - 23;
  }
  return 0;
}

function readField(step: Step, frame: Scan): Failed | undefined {
  const start = frame.at;
  const badSize = readSize(step, frame);
  if (badSize !== undefined) return failed(start, step.path, badSize);
  const end = frame.at + bytesFor(step.encoding, frame.size);
  if (end > frame.bytes.length) return failed(frame.at, step.path, 'truncated');
  const value = readValue(step, frame);
  if (value === undefined)
    return failed(frame.at, step.path, step.encoding === 'hex' ? 'notHex' : 'notDigits');
  const { path, field } = step;
  frame.fields[field] = value;
  const pad = padOf(step, frame);
  if (pad >= 0 && pad !== step.pad) (frame.pads ??= {})[field] = pad.toString(16).toUpperCase();
  frame.parts?.push({ path, field, offset: start, length: end - start, value });
  frame.at = end;
  return undefined;
}

function messageOf(frame: Scan): Message {
  const { tpdu, header, mti, fields, pads } = frame;
  const message = frame.plan.hasRouting ? { tpdu, header, mti, fields } : { mti, fields };
  const hasEmptyBitmap = frame.bitmapBytes === 16 && lastField(frame) <= 64;
  if (pads === undefined && !hasEmptyBitmap) return message;
  return {
    ...message,
    ...(pads === undefined ? {} : { pads }),
    ...(hasEmptyBitmap ? { hasEmptyBitmap } : {}),
  };
}
