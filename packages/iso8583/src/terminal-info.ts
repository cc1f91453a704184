/**
 * What a terminal says of itself (one machine, one code: serial number, cipher of it, version) and of
 * where it stands. It travels in F59, F57 or F46; the form is data (docs/protocol.md §2.6).
 */
import { fromAscii, toAscii } from './bytes.ts';
import { F59_FORM, F59_LOCATION, readTextTlv, writeTextTlv } from './text-tlv.ts';
import type { TextTlvForm } from './text-tlv.ts';
import type { Tlv } from './tlv.ts';

export type TerminalInfo = {
  /** Two digits: `02` traditional, `04` smart, `10` bar code … */
  readonly deviceType?: string;
  /** TUSN: maker 6, device type 2, own serial at most 42. */
  readonly serial?: string;
  /** The last six digits of the card number or of the pay code. */
  readonly randomFactor?: string;
  /** Eight characters that prove the serial. */
  readonly serialCipher?: string;
  /** Eight characters; spaces behind are kept. */
  readonly appVersion?: string;
};

/** Where the entries stand and how they are numbered. */
export type TerminalInfoForm = {
  readonly field: 46 | 57 | 59;
  /** The outer tag that holds them. */
  readonly tag: 'A2' | 'PI';
  /** The number of the first of the five tags. */
  readonly firstTag: 1 | 4;
  readonly inner: TextTlvForm;
};

/** F59 as UnionPay has it; F57 as CJ; F46 as VF. */
export const TERMINAL_INFO_FORMS: Readonly<Record<46 | 57 | 59, TerminalInfoForm>> = {
  59: { field: 59, tag: 'A2', firstTag: 1, inner: F59_FORM },
  57: { field: 57, tag: 'A2', firstTag: 4, inner: F59_FORM },
  46: {
    field: 46,
    tag: 'PI',
    firstTag: 4,
    inner: { tagChars: 2, lengthChars: 2, radix: 16 },
  },
};

const PARTS = ['deviceType', 'serial', 'randomFactor', 'serialCipher', 'appVersion'] as const;

/** Reads the whole field; nothing when it does not add up or does not speak of the terminal. */
export function readTerminalInfo(
  field: Uint8Array,
  form: TerminalInfoForm = TERMINAL_INFO_FORMS[59],
): TerminalInfo | undefined {
  const outer = readTextTlv(field)?.find(({ tag }) => tag === form.tag)?.value;
  const entries = outer && readTextTlv(outer, form.inner);
  return entries && named(entries, (i) => tagOf(i + form.firstTag), PARTS);
}

/** The entry of the outer list; join it with others by `writeF59`. */
export function terminalInfoEntry(
  info: TerminalInfo,
  form: TerminalInfoForm = TERMINAL_INFO_FORMS[59],
): Tlv {
  const entries = PARTS.flatMap((part, i) => {
    const value = info[part];
    return value === undefined ? [] : [{ tag: tagOf(i + form.firstTag), value: fromAscii(value) }];
  });
  return { tag: form.tag, value: writeTextTlv(entries, form.inner) };
}

function tagOf(number: number): string {
  return String(number).padStart(2, '0');
}

function named<P extends string>(
  entries: readonly Tlv[],
  tagAt: (index: number) => string,
  parts: readonly P[],
): Partial<Record<P, string>> {
  const read: Partial<Record<P, string>> = {};
  for (const [i, part] of parts.entries()) {
    const value = entries.find(({ tag }) => tag === tagAt(i))?.value;
    const text = value && toAscii(value);
    if (text !== undefined) read[part] = text;
  }
  return read;
}

/** Where a terminal is: by satellite, by its cell, or both. */
export type TerminalLocation = {
  /** With its sign: `+121.4737`. */
  readonly longitude?: string;
  readonly latitude?: string;
  /** Country and network of the cell. */
  readonly mcc?: string;
  readonly mnc?: string;
  /** `GCJ02`. */
  readonly coordinates?: string;
  readonly lac?: string;
  readonly cell?: string;
  readonly signal?: string;
  /** CDMA instead of the three above. */
  readonly sid?: string;
  readonly nid?: string;
  readonly bid?: string;
  readonly cdmaSignal?: string;
};

const LOCATION_PARTS = [
  'longitude',
  'latitude',
  'mcc',
  'mnc',
  'coordinates',
  'lac',
  'cell',
  'signal',
  'sid',
  'nid',
  'bid',
  'cdmaSignal',
] as const;

/** The tags are 01 to 08, then 15 to 18. */
function locationTag(index: number): string {
  return tagOf(index < 8 ? index + 1 : index + 7);
}

/** Reads A5 of F59. */
export function readLocation(field: Uint8Array): TerminalLocation | undefined {
  const outer = readTextTlv(field)?.find(({ tag }) => tag === F59_LOCATION)?.value;
  const entries = outer && readTextTlv(outer);
  return entries && named(entries, locationTag, LOCATION_PARTS);
}

/** The entry A5 of F59; join it with others by `writeF59`. */
export function locationEntry(location: TerminalLocation): Tlv {
  const entries = LOCATION_PARTS.flatMap((part, i) => {
    const value = location[part];
    return value === undefined ? [] : [{ tag: locationTag(i), value: fromAscii(value) }];
  });
  return { tag: F59_LOCATION, value: writeTextTlv(entries) };
}
