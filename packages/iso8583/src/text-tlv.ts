/**
 * TLV in characters: a tag, a length in digits, a value that may be anything (F46, F57, F59, F62 of
 * 394; docs/protocol.md §2.6). How many characters tag and length have is data.
 */
import { concat, fromAscii, toAscii } from './bytes.ts';
import type { Tlv, TlvError } from './tlv.ts';

export type TextTlvForm = {
  readonly tagChars: number;
  readonly lengthChars: number;
  /** Whether lengths are decimal or hex. */
  readonly radix: 10 | 16;
};

/** F59 and what is inside it: two characters of tag, three digits of length. */
export const F59_FORM: TextTlvForm = { tagChars: 2, lengthChars: 3, radix: 10 };

/** An entry with its place. */
export type TextTlvNode = Tlv & { readonly offset: number; readonly length: number };

/** Reads entries until one does not add up; what stands before it is still there. */
export function textTlvNodes(
  bytes: Uint8Array,
  form: TextTlvForm = F59_FORM,
): { readonly nodes: readonly TextTlvNode[]; readonly error?: TlvError } {
  const nodes: TextTlvNode[] = [];
  const head = form.tagChars + form.lengthChars;
  let offset = 0;
  while (offset < bytes.length) {
    const from = offset + head;
    const tag = toAscii(bytes.subarray(offset, offset + form.tagChars)) ?? '';
    const at = { offset, path: TAG.test(tag) ? tag : '' };
    if (from > bytes.length) return { nodes, error: { ...at, reason: 'truncated' } };
    if (!TAG.test(tag)) return { nodes, error: { ...at, reason: 'badTag' } };
    const size = sizeIn(toAscii(bytes.subarray(offset + form.tagChars, from)) ?? '', form);
    if (size === undefined) return { nodes, error: { ...at, reason: 'badLength' } };
    const end = from + size;
    if (end > bytes.length) return { nodes, error: { ...at, reason: 'truncated' } };
    nodes.push({ tag, value: bytes.slice(from, end), offset, length: end - offset });
    offset = end;
  }
  return { nodes };
}

const TAG = /^[0-9A-Z]+$/;

function sizeIn(digits: string, { radix }: TextTlvForm): number | undefined {
  const isNumber = radix === 10 ? /^\d+$/.test(digits) : /^[0-9A-F]+$/.test(digits);
  return isNumber ? parseInt(digits, radix) : undefined;
}

/** Reads all entries; nothing when the lengths do not add up. */
export function readTextTlv(bytes: Uint8Array, form: TextTlvForm = F59_FORM): Tlv[] | undefined {
  const { nodes, error } = textTlvNodes(bytes, form);
  return error === undefined ? nodes.map(({ tag, value }) => ({ tag, value })) : undefined;
}

/** Writes entries one after the other; throws when a tag or a value does not fit the form. */
export function writeTextTlv(entries: readonly Tlv[], form: TextTlvForm = F59_FORM): Uint8Array {
  return concat(
    entries.flatMap(({ tag, value }) => {
      const size = value.length.toString(form.radix).toUpperCase().padStart(form.lengthChars, '0');
      if (tag.length !== form.tagChars || size.length !== form.lengthChars)
        throw new RangeError(`${tag} of ${value.length} bytes does not fit`);
      return [fromAscii(tag + size), value];
    }),
  );
}

/** F59: two characters of tag, three digits of length, value; A1 … A5. */
export function readF59(bytes: Uint8Array): Tlv[] | undefined {
  return readTextTlv(bytes);
}

/** Writes F59. */
export function writeF59(entries: readonly Tlv[]): Uint8Array {
  return writeTextTlv(entries);
}

/** F59: an SM4 PIN block; what the terminal is; the pay code that a customer shows; the voucher that
 * the host gives for it; where the terminal is. */
export const F59_PIN = 'A1';
export const F59_TERMINAL = 'A2';
export const F59_PAY_CODE = 'A3';
export const F59_VOUCHER = 'A4';
export const F59_LOCATION = 'A5';
