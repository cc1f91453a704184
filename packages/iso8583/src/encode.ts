import { concat, fromHex } from './bytes.ts';
import { writeField } from './field.ts';
import { FRAME_BYTES_MAX } from './frames.ts';
import type { FieldValue, Message, Profile } from './profile.ts';

/** Writes a message without the two length bytes; throws when a value does not fit its field. */
export function encode(profile: Profile, message: Message): Uint8Array {
  const fields = Object.keys(message.fields)
    .map(Number)
    .toSorted((a, b) => a - b);
  const body = fields.map((field) => writeNamed(profile, field, message.fields[field] ?? ''));
  const bytes = concat([headOf(profile, message), bitmapOf(fields), ...body]);
  if (bytes.length > FRAME_BYTES_MAX) throw new RangeError('the message is longer than a frame');
  return bytes;
}

/** Where the MTI stands, which is also where the MAC begins to count. */
export function bodyOffset(profile: Profile): number {
  return profile.hasRouting ? 11 : 0;
}

function headOf(profile: Profile, { tpdu, header, mti }: Message): Uint8Array {
  if (!/^\d{4}$/.test(mti)) throw new RangeError('mti takes four digits');
  if (!profile.hasRouting) return fromHex(mti);
  if (tpdu?.length !== 10) throw new RangeError('tpdu takes ten hex digits');
  if (header?.length !== 12) throw new RangeError('header takes twelve hex digits');
  return fromHex(tpdu + header + mti);
}

function bitmapOf(fields: readonly number[]): Uint8Array {
  const isLong = fields.some((field) => field > 64);
  const bitmap = new Uint8Array(isLong ? 16 : 8);
  const bits = isLong ? [1, ...fields] : fields;
  for (const bit of bits) {
    const at = (bit - 1) >> 3;
    bitmap[at] = (bitmap[at] ?? 0) | (0x80 >> ((bit - 1) & 7));
  }
  return bitmap;
}

function writeNamed(profile: Profile, field: number, value: FieldValue): Uint8Array {
  const spec = profile.fields[field];
  if (spec === undefined) throw new RangeError(`F${field} is not in ${profile.name}`);
  try {
    return writeField(spec, value);
  } catch (cause) {
    // The value itself stays out of the text: it may be a card number.
    throw new RangeError(`F${field} ${cause instanceof Error ? cause.message : 'fails'}`, {
      cause,
    });
  }
}
