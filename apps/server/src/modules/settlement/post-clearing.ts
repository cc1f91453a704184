import { money, type Day, type Money } from '@kaitong/values';
import { tell } from '#audit';
import { businessDayOf, HOUSE, post, postAll, type Entry } from '#ledger';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import type { Suspended } from './breaks.ts';
import { directionOf } from './clearing-file.ts';
import { costGap, netOf, type Leg, type Matched } from './match.ts';

/** What a clearing day is posted from. */
export type Clear = {
  readonly day: Day;
  readonly matched: readonly Matched[];
  readonly borne: readonly Matched[];
  readonly suspended: readonly Suspended[];
};

/**
 * Posts a clearing day: for each merchant what the network pays and what becomes available, for the
 * house the whole. What nobody waits for is posted too, to 2910, so that the books say what came.
 */
export async function postClearing(tx: Tx, ask: Ask, clear: Clear): Promise<void> {
  let total = 0n;
  for (const merchantId of ownersOf(clear)) {
    const own = ownOf(clear, merchantId);
    const entries = entriesOf(ask, { merchantId, own });
    if (entries.length > 0) await postAll(tx, ask, entries);
    total += netTotal(own);
    if (merchantId !== HOUSE && own.matched.length > 0)
      await tellCleared(tx, ask, { merchantId, own });
  }
  if (total === 0n) return;
  await post(tx, ask, {
    merchantId: HOUSE,
    kind: 'clearingHouse',
    source: sourceOf(clear.day, HOUSE),
    valueDay: businessDayOf(ask.now),
    amounts: { net: money(total) },
  });
}

/** In one order, so that nothing waits in a circle; the house last. */
function ownersOf({ matched, suspended }: Clear): string[] {
  const owners = new Set([
    ...matched.map(({ leg }) => leg.merchantId),
    ...suspended.map(({ merchantId }) => merchantId ?? HOUSE),
  ]);
  const sorted = [...owners].toSorted();
  return sorted.filter((id) => id !== HOUSE).concat(sorted.filter((id) => id === HOUSE));
}

function ownOf(clear: Clear, merchantId: string): Clear {
  return {
    day: clear.day,
    matched: clear.matched.filter(({ leg }) => leg.merchantId === merchantId),
    borne: clear.borne.filter(({ leg }) => leg.merchantId === merchantId),
    suspended: clear.suspended.filter((one) => (one.merchantId ?? HOUSE) === merchantId),
  };
}

function entriesOf(ask: Ask, { merchantId, own }: { merchantId: string; own: Clear }): Entry[] {
  const base = {
    merchantId,
    source: sourceOf(own.day, merchantId),
    valueDay: businessDayOf(ask.now),
  };
  const gaps = own.borne.map(costGap);
  const more = money(gaps.filter((gap) => gap > 0n).reduce((sum, gap) => sum + gap, 0n));
  const less = money(gaps.filter((gap) => gap < 0n).reduce((sum, gap) => sum - gap, 0n));
  const found = money(own.suspended.reduce((sum, { line }) => sum + netOf(line).minor, 0n));
  const net = money(netTotal(own));
  const owed = owedTotal(own);
  return [
    ...(found.minor === 0n
      ? []
      : [{ ...base, kind: 'longFound', amounts: { net: found } } as const]),
    ...(more.minor === 0n ? [] : [{ ...base, kind: 'costDiffers', amounts: { more } } as const]),
    ...(less.minor === 0n ? [] : [{ ...base, kind: 'costLess', amounts: { less } } as const]),
    ...(net.minor === 0n ? [] : [{ ...base, kind: 'clearing', amounts: { net } } as const]),
    ...(owed.minor === 0n ? [] : [{ ...base, kind: 'release', amounts: { owed } } as const]),
  ];
}

/** One source a merchant and day, so that the same day is never posted twice. */
function sourceOf(day: Day, merchantId: string) {
  return { type: 'clearing', id: `${day}.${merchantId}` };
}

function netTotal({ matched, suspended }: Clear): bigint {
  const lines = [...matched, ...suspended].map(({ line }) => line);
  return lines.reduce((sum, line) => sum + netOf(line).minor, 0n);
}

function owedTotal({ matched }: Clear): Money {
  return money(matched.reduce((sum, { leg }) => sum + owedOf(leg).minor, 0n));
}

/** What clearing moves from 2100 to 2110. A refund was taken from 2110 when it was made. */
export function owedOf({ kind, amount, fee }: Leg): Money {
  if (kind === 'refund') return money(0n);
  return money(directionOf(kind) * (amount.minor - fee.minor));
}

async function tellCleared(
  tx: Tx,
  ask: Ask,
  { merchantId, own }: { merchantId: string; own: Clear },
): Promise<void> {
  let [sales, net] = [0n, 0n];
  for (const { leg } of own.matched) {
    sales += directionOf(leg.kind) * leg.amount.minor;
    net += directionOf(leg.kind) * (leg.amount.minor - leg.fee.minor);
  }
  await tell(tx, ask, {
    type: 'merchant.cleared',
    payload: {
      merchantId,
      day: own.day,
      salesMinor: sales.toString(),
      netMinor: net.toString(),
    },
  });
}
