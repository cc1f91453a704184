/**
 * F62 of the downloads that let a terminal take chips: lists of keys and applications (0820 372 and
 * 382), one CA key (0800 370), one application (0800 380), and the RSA download of a main key (0800
 * 350) (docs/protocol.md §3.7, §4.1). Readers are total: what does not fit gives `undefined`.
 */
import { concat, fromAscii, toAscii } from './bytes.ts';
import { fixedDigits } from './decimal.ts';
import { readTags, recordOf, writeTags } from './tag-record.ts';
import type { TagRecord } from './tag-record.ts';
import { readBerTlv, writeBerTlv } from './tlv.ts';
import type { Tlv } from './tlv.ts';

/** Names a CA key: whose, and which of theirs. */
const KEY_NAME = { rid: '9F06', index: '9F22' } as const;

/** A CA public key. Tags in the order in which hosts send them. */
export const CA_KEY_TAGS = {
  ...KEY_NAME,
  /** Last day, eight digits in ASCII: 20301231. */
  expiry: 'DF05',
  /** 1 is SHA-1. */
  hash: 'DF06',
  /** 1 is RSA. */
  algorithm: 'DF07',
  modulus: 'DF02',
  exponent: 'DF04',
  /** SHA-1 over RID, index, modulus and exponent. */
  checksum: 'DF03',
} as const;
export type CaKey = TagRecord<typeof CA_KEY_TAGS>;

/** An application that the terminal may choose, and how it manages its risk. */
export const APPLICATION_TAGS = {
  aid: '9F06',
  /** 0: a part of the name is enough. */
  isExact: 'DF01',
  version: '9F08',
  tacDefault: 'DF11',
  tacOnline: 'DF12',
  tacDenial: 'DF13',
  floorLimit: '9F1B',
  randomThreshold: 'DF15',
  randomMaxPercent: 'DF16',
  randomPercent: 'DF17',
  ddol: 'DF14',
  onlinePin: 'DF18',
  cashLimit: '9F7B',
  contactlessFloor: 'DF19',
  contactlessLimit: 'DF20',
  cvmLimit: 'DF21',
} as const;
export type ChipApplication = TagRecord<typeof APPLICATION_TAGS>;

/** A main key that travels under a random key, and that random key under the acquirer's RSA key. */
export const MAIN_KEY_TAGS = {
  ...KEY_NAME,
  /** TMK under the random key (ECB). */
  wrappedKey: 'DF21',
  checkValue: 'DF22',
  /** The random key under the RSA key. */
  wrappedRandom: 'DF23',
  randomCheckValue: 'DF24',
} as const;
export type MainKeyDownload = TagRecord<typeof MAIN_KEY_TAGS>;

/** Reads F62 of 350, request and answer. */
export function readMainKeyDownload(bytes: Uint8Array): MainKeyDownload | undefined {
  return readTags(MAIN_KEY_TAGS, bytes);
}

/** Writes F62 of 350, request and answer. */
export function writeMainKeyDownload(download: MainKeyDownload): Uint8Array {
  return writeTags(MAIN_KEY_TAGS, download);
}

/** Which CA key (`rid` and `index`) a terminal asks for: F62 of the request 370. */
export function writeCaKeyAsk({ rid, index }: Pick<CaKey, 'rid' | 'index'>): Uint8Array {
  return writeTags(KEY_NAME, { ...(rid && { rid }), ...(index && { index }) });
}

/** Which application (`aid`) a terminal asks for: F62 of the request 380. */
export function writeApplicationAsk(aid: Uint8Array): Uint8Array {
  return writeTags({ aid: '9F06' }, { aid });
}

/** F62 of a request 370: the name of the key. */
export function readCaKeyAsk(bytes: Uint8Array): Pick<CaKey, 'rid' | 'index'> | undefined {
  return readTags(KEY_NAME, bytes);
}

/** F62 of a request 380: the AID. */
export function readApplicationAsk(bytes: Uint8Array): Uint8Array | undefined {
  return readTags({ aid: '9F06' }, bytes)?.aid;
}

