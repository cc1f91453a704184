/**
 * What goes up after the sums were compared (docs/protocol.md §3.6, steps a to g). The plan is made
 * anew from the log each time, which does not change while a settlement is open; so a place in the
 * plan is all that must be remembered.
 */
import {
  fromHex,
  UPLOADED_DETAILS_MAX,
  writeChipUpload,
  writeDetails,
  writeF60,
} from '@kaitong/iso8583';
import type { ChipUpload, FieldValue, SettlementTotals } from '@kaitong/iso8583';
import { pick } from './chip.ts';
import { KINDS } from './kinds.ts';
import type { TransactionKind } from './kinds.ts';
import { isSameKey } from './outbox.ts';
import { cardOriginal } from './requests.ts';
import type { LogEntry, TerminalState } from './state.ts';

/** One 0320 of the upload. */
export type Upload = {
  readonly fields: Readonly<Record<number, FieldValue>>;
  /** How many transactions it tells. */
  readonly count: number;
};

export type Flags = { readonly domesticEqual: boolean; readonly foreignEqual: boolean };

export function flagsOf({ domestic, foreign }: SettlementTotals): Flags {
  return { domesticEqual: domestic.flag === '1', foreignEqual: foreign.flag === '1' };
}

export function isEqual({ domesticEqual, foreignEqual }: Flags): boolean {
  return domesticEqual && foreignEqual;
}

/** All messages of the upload but the last, in their order. */
export function uploadsOf(state: TerminalState, flags: Flags): Upload[] {
  const entries = state.log.filter(({ batch }) => batch === state.batch);
  const differs = ({ isForeign }: LogEntry) =>
    isForeign ? !flags.foreignEqual : !flags.domesticEqual;
  const details = entries.filter(differs);
  const chips = entries.filter(({ chip }) => chip !== undefined);
  const areEqual = isEqual(flags);
  const isRefused = (entry: LogEntry) => wasRefused(state, entry);
  return [
    // a, b: what was promised offline.
    ...details
      .filter((each) => isOffline(each) && !isRefused(each))
      .map((each) => whole(state, each)),
    // c: what was answered online, eight a message.
    ...eights(details.filter(isOnline)).map((some) => detailed(state, some)),
    // d: what went as an advice.
    ...details
      .filter((each) => isAdvised(each) && !isRefused(each))
      .map((each) => whole(state, each)),
    // e: chips that were approved, whether the sums agree or not.
    ...chips
      .filter((each) => each.hasArpcFailed !== true && !isRefused(each))
      .map((each) => certificate(state, each, areEqual ? '203' : '205')),
    // f: chips whose issuer failed, and what the host refused of the offline sales.
    ...entries
      .filter((each) => each.hasArpcFailed === true || isRefused(each))
      .map((each) => failure(state, each, areEqual ? '204' : '206')),
  ];
}

/** The host said no to it, so that it counts in no sum. */
export function wasRefused({ advices }: TerminalState, entry: LogEntry): boolean {
  return advices.some((each) => isSameKey(each, entry) && each.refusedWith !== undefined);
}

const OFFLINE: ReadonlySet<TransactionKind> = new Set(['offlineSale', 'tip']);
const ADVISED: ReadonlySet<TransactionKind> = new Set(['refund', 'completionAdvice']);

function isOffline({ kind }: LogEntry): boolean {
  return OFFLINE.has(kind);
}

function isAdvised({ kind }: LogEntry): boolean {
  return ADVISED.has(kind);
}

/** Money that moved online; a hold is no money. */
function isOnline(entry: LogEntry): boolean {
  return KINDS[entry.kind].side !== 'none' && !isOffline(entry) && !isAdvised(entry);
}

function eights(entries: readonly LogEntry[]): LogEntry[][] {
  const groups = Math.ceil(entries.length / UPLOADED_DETAILS_MAX);
  return Array.from({ length: groups }, (_, i) =>
    entries.slice(i * UPLOADED_DETAILS_MAX, (i + 1) * UPLOADED_DETAILS_MAX),
  );
}

function detailed({ batch }: TerminalState, entries: readonly LogEntry[]): Upload {
  const details = entries.map(({ isForeign, trace, pan = '0', amount }) => {
    return { isForeign, trace, pan, amountMinor: BigInt(amount) };
  });
  const f60 = writeF60({ type: '00', batch, code: '201' });
  return { count: entries.length, fields: { 48: writeDetails(details), 60: f60 } };
}

/** The original again, as 0320 and without a MAC. */
function whole(state: TerminalState, entry: LogEntry): Upload {
  const { code, condition, type } = KINDS[entry.kind];
  return {
    count: 1,
    fields: {
      ...cardOriginal(entry),
      3: code,
      4: entry.amount,
      11: entry.trace,
      25: condition,
      49: '156',
      60: writeF60({ type, batch: state.batch, code: '000' }),
    },
  };
}

const CERTIFICATE_TAGS =
  '9F26 9F27 9F10 9F37 9F36 95 9A 9C 9F02 5F2A 82 9F1A 9F03 9F33 9F1E 84 9F09 9F41'.split(' ');

function certificate(state: TerminalState, entry: LogEntry, code: string): Upload {
  return chipRecord(state, entry, { code, upload: { form: '61', ...sumOf(entry) } });
}

/** Reason 13: the issuer's answer failed; 11: the host refused what was promised offline. */
function failure(state: TerminalState, entry: LogEntry, code: string): Upload {
  const hasFailed = entry.hasArpcFailed === true;
  const why = hasFailed
    ? { reason: '13', cryptogram: '2', issuerResult: '2' }
    : { reason: '11', cryptogram: '1', issuerResult: '1' };
  return chipRecord(state, entry, { code, upload: { form: '71', ...sumOf(entry), ...why } });
}

function sumOf({ isForeign, amount }: LogEntry) {
  return { isForeign, amountMinor: BigInt(amount), currency: '156' };
}

function chipRecord(
  { batch }: TerminalState,
  entry: LogEntry,
  { code, upload }: { readonly code: string; readonly upload: ChipUpload },
): Upload {
  const chip = entry.chip === undefined ? undefined : pick(fromHex(entry.chip), CERTIFICATE_TAGS);
  return {
    count: 1,
    fields: {
      ...cardOriginal(entry),
      4: entry.amount,
      11: entry.trace,
      ...(chip === undefined ? {} : { 55: chip }),
      60: writeF60({ type: '00', batch, code }),
      62: writeChipUpload(upload),
    },
  };
}
