/**
 * What a terminal fetches from its host, in the order of the book (docs/protocol.md §3.7, §7.1):
 * parameters, CA keys, AIDs, contactless parameters, lists of cards. A list replaces the old one
 * whole and at its end, so that a broken download leaves what was there.
 */
import {
  bytesOf,
  fromAscii,
  readApplicationList,
  readBinList,
  readCaKeyList,
  readContactless,
  textOf,
  toHex,
  writeApplicationAsk,
  writeBinListAsk,
  writeCaKeyAsk,
  writeListAsk,
} from '@kaitong/iso8583';
import type { ListFlag } from '@kaitong/iso8583';
import { assertNever } from '@kaitong/values';
import { manage } from './management.ts';
import type { Task } from './management.ts';
import { parametersIn } from './parameters.ts';
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
      return named(held, { name, list: '372', each: '370', end: '371', read: caKeyAsks });
    case 'aids':
      return named(held, { name, list: '382', each: '380', end: '381', read: aidAsks });
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
  const read = parametersIn(asked.f62);
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
  if (readContactless(asked.f62) === undefined) return unreadable(asked.result);
  await keep(held, 'contactless', [toHex(asked.f62)]);
  return manage(held, { mti: '0800', code: '395', fields: {} });
}

/** One page of names, each as the question that fetches what it names. */
type Page = { readonly flag: ListFlag; readonly asks: readonly Uint8Array[] };

type Named = {
  readonly name: TableName;
  readonly list: string;
  readonly each: string;
  readonly end: string;
  readonly read: (f62: Uint8Array) => Page | undefined;
};

function caKeyAsks(f62: Uint8Array): Page | undefined {
  const list = readCaKeyList(f62);
  return list && { flag: list.flag, asks: list.names.map((each) => writeCaKeyAsk(each)) };
}

function aidAsks(f62: Uint8Array): Page | undefined {
  const list = readApplicationList(f62);
  return list && { flag: list.flag, asks: list.names.map((each) => writeApplicationAsk(each)) };
}

/** First the names, some at a time; then each by its name; then the end. */
async function named(held: Held, { name, list, each, end, read }: Named) {
  const listed = await namesOf(held, { code: list, read });
  if (!Array.isArray(listed)) return listed;
  const entries: string[] = [];
  for (const wanted of listed) {
    const task: Task = { mti: '0800', code: each, fields: { 62: wanted } };
    // oxlint-disable-next-line no-await-in-loop
    const { result, f62 } = await fetchF62(held, task);
    if (result.kind !== 'done') return result;
    // A first character of 0 says that there is none under this name any more.
    if (f62[0] === 0x31) entries.push(toHex(f62.subarray(1)));
  }
  await keep(held, name, entries);
  return manage(held, { mti: '0800', code: end, fields: {} });
}

/** The host says whether more follow; the terminal says how many it has. */
async function namesOf(
  held: Held,
  { code, read }: { readonly code: string; readonly read: Named['read'] },
): Promise<ManagementResult | Uint8Array[]> {
  const names: Uint8Array[] = [];
  for (let step = 0; step < STEPS_MAX; step++) {
    const task: Task = { mti: '0820', code, fields: { 62: writeListAsk(names.length) } };
    // oxlint-disable-next-line no-await-in-loop
    const { result, f62 } = await fetchF62(held, task);
    if (result.kind !== 'done') return result;
    const page = read(f62);
    if (page === undefined) return unreadable(result);
    names.push(...page.asks);
    const isLast = page.flag === '0' || page.flag === '1' || page.asks.length === 0;
    if (isLast) break;
  }
  return names;
}

type Numbered = Pair & { readonly name: TableName };

/** Lists of card beginnings, page by page. */
async function numbered(held: Held, { name, code, end }: Numbered): Promise<ManagementResult> {
  const bins: string[] = [];
  let from = 0;
  for (let step = 0; step < STEPS_MAX; step++) {
    const task: Task = { mti: '0800', code, fields: { 62: writeBinListAsk(from) } };
    // oxlint-disable-next-line no-await-in-loop
    const { result, f62 } = await fetchF62(held, task);
    if (result.kind !== 'done') return result;
    const page = readBinList(f62);
    if (page === undefined) return unreadable(result);
    bins.push(...page.bins);
    if (page.flag !== '2') break;
    from = page.last;
  }
  await keep(held, name, bins);
  return manage(held, { mti: '0800', code: end, fields: {} });
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
