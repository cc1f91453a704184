import { assert, type Day, type Money } from '@kaitong/values';
import type { legByKeys } from '#payments';
import type { Ask } from '#platform/ask';
import { newId } from '#platform/ids';
import { costGap, keyOf, type Found, type Leg, type Matched, type Placed } from './match.ts';
import { COST_GAP_A_DAY, COST_GAP_A_LINE } from './model.ts';
import type { Break } from './store.ts';

type KnownLeg = NonNullable<Awaited<ReturnType<typeof legByKeys>>>;

/** A line that nothing of ours waits for, with what we know of its keys all the same. */
export type Stranger = { readonly line: Placed; readonly known: KnownLeg | undefined };

/** A line whose money comes and is nobody's yet. */
export type Suspended = { readonly line: Placed; readonly merchantId: string | undefined };

/** Lines that go to suspense whole: another amount, the second of two, not waited for. */
export function suspendedOf(found: Found, strangers: readonly Stranger[]): readonly Suspended[] {
  const owners = new Map(
    [...found.matched, ...found.amounts].map(({ leg }) => [keyOf(leg), leg.merchantId]),
  );
  return [
    ...found.amounts.map(({ leg, line }) => ({ line, merchantId: leg.merchantId })),
    ...found.twice.map((line) => ({ line, merchantId: owners.get(keyOf(line)) })),
    ...strangers.map(({ line, known }) => ({ line, merchantId: known?.merchantId })),
  ];
}

/**
 * Which matched legs cost a little more or less than we reckoned: a fen a line is borne without a
 * word, until they add up to too much for one day. The rest a person looks at.
 */
export function costGapsOf(matched: readonly Matched[]): {
  readonly borne: readonly Matched[];
  readonly open: readonly Matched[];
} {
  const [borne, open]: [Matched[], Matched[]] = [[], []];
  let total = 0n;
  for (const one of matched) {
    const gap = costGap(one);
    const size = gap < 0n ? -gap : gap;
    if (size === 0n) continue;
    const isSmall = size <= COST_GAP_A_LINE && total + size <= COST_GAP_A_DAY;
    if (isSmall) total += size;
    (isSmall ? borne : open).push(one);
  }
  return { borne, open };
}

/** Everything that is to be looked at, or was accepted and is to be remembered, as rows. */
export function breaksOf(
  ask: Ask,
  day: Day,
  {
    found,
    strangers,
    costs,
  }: { found: Found; strangers: readonly Stranger[]; costs: readonly Matched[] },
): Break[] {
  const row = rowMaker(ask, day);
  return [
    ...found.amounts.map((one) => row('amount', { ...one, note: 'amount' })),
    ...costs.map((one) => row('fee', { ...one, note: `${costGap(one)} fen more than ours` })),
    ...found.matched
      .filter(({ leg }) => leg.day !== day)
      .map((one) => ({
        ...row('date', { ...one, note: `ours: ${one.leg.day}` }),
        closed_at: ask.now,
      })),
    ...found.twice.map((line) => row('dup', { line, note: 'stood in the file before' })),
    ...strangers.map(({ line, known }) =>
      row(known ? 'state' : 'long', { line, known, note: known ? `ours: ${known.status}` : '' }),
    ),
    ...found.missing.map((leg) => row('short', { leg, note: `sold on ${leg.day}` })),
  ];
}

type About = {
  readonly leg?: Leg;
  readonly line?: Placed;
  readonly known?: KnownLeg | undefined;
  readonly note: string;
};

function rowMaker(ask: Ask, day: Day) {
  return (kind: Break['kind'], { leg, line, known, note }: About): Break => {
    const keys = line?.keys ?? leg?.keys;
    assert(keys, 'a break is about a line or a leg');
    return {
      id: newId('brk', ask.now),
      day,
      kind,
      merchant_id: leg?.merchantId ?? known?.merchantId ?? null,
      payment_id: leg?.paymentId ?? known?.paymentId ?? null,
      leg_id: leg?.id ?? known?.id ?? null,
      line: line?.at ?? null,
      trace: keys.trace,
      reference: line?.reference ?? null,
      ours_minor: minorOf(leg?.amount),
      theirs_minor: minorOf(line?.amount),
      note,
      opened_at: ask.now,
      closed_at: null,
    };
  };
}

function minorOf(amount: Money | undefined): bigint | null {
  return amount?.minor ?? null;
}
