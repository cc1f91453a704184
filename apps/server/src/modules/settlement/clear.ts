import { assert, day as dayFrom, type Day } from '@kaitong/values';
import { tell } from '#audit';
import { clearables, legByKeys, markCleared } from '#payments';
import { OutsideRefusal, Unreachable } from '#connectors/outside';
import { systemAsk, type Ask } from '#platform/ask';
import { step } from '#platform/chart';
import { transact, type Tx } from '#platform/db';
import { setDeadline } from '#platform/deadlines';
import { newId } from '#platform/ids';
import type { Services } from '#platform/services';
import { breaksOf, costGapsOf, suspendedOf, type Stranger } from './breaks.ts';
import { clearingChart } from './chart.ts';
import { readClearingFile, type ClearingFile } from './clearing-file.ts';
import { match, netOf, type Found } from './match.ts';
import { ASK_AGAIN_MINUTES, ASKS_MAX, later } from './model.ts';
import { owedOf, postClearing } from './post-clearing.ts';
import {
  closeShorts,
  insertBreaks,
  insertItems,
  legsLookedAt,
  lockClearing,
  saveClearing,
  type Clearing,
} from './store.ts';

/** The task: asks the network for the file of a day and takes it in, or asks again later. */
export async function clearDay(
  services: Services,
  { day, at }: { day: string; at: string },
): Promise<void> {
  const of = dayFrom(day);
  const ask = systemAsk('settlement', new Date(at));
  const text = await fileOf(services, of);
  await transact(services.db, async (tx) => {
    const outcome = text === undefined ? 'none yet' : await importFile(tx, ask, { day: of, text });
    if (outcome === 'done') return;
    const asks = await askAgain(tx, ask, of);
    if (asks >= ASKS_MAX) services.log.error({ day, asks, outcome }, 'no clearing file to be had');
  });
}

async function fileOf({ connectors }: Services, day: Day): Promise<string | undefined> {
  try {
    return await connectors.cardNetwork.clearingFile(day);
  } catch (error) {
    if (error instanceof Unreachable || error instanceof OutsideRefusal) return undefined;
    throw error;
  }
}

async function askAgain(tx: Tx, ask: Ask, day: Day): Promise<number> {
  const clearing = await lockClearing(tx, { id: newId('clr', ask.now), day, now: ask.now });
  const asks = clearing.asks + 1;
  await saveClearing(tx, { ...clearing, asks, asked_at: ask.now });
  if (asks < ASKS_MAX) {
    const dueAt = later(ask.now, ASK_AGAIN_MINUTES);
    await setDeadline(tx, { kind: 'settlement.clearing', subject: day, dueAt });
  }
  return asks;
}

/** Takes in the file of a day: whole, or not at all. The same file again changes nothing. */
async function importFile(
  tx: Tx,
  ask: Ask,
  { day, text }: { day: Day; text: string },
): Promise<'done' | 'refused'> {
  const clearing = await lockClearing(tx, { id: newId('clr', ask.now), day, now: ask.now });
  const read = readClearingFile(text, day);
  if (read.kind === 'refused') return refuseFile(tx, ask, { clearing, reason: read.reason });
  if (clearing.status === 'done') {
    if (clearing.sha256 === read.file.sha256) return 'done';
    await tell(tx, ask, { type: 'clearing.refused', payload: { day, reason: 'changed' } });
    return 'done'; // the first one stands; a person reads the difference
  }
  const taken = await take(tx, ask, read.file);
  const status = step(clearingChart, clearing.status, {}, { type: 'take' });
  assert(status, 'a clearing that is not done takes a file');
  await saveClearing(tx, { ...clearing, ...taken, status, reason: null, file: text });
  await tell(tx, ask, { type: 'clearing.done', payload: { day } });
  return 'done';
}

async function refuseFile(
  tx: Tx,
  ask: Ask,
  { clearing, reason }: { clearing: Clearing; reason: string },
): Promise<'done' | 'refused'> {
  const { day } = clearing;
  await tell(tx, ask, { type: 'clearing.refused', payload: { day, reason } });
  const status = step(clearingChart, clearing.status, {}, { type: 'refuse' });
  if (status === undefined) return 'done';
  await saveClearing(tx, { ...clearing, status, reason });
  return 'refused';
}

/** Matches, posts and marks; what the clearing row then says of it. */
async function take(tx: Tx, ask: Ask, file: ClearingFile): Promise<Partial<Clearing>> {
  const { day, lines } = file;
  const found = await withoutLookedAt(tx, match(await clearables(tx, day), lines));
  const strangers = await recognise(tx, found);
  const { borne, open } = costGapsOf(found.matched);
  const breaks = breaksOf(ask, day, { found, strangers, costs: open });
  const suspended = suspendedOf(found, strangers);
  await postClearing(tx, ask, { day, matched: found.matched, borne, suspended });
  await insertItems(tx, itemsOf(day, found));
  await insertBreaks(tx, breaks);
  const ids = found.matched.map(({ leg }) => leg.id);
  await closeShorts(tx, { legIds: ids, note: `came with the file of ${day}`, now: ask.now });
  await markCleared(tx, ask, { day, ids });
  return {
    lines: lines.length,
    matched: ids.length,
    breaks: breaks.filter(({ closed_at }) => closed_at === null).length,
    gross_minor: file.gross.minor,
    fees_minor: file.fees.minor,
    sha256: file.sha256,
    done_at: ask.now,
  };
}

async function withoutLookedAt(tx: Tx, found: Found): Promise<Found> {
  const lookedAt = await legsLookedAt(
    tx,
    found.missing.map(({ id }) => id),
  );
  return { ...found, missing: found.missing.filter(({ id }) => !lookedAt.has(id)) };
}

async function recognise(tx: Tx, { strangers }: Found): Promise<readonly Stranger[]> {
  const recognised: Stranger[] = [];
  for (const line of strangers) recognised.push({ line, known: await legByKeys(tx, line.keys) });
  return recognised;
}

function itemsOf(day: Day, { matched }: Found) {
  return matched.map(({ leg, line }) => ({
    merchant_id: leg.merchantId,
    leg_id: leg.id,
    payment_id: leg.paymentId,
    day,
    line: line.at,
    kind: leg.kind,
    net_minor: netOf(line).minor,
    owed_minor: owedOf(leg).minor,
  }));
}
