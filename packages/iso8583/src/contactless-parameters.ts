/** F62 of the contactless parameters (0800 394): six letters of tag, three digits of length, value. */
import { fromAscii, toAscii } from './bytes.ts';
import { readTextTlv, writeTextTlv } from './text-tlv.ts';
import type { TextTlvForm } from './text-tlv.ts';

/** What the tags mean. Source: CJ. Amounts are twelve digits, in fen. */
export const CONTACTLESS_TAGS = {
  FF805D: 'onlineFirst',
  FF803A: 'tornTimeout',
  FF803C: 'tornRetries',
  FF8054: 'hasNoPin',
  FF8058: 'noPinLimit',
  FF8055: 'binTableA',
  FF8056: 'binTableB',
  FF8057: 'hasDeviceVerification',
  FF805A: 'hasNoSignature',
  FF8059: 'noSignatureLimit',
} as const;
/** Six letters of tag, three digits of length. */
export const CONTACTLESS_FORM: TextTlvForm = { tagChars: 6, lengthChars: 3, radix: 10 };

export type ContactlessParameter = (typeof CONTACTLESS_TAGS)[keyof typeof CONTACTLESS_TAGS];
export type ContactlessParameters = Readonly<Partial<Record<ContactlessParameter, string>>>;

/** Reads what it knows and passes over other tags; nothing when the lengths do not add up. */
export function readContactless(bytes: Uint8Array): ContactlessParameters | undefined {
  const entries = readTextTlv(bytes, CONTACTLESS_FORM);
  if (entries === undefined) return undefined;
  const read: Partial<Record<ContactlessParameter, string>> = {};
  for (const { tag, value } of entries) {
    const name = Object.hasOwn(CONTACTLESS_TAGS, tag)
      ? CONTACTLESS_TAGS[tag as keyof typeof CONTACTLESS_TAGS]
      : undefined;
    const text = toAscii(value);
    if (name !== undefined && text !== undefined) read[name] = text;
  }
  return read;
}

/** Writes what is given, in the order of the table. */
export function writeContactless(parameters: ContactlessParameters): Uint8Array {
  return writeTextTlv(
    Object.entries(CONTACTLESS_TAGS).flatMap(([tag, name]) => {
      const value = parameters[name];
      return value === undefined ? [] : [{ tag, value: fromAscii(value) }];
    }),
    CONTACTLESS_FORM,
  );
}
