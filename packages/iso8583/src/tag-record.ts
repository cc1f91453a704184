/**
 * A message that is a handful of BER tags with one meaning each (keys, applications, master keys):
 * the table names the tags, and gives the order in which they are written.
 */
import { readBerTlv, writeBerTlv } from './tlv.ts';
import type { Tlv } from './tlv.ts';

type Tags = Readonly<Record<string, string>>;

/** What was read: each named value that was there. */
export type TagRecord<T extends Tags> = { readonly [K in keyof T]?: Uint8Array };

/** Reads the tags that the table knows; others are passed over. */
export function readTags<T extends Tags>(tags: T, bytes: Uint8Array): TagRecord<T> | undefined {
  const entries = readBerTlv(bytes);
  return entries && recordOf(tags, entries);
}

/** Names the entries that the table knows. */
export function recordOf<T extends Tags>(tags: T, entries: readonly Tlv[]): TagRecord<T> {
  const named = Object.entries(tags).flatMap(([name, tag]) => {
    const value = entries.find((entry) => entry.tag === tag)?.value;
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(named) as TagRecord<T>;
}

/** Writes what is there, in the order of the table. */
export function writeTags<T extends Tags>(tags: T, record: TagRecord<T>): Uint8Array {
  return writeBerTlv(
    Object.entries(tags).flatMap(([name, tag]) => {
      const value = record[name];
      return value === undefined ? [] : [{ tag, value }];
    }),
  );
}
