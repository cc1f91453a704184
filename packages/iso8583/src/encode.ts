import { nibbleAt } from './bytes.ts';
import { FRAME_BYTES_MAX } from './frames.ts';
import { planOf } from './plan.ts';
import type { Plan, Step } from './plan.ts';
import type { FieldValue, Message, Profile } from './profile.ts';
import { spellByte, writeField } from './write-field.ts';
import type { Sheet } from './write-field.ts';

/** Writes a message without the two length bytes; throws when a value does not fit its field. */
export function encode(profile: Profile, message: Message): Uint8Array {
  const plan = planOf(profile);
  SHEET.end = 0;
  writeHead(plan, message);
  writeFields(plan, message);
  return SHEET.bytes.slice(0, SHEET.end);
}

/** Where the MTI stands, which is also where the MAC begins to count. */
export function bodyOffset(profile: Profile): number {
  return profile.hasRouting ? 11 : 0;
}

// One sheet for every message: it is copied when it is full, and nothing else runs in between.
const SHEET: Sheet = { bytes: new Uint8Array(FRAME_BYTES_MAX), end: 0 };

function writeHead(plan: Plan, { tpdu, header, mti }: Message): void {
  if (!/^\d{4}$/.test(mti)) throw new RangeError('mti takes four digits');
  if (plan.hasRouting) {
    if (tpdu === undefined || !/^[0-9A-Fa-f]{10}$/.test(tpdu))
      throw new RangeError('tpdu takes ten hex digits');
    if (header === undefined || !/^[0-9A-Fa-f]{12}$/.test(header))
      throw new RangeError('header takes twelve hex digits');
    writeHex(tpdu);
    writeHex(header);
  }
  if (plan.isSpelled) for (let i = 0; i < 4; i++) SHEET.bytes[SHEET.end++] = mti.charCodeAt(i);
  else writeHex(mti);
}

function writeHex(text: string): void {
  for (let i = 0; i + 1 < text.length; i += 2)
    SHEET.bytes[SHEET.end++] = (nibbleAt(text, i) << 4) | nibbleAt(text, i + 1);
}

const BITMAP = new Uint8Array(16);

/** Keys that are numbers come in ascending order from an object, as fields must stand. */
function writeFields(plan: Plan, message: Message): void {
  writeBitmap(plan, message);
  for (const key in message.fields) {
    const field = Number(key);
    const step = plan.steps[field];
    if (step === undefined) throw new RangeError(`F${key} is not in ${plan.name}`);
    const value = message.fields[field];
    if (value !== undefined) writeNamed(step, value, message.pads?.[field]);
  }
}

function writeBitmap(plan: Plan, { fields, hasEmptyBitmap }: Message): void {
  BITMAP.fill(0);
  let count = hasEmptyBitmap === true ? 16 : 8;
  for (const key in fields) {
    const bit = Number(key) - 1;
    if (fields[bit + 1] === undefined) continue;
    if (bit >= 64) count = 16;
    BITMAP[bit >> 3] = (BITMAP[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  }
  if (count === 16) BITMAP[0] = (BITMAP[0] ?? 0) | 0x80;
  for (let i = 0; i < count; i++) {
    const byte = BITMAP[i] ?? 0;
    if (!plan.isSpelled) SHEET.bytes[SHEET.end++] = byte;
    else {
      spellByte(byte, SHEET);
      SHEET.end += 2;
    }
  }
}

function writeNamed(step: Step, value: FieldValue, pad: string | undefined): void {
  try {
    writeField(step, value, SHEET);
    if (pad !== undefined) rewritePad(step, value.length, pad);
  } catch (cause) {
    // The value itself stays out of the text: it may be a card number.
    throw new RangeError(`${step.path} ${cause instanceof Error ? cause.message : 'fails'}`, {
      cause,
    });
  }
}

/** Puts back what stood in the empty nibble, so that a frame comes back as it was. */
function rewritePad(step: Step, size: number, pad: string): void {
  const isPacked = step.encoding === 'bcd' || step.encoding === 'track';
  if (!isPacked || (size & 1) === 0) return;
  const nibble = nibbleAt(pad, 0);
  if (pad.length !== 1 || nibble > 15) throw new RangeError('takes one hex digit as its pad');
  const at = step.isLeft ? SHEET.end - ((size + 1) >> 1) : SHEET.end - 1;
  const byte = SHEET.bytes[at] ?? 0;
  SHEET.bytes[at] = step.isLeft ? (nibble << 4) | (byte & 15) : (byte & 0xf0) | nibble;
}
