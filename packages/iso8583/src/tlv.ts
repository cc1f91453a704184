/** BER-TLV, as chips speak it (F55, keys, applications), and its walk with places for errors. */
import { concat, fromHex, toHex } from './bytes.ts';

/** A tag (upper-case hex in BER, characters elsewhere) and its value. */
export type Tlv = { readonly tag: string; readonly value: Uint8Array };

/** An entry with its place, and what is inside it when its tag is one of a template. */
export type TlvNode = Tlv & {
  /** Where the tag begins, counted from the first byte that was given. */
  readonly offset: number;
  /** Tag, length and value together. */
  readonly length: number;
  readonly children: readonly TlvNode[];
};

/** Where nested reading broke: the tags on the way there, with dots between. */
export type TlvError = {
  readonly offset: number;
  readonly path: string;
  readonly reason: 'badTag' | 'badLength' | 'truncated' | 'tooDeep';
};

/** The value of the first entry with the tag. */
export function tlvValue(entries: readonly Tlv[], tag: string): Uint8Array | undefined {
  return entries.find((entry) => entry.tag === tag)?.value;
}

/** Reads BER-TLV (F55) one level deep; nothing when the bytes do not add up. */
export function readBerTlv(bytes: Uint8Array): Tlv[] | undefined {
  const entries: Tlv[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    // EMV allows zero bytes between entries.
    if (bytes[offset] === 0) {
      offset += 1;
      continue;
    }
    const entry = entryAt(bytes, offset, bytes.length);
    if ('reason' in entry) return undefined;
    entries.push({ tag: entry.tag, value: bytes.slice(entry.from, entry.end) });
    offset = entry.end;
  }
  return entries;
}

export type TlvTree = { readonly nodes: readonly TlvNode[]; readonly error?: TlvError };

/** Reads BER-TLV with all that templates hold; what stands before an error is still there. */
export function readBerTree(bytes: Uint8Array): TlvTree {
  return branch(bytes, { from: 0, end: bytes.length, path: [] });
}

// A script inside a template inside an answer is three; four is more than any field has.
const DEPTH_MAX = 4;

type Span = { readonly from: number; readonly end: number; readonly path: readonly string[] };

function branch(bytes: Uint8Array, { from, end, path }: Span): TlvTree {
  const nodes: TlvNode[] = [];
  let offset = from;
  while (offset < end) {
    if (bytes[offset] === 0) {
      offset += 1;
      continue;
    }
    const entry = entryAt(bytes, offset, end);
    const here = [...path, ...(entry.tag === '' ? [] : [entry.tag])];
    const at = { offset, path: here.join('.') };
    if ('reason' in entry) return { nodes, error: { ...at, reason: entry.reason } };
    const { tag } = entry;
    const value = bytes.slice(entry.from, entry.end);
    const isTemplate = isConstructed(bytes[offset] ?? 0);
    if (isTemplate && here.length >= DEPTH_MAX)
      return { nodes, error: { ...at, reason: 'tooDeep' } };
    const inner = isTemplate
      ? branch(bytes, { from: entry.from, end: entry.end, path: here })
      : { nodes: [] };
    nodes.push({ tag, value, offset, length: entry.end - offset, children: inner.nodes });
    if ('error' in inner && inner.error !== undefined) return { nodes, error: inner.error };
    offset = entry.end;
  }
  return { nodes };
}

/** Terminals number their own flat tags FF00 to FF8F, although the bit says template. */
function isConstructed(first: number): boolean {
  return (first & 0x20) !== 0 && first !== 0xff;
}

type Entry =
  | { readonly tag: string; readonly from: number; readonly end: number }
  | { readonly tag: string; readonly reason: Exclude<TlvError['reason'], 'tooDeep'> };

function entryAt(bytes: Uint8Array, offset: number, limit: number): Entry {
  const tagEnd = endOfTag(bytes, offset, limit);
  if (tagEnd > limit) return { tag: '', reason: 'badTag' };
  const tag = toHex(bytes.subarray(offset, tagEnd));
  const length = berLength(bytes, tagEnd, limit);
  if (length === undefined) return { tag, reason: tagEnd < limit ? 'badLength' : 'truncated' };
  const end = length.end + length.size;
  return end > limit ? { tag, reason: 'truncated' } : { tag, from: length.end, end };
}

const TAG_BYTES_MAX = 4;

function endOfTag(bytes: Uint8Array, start: number, limit: number): number {
  let end = start + 1;
  if (((bytes[start] ?? 0) & 0x1f) !== 0x1f) return end;
  while (end < limit && end - start < TAG_BYTES_MAX - 1 && ((bytes[end] ?? 0) & 0x80) !== 0)
    end += 1;
  return end + 1;
}

function berLength(
  bytes: Uint8Array,
  at: number,
  limit: number,
): { size: number; end: number } | undefined {
  if (at >= limit) return undefined;
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { size: first, end: at + 1 };
  // No field is longer than 999 bytes: one or two length bytes are enough.
  const count = first & 0x7f;
  const end = at + 1 + count;
  if (count < 1 || count > 2 || end > limit) return undefined;
  let size = 0;
  for (let i = at + 1; i < end; i++) size = size * 256 + (bytes[i] ?? 0);
  return { size, end };
}

/** Writes entries one after the other, lengths as short as they can be. */
export function writeBerTlv(entries: readonly Tlv[]): Uint8Array {
  return concat(
    entries.flatMap(({ tag, value }) => [fromHex(tag), writeBerLength(value.length), value]),
  );
}

function writeBerLength(size: number): Uint8Array {
  if (size < 0x80) return Uint8Array.of(size);
  if (size < 0x100) return Uint8Array.of(0x81, size);
  if (size > 0xffff) throw new RangeError('an entry has at most 65535 bytes');
  return Uint8Array.of(0x82, size >> 8, size & 0xff);
}