/** F62 of an answer 370; `undefined` inside when the host has no such key. */
export function readCaKey(bytes: Uint8Array): { key: CaKey | undefined } | undefined {
  const read = flagged(bytes);
  if (read === undefined) return undefined;
  return { key: read.flag === '0' ? undefined : recordOf(CA_KEY_TAGS, read.entries) };
}

/** F62 of an answer 370. */
export function writeCaKey(key: CaKey | undefined): Uint8Array {
  if (key === undefined) return fromAscii('0');
  return concat([fromAscii('1'), writeTags(CA_KEY_TAGS, key)]);
}

/** What the checksum of a CA key is made over, with SHA-1. */
export function caKeyChecked({ rid, index, modulus, exponent }: CaKey): Uint8Array {
  return concat([rid, index, modulus, exponent].flatMap((part) => part ?? []));
}

/** F62 of an answer 380; `undefined` inside when the host has no such application. */
export function readApplication(
  bytes: Uint8Array,
): { application: ChipApplication | undefined } | undefined {
  const read = flagged(bytes);
  if (read === undefined) return undefined;
  const application = read.flag === '0' ? undefined : recordOf(APPLICATION_TAGS, read.entries);
  return { application };
}

/** F62 of an answer 380. */
export function writeApplication(application: ChipApplication | undefined): Uint8Array {
  if (application === undefined) return fromAscii('0');
  return concat([fromAscii('1'), writeTags(APPLICATION_TAGS, application)]);
}

/** F62 of a request 372 or 382: how many names the terminal has received already, at most 99. */
export function readListAsk(bytes: Uint8Array): number | undefined {
  const digits = /^1(\d{2})$/.exec(toAscii(bytes) ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** F62 of a request 372 or 382. */
export function writeListAsk(received: number): Uint8Array {
  return fromAscii(`1${fixedDigits(received, 2)}`);
}

/** `0` there is none, `1` these are the last, `2` and `3` more follow. */
export type ListFlag = '0' | '1' | '2' | '3';
export type NameList<T> = { readonly flag: ListFlag; readonly names: readonly T[] };
/** One CA key of a list. */
export type CaKeyName = Pick<CaKey, 'rid' | 'index' | 'expiry'>;

/** F62 of an answer 372: which CA keys there are. */
export function readCaKeyList(bytes: Uint8Array): NameList<CaKeyName> | undefined {
  const read = flagged(bytes);
  if (read === undefined) return undefined;
  const { flag, entries } = read;
  return { flag, names: grouped(entries).map((entry) => recordOf(LISTED_KEY, entry)) };
}

const LISTED_KEY = { ...KEY_NAME, expiry: 'DF05' } as const;

/** F62 of an answer 372. */
export function writeCaKeyList({ flag, names }: NameList<CaKeyName>): Uint8Array {
  return concat([fromAscii(flag), ...names.map((name) => writeTags(LISTED_KEY, name))]);
}

/** F62 of an answer 382: which applications (AID) there are. */
export function readApplicationList(bytes: Uint8Array): NameList<Uint8Array> | undefined {
  const read = flagged(bytes);
  if (read === undefined) return undefined;
  const names = read.entries.flatMap(({ tag, value }) => (tag === '9F06' ? [value] : []));
  return { flag: read.flag, names };
}

/** F62 of an answer 382. */
export function writeApplicationList({ flag, names }: NameList<Uint8Array>): Uint8Array {
  const entries = names.map((value) => ({ tag: '9F06', value }));
  return concat([fromAscii(flag), writeBerTlv(entries)]);
}

/** One character in ASCII, then tags. */
function flagged(bytes: Uint8Array): { flag: ListFlag; entries: Tlv[] } | undefined {
  const flag = toAscii(bytes.subarray(0, 1));
  if (flag !== '0' && flag !== '1' && flag !== '2' && flag !== '3') return undefined;
  const entries = readBerTlv(bytes.subarray(1));
  return entries && { flag, entries };
}

/** Each entry of a list begins with 9F06. */
function grouped(entries: readonly Tlv[]): Tlv[][] {
  const groups: Tlv[][] = [];
  for (const entry of entries) {
    if (entry.tag === '9F06') groups.push([entry]);
    else groups.at(-1)?.push(entry);
  }
  return groups;
}
