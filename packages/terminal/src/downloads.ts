/**
 * What a terminal fetches from its host, in the order of the book (docs/protocol.md §3.7, §7.1):
 * parameters, CA keys, AIDs, contactless parameters, lists of cards. A list replaces the old one
 * whole and at its end, so that a broken download leaves what was there.
 */
import {
  bytesOf,
  fromAscii,
  readBerTlv,
  textOf,
  toAscii,
  toHex,
  writeBerTlv,
} from '@kaitong/iso8583';
import type { Tlv } from '@kaitong/iso8583';
import { assertNever } from '@kaitong/values';
import { manage } from './management.ts';
import type { Task } from './management.ts';
import { readParameters } from './parameters.ts';
import { answered } from './result.ts';
import type { ManagementResult } from './result.ts';
import type { Held } from './state.ts';
import type { TableName } from './tables.ts';

export type DownloadName = 'parameters' | 'tms' | TableName;

/** The order after activation. */
export const DOWNLOADS: readonly DownloadName[] = [
  'parameters',
  'caKeys',
  'aids',
  'contactless',
  'noPinBins',
  'noPinBlocked',
  'blacklist',
];

// No list of the trade is longer; a host that goes on for ever is not believed.
const STEPS_MAX = 200;

export async function download(held: Held, name: DownloadName): Promise<ManagementResult> {
  switch (name) {
    case 'parameters':
      return parameters(held, { code: '360', end: '361' });
    case 'tms':
      return parameters(held, { code: '364', end: '365' });
    case 'contactless':
      return contactless(held);
    case 'caKeys':
      return named(held, { name, list: '372', each: '370', end: '371', tags: ['9F06', '9F22'] });
    case 'aids':
      return named(held, { name, list: '382', each: '380', end: '381', tags: ['9F06'] });
    case 'noPinBins':
      return numbered(held, { name, code: '396', end: '397' });
    case 'noPinBlocked':
      return numbered(held, { name, code: '398', end: '399' });
    case 'blacklist':
      return numbered(held, { name, code: '390', end: '391' });
    default:
      return assertNever(name);
  }
}

type Pair = { readonly code: string; readonly end: string };

async function parameters(held: Held, { code, end }: Pair): Promise<ManagementResult> {
  const asked = await fetchF62(held, { mti: '0800', code, fields: {} });
  if (asked.result.kind !== 'done') return asked.result;
  const read = readParameters(asked.f62);
  if (read === undefined) return unreadable(asked.result);
  const { installed } = held.state;
  await held.save({
    installed: {
      ...installed,
      ...(read.merchantName === undefined ? {} : { merchantName: read.merchantName }),
      parameters: { ...installed.parameters, ...read.parameters },
    },
  });
  return manage(held, { mti: '0800', code: end, fields: {} });
}

async function contactless(held: Held): Promise<ManagementResult> {
  const asked = await fetchF62(held, { mti: '0800', code: '394', fields: {} });
  if (asked.result.kind !== 'done') return asked.result;
  await keep(held, 'contactless', [toHex(asked.f62)]);
  return manage(held, { mti: '0800', code: '395', fields: {} });
}

type Named = {
  readonly name: TableName;
  readonly list: string;
  readonly each: string;
  readonly end: string;
  /** What names one entry. */
  readonly tags: readonly string[];
};

/** First the names, some at a time; then each by its name; then the end. */
async function named(held: Held, { name, list, each, end, tags }: Named) {
  const listed = await namesOf(held, { code: list, tags });
  if (!Array.isArray(listed)) return listed;
  const entries: string[] = [];
  for (const wanted of listed) {
    const task: Task = { mti: '0800', code: each, fields: { 62: wanted } };
    // oxlint-disable-next-line no-await-in-loop
    const { result, f62 } = await fetchF62(held, task);
    if (result.kind !== 'done') return result;
    if (f62[0] !== 0x31) continue;
    entries.push(toHex(f62.subarray(1)));
  }
  await keep(held, name, entries);
  return manage(held, { mti: '0800', code: end, fields: {} });
}

/** The host says how many more follow; the terminal says how many it has. */
async function namesOf(
  held: Held,
  { code, tags }: { readonly code: string; readonly tags: readonly string[] },
): Promise<ManagementResult | Uint8Array[]> {
  const names: Uint8Array[] = [];
  for (let step = 0; step < STEPS_MAX; step++) {
    const have = fromAscii(`1${String(names.length).padStart(2, '0')}`);
    // oxlint-disable-next-line no-await-in-loop
    const { result, f62 } = await fetchF62(held, { mti: '0820', code, fields: { 62: have } });
    if (result.kind !== 'done') return result;
    const flag = toAscii(f62.subarray(0, 1));
    if (flag === '0') return names;
    const some = grouped(readBerTlv(f62.subarray(1)) ?? [], tags);
    names.push(...some);
    if (flag !== '2' || some.length === 0) return names;
  }
  return names;
}

/** One name begins with the first tag and has those that follow it. */
function grouped(entries: readonly Tlv[], tags: readonly string[]): Uint8Array[] {
  const groups: Tlv[][] = [];
  for (const entry of entries) {
    if (entry.tag === tags[0]) groups.push([]);
    if (tags.includes(entry.tag)) groups.at(-1)?.push(entry);
  }
  return groups.map((group) => writeBerTlv(group));
}

type Numbered = Pair & { readonly name: TableName };

/** Lists of card beginnings: start number, then length and beginning of each. */
async function numbered(held: Held, { name, code, end }: Numbered): Promise<ManagementResult> {
  const bins: string[] = [];
  let from = '000';
  for (let step = 0; step < STEPS_MAX; step++) {
    const task: Task = { mti: '0800', code, fields: { 62: fromAscii(from) } };
    // oxlint-disable-next-line no-await-in-loop
    const { result, f62 } = await fetchF62(held, task);
    if (result.kind !== 'done') return result;
    const text = toAscii(f62) ?? '';
    const flag = text[0];
    if (flag === '0') break;
    bins.push(...binsIn(text.slice(4)));
    if (flag !== '2') break;
    from = text.slice(1, 4);
  }
  await keep(held, name, bins);
  return manage(held, { mti: '0800', code: end, fields: {} });
}

/** Two digits of length and twelve places for the beginning. */
function binsIn(text: string): string[] {
  return (text.match(/.{14}/g) ?? []).map((each) => each.slice(2, 2 + Number(each.slice(0, 2))));
}

type Fetched = { readonly result: ManagementResult; readonly f62: Uint8Array };

async function fetchF62(held: Held, task: Task): Promise<Fetched> {
  let f62: Uint8Array = new Uint8Array();
  const result = await manage(held, task, async (message, about) => {
    f62 = bytesOf(message, 62) ?? fromAscii(textOf(message, 62) ?? '');
    return { ...answered('00', about), kind: 'done' };
  });
  return { result, f62 };
}

function unreadable(done: ManagementResult): ManagementResult {
  if (done.kind !== 'done') return done;
  const { trace, batch } = done;
  return { ...answered('30', { trace, batch }), kind: 'declined' };
}

async function keep(held: Held, name: TableName, entries: readonly string[]): Promise<void> {
  await held.save({ tables: { ...held.state.tables, [name]: { entries } } });
}
