/**
 * Batch settlement: the host compares sums; when they differ, every transaction goes up one by one.
 * Each step is on disk before the next, so that power may fail anywhere.
 * Source: UnionPay POS specification, settlement; docs/protocol.md §3.6.
 */
import {
  NO_CARDS,
  readTotals,
  SETTLEMENT_EQUAL,
  textOf,
  UPLOADED_DETAILS_MAX,
  writeDetails,
  writeF60,
  writeTotals,
} from '@kaitong/iso8583';
import type { CardTotals, FieldValue, Message, SettlementTotals } from '@kaitong/iso8583';
import { ask, dial, plain } from './exchange.ts';
import type { Answer } from './exchange.ts';
import { isSale, operatorField } from './requests.ts';
import { answered, EQUAL, refused, UNEQUAL, unknown } from './result.ts';
import type { SettlementResult } from './result.ts';
import { flush } from './reversal.ts';
import { settlementSlip } from './slip.ts';
import { nextBatch, nextTrace } from './state.ts';
import type { Held, LogEntry } from './state.ts';

export async function settle(held: Held): Promise<SettlementResult> {
  if (held.state.keys === undefined) return refused('notSignedIn');
  if (held.state.settling?.stage === 'uploading') return finish(held);
  if (!(await flushAll(held))) return refused('reversalPending');
  const wasAsked = held.state.settling !== undefined;
  await held.save({ settling: { stage: 'asked', uploaded: 0 } });
  const asked = await send(held, {
    mti: '0500',
    code: '201',
    fields: {
      48: writeTotals(totalsOf(held)),
      49: '156',
      63: operatorField(held.state.operator),
    },
  });
  if (asked === undefined) return wasAsked ? refused('noLine') : reopen(held);
  const { answer, about } = asked;
  // The host may have counted without our hearing it; asking again is harmless, selling is not.
  if (answer.kind === 'none') return unknown('noAnswer', about);
  if (answer.kind === 'broken') return unknown(answer.reason, about);
  return judge(held, answer.message, about);
}

/** What was given up gets one more chance before the day is closed. */
async function flushAll(held: Held): Promise<boolean> {
  const retried = held.state.givenUp.map((each) => ({ ...each, tries: each.tries - 1 }));
  await held.save({ reversals: [...held.state.reversals, ...retried], givenUp: [] });
  await flush(held);
  return held.state.reversals.length === 0;
}

/** Nothing was ever sent, so the batch is as it was. */
async function reopen(held: Held): Promise<SettlementResult> {
  await held.drop('settling');
  return refused('noLine');
}

type About = { readonly trace: string; readonly batch: string };

async function judge(held: Held, message: Message, about: About): Promise<SettlementResult> {
  const f48 = textOf(message, 48) ?? '';
  const code = textOf(message, 39);
  const isRefused = code !== undefined && code !== '00';
  if (isRefused) {
    await held.drop('settling');
    return { ...answered(code, about), kind: 'declined' };
  }
  if (readTotals(f48) === undefined) return unknown('undecodable', about);
  await held.save({ settling: { stage: 'uploading', hostTotals: f48, uploaded: 0 } });
  return finish(held);
}

/** Uploads what is missing, says the end, and opens the next batch. */
async function finish(held: Held): Promise<SettlementResult> {
  const about = { trace: nextTrace(held.state).trace, batch: held.state.batch };
  const totals = totalsOf(held);
  const hostTotals = readTotals(held.state.settling?.hostTotals ?? '');
  if (hostTotals === undefined) return unknown('undecodable', about);
  const isEqual = isEqualAt(hostTotals.domestic) && isEqualAt(hostTotals.foreign);
  const isUploaded = isEqual || (await upload(held, hostTotals));
  if (!isUploaded) return unknown('noAnswer', about);
  const uploaded = held.state.settling?.uploaded ?? 0;
  // The end message is told, not asked: the host has closed its side already.
  await send(held, {
    mti: '0320',
    code: isEqual ? '207' : '202',
    fields: { 48: String(uploaded).padStart(4, '0') },
  });
  const slip = settlementSlip(held, { totals, hostTotals, isEqual });
  await held.drop('settling', { log: [], batch: nextBatch(about.batch) });
  return {
    ...about,
    kind: isEqual ? 'equal' : 'unequal',
    words: isEqual ? EQUAL : UNEQUAL,
    totals,
    hostTotals,
    uploaded,
    slip,
  };
}

function isEqualAt({ flag }: CardTotals): boolean {
  return flag === SETTLEMENT_EQUAL;
}

/** Eight details a message, of the card class that differs; goes on where it stopped. */
async function upload(held: Held, host: SettlementTotals): Promise<boolean> {
  const details = inBatch(held).filter(({ isForeign }) =>
    isForeign ? !isEqualAt(host.foreign) : !isEqualAt(host.domestic),
  );
  for (let at = held.state.settling?.uploaded ?? 0; at < details.length;) {
    const some = details.slice(at, at + UPLOADED_DETAILS_MAX);
    const fields = { 48: writeDetails(some.map(detailOf)) };
    // oxlint-disable-next-line no-await-in-loop
    const asked = await send(held, { mti: '0320', code: '201', fields });
    if (!isTaken(asked?.answer)) return false;
    at += some.length;
    const { hostTotals = '' } = held.state.settling ?? {};
    // oxlint-disable-next-line no-await-in-loop
    await held.save({ settling: { stage: 'uploading', hostTotals, uploaded: at } });
  }
  return true;
}

/** 94 says that the host has these details already. */
function isTaken(answer: Answer | undefined): boolean {
  return answer?.kind === 'valid' && ['00', '94'].includes(textOf(answer.message, 39) ?? '');
}

function detailOf({ isForeign, trace, pan = '0', amount }: LogEntry) {
  return { isForeign, trace, pan, amountMinor: BigInt(amount) };
}

function inBatch({ state }: Held): LogEntry[] {
  return state.log.filter(({ batch }) => batch === state.batch);
}

/** A voided sale stays a debit, and its void is a credit. */
function totalsOf(held: Held): SettlementTotals {
  const entries = inBatch(held);
  return {
    domestic: sumOf(entries.filter(({ isForeign }) => !isForeign)),
    foreign: sumOf(entries.filter(({ isForeign }) => isForeign)),
  };
}

function sumOf(entries: readonly LogEntry[]): CardTotals {
  return entries.reduce<CardTotals>((sum, entry) => {
    const amount = BigInt(entry.amount);
    return isSale(entry)
      ? { ...sum, debitMinor: sum.debitMinor + amount, debitCount: sum.debitCount + 1 }
      : { ...sum, creditMinor: sum.creditMinor + amount, creditCount: sum.creditCount + 1 };
  }, NO_CARDS);
}

type Task = {
  readonly mti: '0500' | '0320';
  readonly code: string;
  readonly fields: Readonly<Record<number, FieldValue>>;
};

/** Nothing when there was no line, so that nothing was sent. */
async function send(held: Held, task: Task): Promise<{ answer: Answer; about: About } | undefined> {
  const { trace, after } = nextTrace(held.state);
  const { batch } = held.state;
  const f60 = writeF60({ type: '00', batch, code: task.code });
  const out = plain(held, { mti: task.mti, fields: { 11: trace, 60: f60, ...task.fields } });
  await held.save({ trace: after });
  const line = await dial(held);
  if (line === undefined) return undefined;
  return { answer: await ask(held, line, out), about: { trace, batch } };
}
