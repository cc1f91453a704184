/** Makes arbitrary messages that fit a profile, for laws that hold for every message. */
import fc from 'fast-check';
import type { FieldSpec, FieldValue, Message, Profile } from '../profile.ts';

export function messages(profile: Profile): fc.Arbitrary<Message> {
  const fields = Object.entries(profile.fields).map(([field, spec]) =>
    fc.option(value(spec), { nil: undefined }).map((made) => [Number(field), made] as const),
  );
  const head = profile.hasRouting
    ? fc.record({ tpdu: nibbles(10), header: nibbles(12), mti: digitText(4) })
    : fc.record({ mti: digitText(4) });
  return fc.tuple(head, fc.tuple(...fields)).map(([made, values]) => ({
    ...made,
    fields: Object.fromEntries(
      values.flatMap(([field, held]) => (held === undefined ? [] : [[field, held]])),
    ),
  }));
}

/** The values that the encoding can hold, in the form in which `decode` gives them. */
function value({ encoding, prefix, max }: FieldSpec): fc.Arbitrary<FieldValue> {
  const longest = Math.min(max, 60);
  const size = { minLength: prefix === 'fixed' ? max : 0, maxLength: longest };
  if (encoding === 'binary' || encoding === 'hex') return fc.uint8Array(size);
  if (encoding === 'ascii') return text(size);
  return fc.string({ ...size, unit: encoding === 'track' ? NIBBLE : DIGIT });
}

/** Characters of one byte; text that is not pure ASCII comes back as bytes. */
function text(size: { minLength: number; maxLength: number }): fc.Arbitrary<FieldValue> {
  const ascii = fc.string({
    ...size,
    unit: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)),
  });
  const other = fc.uint8Array(size).filter((bytes) => bytes.some((byte) => byte > 0x7f));
  return fc.oneof(ascii, other);
}

function nibbles(count: number): fc.Arbitrary<string> {
  return fc.string({ minLength: count, maxLength: count, unit: NIBBLE });
}

function digitText(count: number): fc.Arbitrary<string> {
  return fc.string({ minLength: count, maxLength: count, unit: DIGIT });
}

const NIBBLE = fc.constantFrom(...Array.from('0123456789ABCDEF'));
const DIGIT = fc.constantFrom(...Array.from('0123456789'));
