/**
 * The end of a farm's day: every trace number has an end on both sides, both sides say the same, and
 * the books are balanced. What is not so is said with its terminal and trace.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { api, type ReplyOf } from '@kaitong/contract';
import type { House } from '../house.ts';
import type { Clerk, Deed } from './clerk.ts';
import type { Hand } from './furnish.ts';
import { inLanes } from './lanes.ts';

type Payment = ReplyOf<typeof api.payments.listPayments>['rows'][number];

/** Still on its way: the house asks or takes back, and will know. */
const MOVING: ReadonlySet<string> = new Set([
  'sending',
  'unknown',
  'reversal_pending',
  'void_pending',
  'void_unknown',
  'waiting',
  'completing',
]);

/** Money that was taken, or is held. */
const SETTLED: ReadonlySet<string> = new Set(['approved', 'cleared', 'held']);
const PAGE = 100;
const PATIENCE_ms = 180_000;
const LOOK_AGAIN_ms = 500;

export type Verdict = {
  readonly troubles: readonly string[];
  readonly payments: number;
  /** How many payments ended in each state at the house. */
  readonly states: ReadonlyMap<string, number>;
  readonly invariants: number;
};

export async function check(house: House, hands: readonly Hand[]): Promise<Verdict> {
  const troubles: string[] = [];
  const states = new Map<string, number>();
  await inLanes(hands, CHECK_LANES, async ({ clerk, terminalId }) => {
    const rows = await paymentsOf(house, terminalId);
    for (const { status } of rows) states.set(status, (states.get(status) ?? 0) + 1);
    const { deeds, settled, doubts, store } = clerk;
    const sides = { deeds, settled, doubts, rows };
    troubles.push(
      ...(await ownTroubles(clerk)),
      ...differences(sides).map((trouble) => `${store.state?.installed.terminalNo}: ${trouble}`),
      ...(await batchTroubles(house, terminalId)),
    );
  });
  const { rows } = await house(api.ledger.checkInvariants);
  for (const { id, holds } of rows) if (!holds) troubles.push(`ledger: ${id} does not hold`);
  const payments = [...states.values()].reduce((sum, count) => sum + count, 0);
  return { troubles, payments, states, invariants: rows.length };
}

const CHECK_LANES = 8;

/** All payments of a terminal, once none of them moves any more. */
async function paymentsOf(house: House, terminalId: string): Promise<Payment[]> {
  const end = performance.now() + PATIENCE_ms;
  for (;;) {
    // The house takes back what it must by itself, and asks until it knows.
    // oxlint-disable-next-line no-await-in-loop
    const rows = await listed(house, terminalId);
    const areMoving = rows.some(({ status }) => MOVING.has(status));
    if (!areMoving || performance.now() > end) return rows;
    // oxlint-disable-next-line no-await-in-loop
    await sleep(LOOK_AGAIN_ms);
  }
}

async function listed(house: House, terminalId: string): Promise<Payment[]> {
  const rows: Payment[] = [];
  let after: string | undefined;
  do {
    const query = { terminalId, limit: PAGE, ...(after === undefined ? {} : { after }) };
    // oxlint-disable-next-line no-await-in-loop
    const page = await house(api.payments.listPayments, { query });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

/** What the terminal itself still owes. */
async function ownTroubles(clerk: Clerk): Promise<string[]> {
  const status = await clerk.terminal.status();
  const owed = {
    'open reversals': status.openReversals,
    'reversals given up': status.givenUpReversals,
    'messages not told': status.owed,
    'payments after the settlement': status.transactions.length,
    'open settlement': Number(status.isSettling),
  };
  return Object.entries(owed)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${status.terminalNo}: ${count} ${what}`);
}

type End = 'approved' | 'voided' | 'completed' | 'reversed' | 'declined' | 'doubted';

/** What both sides remember of a day. */
export type Sides = {
  readonly deeds: readonly Pick<Deed, 'batch' | 'trace' | 'kind' | 'result'>[];
  readonly settled: readonly {
    readonly batch: string;
    readonly trace: string;
    readonly kind: string;
    readonly status: 'approved' | 'voided' | 'completed';
  }[];
  readonly doubts: readonly { readonly batch: string; readonly of?: string }[];
  readonly rows: readonly {
    readonly batchNo: string;
    readonly trace: string;
    readonly status: string;
  }[];
};

/** What each trace number of a payment came to, as the terminal sees it. */
function endsOf({ deeds, settled, doubts }: Sides): Map<string, End> {
  const ends = new Map<string, End>();
  for (const deed of deeds) if (SALES.has(deed.kind)) ends.set(keyOf(deed), endOf(deed));
  for (const entry of settled)
    if (SALE_ENTRIES.has(entry.kind)) ends.set(keyOf(entry), entry.status);
  // A QR void without an answer has no reversal: the terminal shows it, and a person asks the house.
  for (const { batch, of } of doubts)
    if (of !== undefined) ends.set(keyOf({ batch, trace: of }), 'doubted');
  return ends;
}

const SALES: ReadonlySet<string> = new Set(['sale', 'qr', 'hold', 'complete']);
const SALE_ENTRIES: ReadonlySet<string> = new Set([
  'sale',
  'qrSale',
  'preAuth',
  'completion',
  'tip',
]);

/** What is not in the log was refused, or was taken back. */
function endOf({ result }: Pick<Deed, 'result'>): End {
  return result === 'declined' ? 'declined' : 'reversed';
}

/** Each trace number that did not end the same on both sides. */
export function differences(sides: Sides): string[] {
  const { rows } = sides;
  const ends = endsOf(sides);
  const theirs = new Map(rows.map((row) => [keyOf({ batch: row.batchNo, trace: row.trace }), row]));
  const missing = [...ends].flatMap(([key, end]) => {
    const { status } = theirs.get(key) ?? {};
    return isSame(end, status) ? [] : [`${key} is ${end} here and ${status ?? 'unknown'} there`];
  });
  const strange = rows
    .filter((row) => SETTLED.has(row.status) || MOVING.has(row.status))
    .filter((row) => !ends.has(keyOf({ batch: row.batchNo, trace: row.trace })))
    .map((row) => `${row.batchNo}-${row.trace} is ${row.status} there and unknown here`);
  return [...missing, ...strange];
}

function isSame(end: End, status: string | undefined): boolean {
  // What was refused, or never arrived, took no money: that is as good as taken back.
  return status === undefined ? NOTHING_THERE.has(end) : ENDS[end].has(status);
}

const NOTHING_THERE: ReadonlySet<End> = new Set(['declined', 'reversed']);
const NO_MONEY: ReadonlySet<string> = new Set(['reversed', 'declined', 'refused']);
const ENDS: Readonly<Record<End, ReadonlySet<string>>> = {
  approved: SETTLED,
  voided: new Set(['voided']),
  completed: new Set(['completed']),
  doubted: new Set([...SETTLED, 'voided']),
  declined: NO_MONEY,
  reversed: NO_MONEY,
};

/** Every batch is closed, but for the one that the last settlement opened. */
async function batchTroubles(house: House, terminalId: string): Promise<string[]> {
  const { rows } = await house(api.payments.listBatches, { query: { terminalId, limit: PAGE } });
  return rows
    .filter(({ status, ours }) => status !== 'closed' && ours.debitCount + ours.creditCount > 0)
    .map(({ terminalNo, batchNo, status }) => `${terminalNo}: batch ${batchNo} is ${status}`);
}

function keyOf({ batch, trace }: { readonly batch: string; readonly trace: string }): string {
  return `${batch}-${trace}`;
}
