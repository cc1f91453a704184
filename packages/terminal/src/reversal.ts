/**
 * Reversals: the answer to not knowing. One is saved before each request that moves money, and
 * dropped when a valid answer has been processed; whatever happens in between, it is still there.
 * Source: UnionPay POS specification, reversal; docs/protocol.md §3.5.
 */
import { textOf, toHex } from '@kaitong/iso8583';
import type { FieldValue } from '@kaitong/iso8583';
import { pick } from './chip.ts';
import { ask, dial, secured } from './exchange.ts';
import type { Answer, Request } from './exchange.ts';
import { signIn } from './management.ts';
import { restoreFields, storeFields } from './state.ts';
import type { Held, PendingReversal } from './state.ts';

/** What a reversal repeats of its original: no track, PIN, or reference number. */
const REPEATED = [2, 3, 4, 11, 14, 22, 23, 25, 49, 53, 55, 60, 61];

/** F55 of a reversal: what the chip had said when the request went. */
const SENT_TAGS = ['9F36', '95', '9F1E'];
/** And what it said when it declined an approval. */
const DECLINED_TAGS = ['9F36', '95', '9F10', '9F1E', 'DF31'];

/** The host does not know our keys: it judged nothing, and a sign-in mends it. */
const NEEDS_KEYS: ReadonlySet<string> = new Set(['77', 'A0']);

/** 12 and 25 say that there is nothing to take back, which is as good as taken back. */
const DONE: ReadonlySet<string> = new Set(['00', '12', '25']);

export function reversalOf(
  request: Request,
  about: { trace: string; batch: string },
): PendingReversal {
  const repeated = REPEATED.flatMap((field): [number, FieldValue][] => {
    const value = request.fields[field];
    if (value === undefined) return [];
    return [[field, field === 55 && value instanceof Uint8Array ? pick(value, SENT_TAGS) : value]];
  });
  return { ...about, reason: '98', tries: 0, fields: storeFields(Object.fromEntries(repeated)) };
}

/** Changes the reason of the reversal with this trace number, and keeps what the answer told. */
export function withReason(
  reversals: readonly PendingReversal[],
  { trace, reason, authCode, chip }: Why,
): PendingReversal[] {
  return reversals.map((each) => {
    if (each.trace !== trace) return each;
    const known = authCode === undefined ? {} : { 38: authCode };
    const said = chip === undefined ? {} : { 55: `x:${toHex(pick(chip, DECLINED_TAGS))}` };
    return { ...each, reason, fields: { ...each.fields, ...known, ...said } };
  });
}

type Why = {
  readonly trace: string;
  readonly reason: PendingReversal['reason'];
  readonly authCode?: string;
  readonly chip?: Uint8Array;
};

/** Sends what waits, oldest first; true when nothing is left to send. */
export async function flush(held: Held): Promise<boolean> {
  let areDone = true;
  for (const { trace, batch } of held.state.reversals) {
    // Each must be finished before the next may go.
    // oxlint-disable-next-line no-await-in-loop
    areDone = (await insist(held, { trace, batch })) && areDone;
  }
  return areDone;
}

/** People have long been called when there are so many. */
const GIVEN_UP_MAX = 100;

type Key = { readonly trace: string; readonly batch: string };

/** Sends one reversal until it is done, cannot be sent, or was tried too often. */
async function insist(held: Held, key: Key): Promise<boolean> {
  const { reversalTries, reversalPause_ms } = held.state.installed.parameters;
  let mayMendKeys = true;
  for (let i = 0; i < reversalTries; i++) {
    // oxlint-disable-next-line no-await-in-loop
    if (i > 0) await held.ports.sleep(reversalPause_ms);
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await attempt(held, key, { mayMendKeys });
    if (outcome === 'done') return true;
    if (outcome === 'stop') return false;
    if (outcome === 'needsKeys') {
      mayMendKeys = false;
      // oxlint-disable-next-line no-await-in-loop
      if ((await signIn(held, held.state.operator)).kind !== 'done') return false;
    }
  }
  return false;
}

type Outcome = 'done' | 'again' | 'stop' | 'needsKeys';

async function attempt(
  held: Held,
  key: Key,
  { mayMendKeys }: { readonly mayMendKeys: boolean },
): Promise<Outcome> {
  const pending = held.state.reversals.find((each) => isSame(each, key));
  if (pending === undefined) return 'stop';
  const out = secured(held, requestOf(pending));
  const line = await dial(held);
  // Without a line nothing was tried: the count stays.
  if (line === undefined) return 'stop';
  const answer = await ask(held, line, out);
  if (isDone(answer)) {
    await held.save({ reversals: others(held, key) });
    return 'done';
  }
  if (mayMendKeys && NEEDS_KEYS.has(codeOf(answer))) return 'needsKeys';
  await keepTried(held, retried(pending, answer));
  if (!held.state.reversals.some((each) => isSame(each, key))) return 'stop';
  return answer.kind === 'broken' && answer.reason === 'wrongMac' ? 'stop' : 'again';
}

/** Tried too often, it is put aside, where people see it. */
async function keepTried(held: Held, tried: PendingReversal): Promise<void> {
  const { reversals, givenUp, installed } = held.state;
  if (tried.tries < installed.parameters.reversalTries)
    await held.save({ reversals: reversals.map((each) => (isSame(each, tried) ? tried : each)) });
  else
    await held.save({
      reversals: others(held, tried),
      givenUp: [...givenUp, tried].slice(-GIVEN_UP_MAX),
    });
}

function others({ state }: Held, key: Key): PendingReversal[] {
  return state.reversals.filter((each) => !isSame(each, key));
}

/** A refused reversal goes again with reason 06. */
function retried(pending: PendingReversal, answer: Answer): PendingReversal {
  const reason = answer.kind === 'valid' ? '06' : pending.reason;
  return { ...pending, reason, tries: pending.tries + 1 };
}

function isDone(answer: Answer): boolean {
  return DONE.has(codeOf(answer));
}

function codeOf(answer: Answer): string {
  return answer.kind === 'valid' ? (textOf(answer.message, 39) ?? '') : '';
}

function isSame(a: Key, b: Key): boolean {
  return a.trace === b.trace && a.batch === b.batch;
}

function requestOf({ fields, reason }: PendingReversal): Request {
  return { mti: '0400', fields: { ...restoreFields(fields), 39: reason } };
}
