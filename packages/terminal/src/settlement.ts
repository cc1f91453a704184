/**
 * Batch settlement: the host compares sums; when they differ, every transaction goes up one by one.
 * Each step is on disk before the next, so that power may fail anywhere.
 * Source: UnionPay POS specification, settlement; docs/protocol.md §3.6.
 */
import { NO_CARDS, readTotals, textOf, writeF60, writeTotals } from '@kaitong/iso8583';
import type { CardTotals, FieldValue, Message, SettlementTotals } from '@kaitong/iso8583';
import { sendAdvices } from './advices.ts';
import { ask, dial, plain } from './exchange.ts';
import type { Answer } from './exchange.ts';
import { KINDS } from './kinds.ts';
import { signOut } from './management.ts';
import { queued, withSlip } from './print-queue.ts';
import { operatorField } from './requests.ts';
import { answered, refused, unknown } from './result.ts';
import type { SettlementResult } from './result.ts';
import { EQUAL, UNEQUAL } from './result-words.ts';
import { flush } from './reversal.ts';
import { sendScripts } from './script.ts';
import { sendSignatures } from './signature.ts';
import { settlementSlip } from './slip.ts';
import { nextBatch, nextTrace } from './state.ts';
import type { Held, LogEntry } from './state.ts';
import { flagsOf, isEqual, uploadsOf, wasRefused } from './uploads.ts';
import type { Upload } from './uploads.ts';

export async function settle(held: Held): Promise<SettlementResult> {
  if (held.state.keys === undefined) return refused('notSignedIn');
  if (held.state.settling?.stage === 'uploading') return finish(held);
  await sendScripts(held);
  if (!(await flushAll(held))) return refused('reversalPending');
  // Signatures are proof, not money: a host that does not take them does not stop the day's end.
  await sendSignatures(held);
  if (!(await sendAdvices(held))) return refused('advicesPending');
  const wasAsked = held.state.settling !== undefined;
  await held.save({ settling: { stage: 'asked' } });
  const asked = await send(held, {
    mti: '0500',
    fields: {
      48: writeTotals(totalsOf(held)),
      49: '156',
      60: writeF60({ type: '00', batch: held.state.batch, code: '201' }),
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
  if (held.state.givenUp.length > 0) {
    const retried = held.state.givenUp.map((each) => ({ ...each, tries: each.tries - 1 }));
    await held.save({ reversals: [...held.state.reversals, ...retried], givenUp: [] });
  }
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
  const hostTotals = readTotals(f48);
  if (hostTotals === undefined) return unknown('undecodable', about);
  const places = uploadsOf(held.state, flagsOf(hostTotals)).map((_, place) => place);
  await held.save({ settling: { stage: 'uploading', hostTotals: f48, missing: places } });
  return finish(held);
}

/** Uploads what is missing, says the end, and opens the next batch. */
async function finish(held: Held): Promise<SettlementResult> {
  const about = { trace: nextTrace(held.state).trace, batch: held.state.batch };
  const totals = totalsOf(held);
  const hostTotals = readTotals(held.state.settling?.hostTotals ?? '');
  if (hostTotals === undefined) return unknown('undecodable', about);
  const flags = flagsOf(hostTotals);
  const uploads = uploadsOf(held.state, flags);
  if (!(await upload(held, uploads))) return unknown('noAnswer', about);
  const uploaded = uploads.reduce((sum, { count }) => sum + count, 0);
  const areEqual = isEqual(flags);
  // The end message is told, not asked: the host has closed its side already.
  await send(held, {
    mti: '0320',
    fields: {
      48: String(uploaded).padStart(4, '0'),
      60: writeF60({ type: '00', batch: about.batch, code: areEqual ? '207' : '202' }),
    },
  });
  const slip = settlementSlip(held, { totals, hostTotals, isEqual: areEqual });
  // Advices that the host refused went up as failed: with the batch they are over.
  await held.drop('settling', {
    log: [],
    advices: [],
    batch: nextBatch(about.batch),
    slips: withSlip(held, queued(slip, 'waiting')),
  });
  if (held.state.installed.parameters.signsOutAfterSettlement) await signOut(held);
  return {
    ...about,
    kind: areEqual ? 'equal' : 'unequal',
    words: areEqual ? EQUAL : UNEQUAL,
    totals,
    hostTotals,
    uploaded,
    slip,
  };
}

/** Rounds over what the host has not confirmed; it goes on where it stopped. */
async function upload(held: Held, uploads: readonly Upload[]): Promise<boolean> {
  const rounds = held.state.installed.parameters.resends + 1;
  for (let round = 0; round < rounds && missing(held).length > 0; round++)
    // A round begins when the one before is over.
    // oxlint-disable-next-line no-await-in-loop
    if (!(await uploadRound(held, uploads))) return false;
  return missing(held).length === 0;
}

/** False when there is no line, so that another round would be no use. */
async function uploadRound(held: Held, uploads: readonly Upload[]): Promise<boolean> {
  for (const place of missing(held)) {
    const each = uploads[place];
    // oxlint-disable-next-line no-await-in-loop
    const asked = each && (await send(held, { mti: '0320', fields: each.fields }));
    if (asked === undefined) return false;
    // oxlint-disable-next-line no-await-in-loop
    if (isTaken(asked.answer)) await strike(held, place);
  }
  return true;
}

function missing({ state }: Held): readonly number[] {
  return state.settling?.missing ?? [];
}

async function strike(held: Held, place: number): Promise<void> {
  const { hostTotals = '' } = held.state.settling ?? {};
  const left = missing(held).filter((each) => each !== place);
  await held.save({ settling: { stage: 'uploading', hostTotals, missing: left } });
}

/** 94 says that the host has these details already. */
function isTaken(answer: Answer): boolean {
  return answer.kind === 'valid' && ['00', '94'].includes(textOf(answer.message, 39) ?? '');
}

/** A voided sale stays a debit, and its void is a credit. */
function totalsOf({ state }: Held): SettlementTotals {
  const entries = state.log.filter(
    (each) => each.batch === state.batch && !wasRefused(state, each),
  );
  return {
    domestic: sumOf(entries.filter(({ isForeign }) => !isForeign)),
    foreign: sumOf(entries.filter(({ isForeign }) => isForeign)),
  };
}

function sumOf(entries: readonly LogEntry[]): CardTotals {
  return entries.reduce<CardTotals>((sum, entry) => {
    const amount = BigInt(entry.amount);
    const { side } = KINDS[entry.kind];
    if (side === 'none') return sum;
    return side === 'debit'
      ? { ...sum, debitMinor: sum.debitMinor + amount, debitCount: sum.debitCount + 1 }
      : { ...sum, creditMinor: sum.creditMinor + amount, creditCount: sum.creditCount + 1 };
  }, NO_CARDS);
}

type Task = {
  readonly mti: '0500' | '0320';
  readonly fields: Readonly<Record<number, FieldValue>>;
};

/** Nothing when there was no line, so that nothing was sent. */
async function send(held: Held, task: Task): Promise<{ answer: Answer; about: About } | undefined> {
  const { trace, after } = nextTrace(held.state);
  const { batch } = held.state;
  // Details are told under the trace of their original.
  const out = plain(held, { mti: task.mti, fields: { 11: trace, ...task.fields } });
  await held.save({ trace: after });
  const line = await dial(held);
  if (line === undefined) return undefined;
  return { answer: await ask(held, line, out), about: { trace, batch } };
}
