/**
 * Our legs against the lines of the clearing file. The key is only the key; the amount is part of the
 * verdict (money.md §4.2), because a line that is found by its amount can never differ in it.
 */
import { money, type Money } from '@kaitong/values';
import type { Clearable } from '#payments';
import type { ClearingLine, LegKind, NetworkKeys } from './clearing-file.ts';

/** A leg of ours that moved money and is not cleared yet. */
export type Leg = Clearable;

/** A line of the file with its place in it, counted from 1. */
export type Placed = ClearingLine & { readonly at: number };

export type Matched = { readonly leg: Leg; readonly line: Placed };
export type Found = {
  readonly matched: readonly Matched[];
  /** Theirs and ours, but not of one amount. */
  readonly amounts: readonly Matched[];
  /** The key stood in the file before. */
  readonly twice: readonly Placed[];
  /** In the file, and no leg of ours waits for it. */
  readonly strangers: readonly Placed[];
  /** Ours, and not in the file. */
  readonly missing: readonly Leg[];
};

/** Pairs them by the network's keys; the order of lines and legs does not matter to the outcome. */
export function match(legs: readonly Leg[], lines: readonly ClearingLine[]): Found {
  const waiting = new Map(legs.map((leg) => [keyOf(leg), leg]));
  const seen = new Set<string>();
  const found = { matched: [], amounts: [], twice: [], strangers: [] } as {
    matched: Matched[];
    amounts: Matched[];
    twice: Placed[];
    strangers: Placed[];
  };
  for (const [index, plain] of lines.entries()) {
    const line = { ...plain, at: index + 1 };
    const key = keyOf(line);
    const leg = waiting.get(key);
    if (seen.has(key)) found.twice.push(line);
    else if (!leg) found.strangers.push(line);
    else if (leg.amount.minor === line.amount.minor) found.matched.push({ leg, line });
    else found.amounts.push({ leg, line });
    seen.add(key);
  }
  return { ...found, missing: legs.filter((leg) => !seen.has(keyOf(leg))) };
}

/** A reversal has the trace of its sale, so the kind is part of the key. */
export function keyOf({ kind, keys }: { kind: LegKind; keys: NetworkKeys }): string {
  return [kind, keys.trace, keys.sentAt, keys.acquirer, keys.forwarder].join(' ');
}

/** What the network pays us for a line; below zero when it takes back. */
export function netOf({ kind, amount, interchange, network }: ClearingLine): Money {
  const net = amount.minor - interchange.minor - network.minor;
  return money(kind === 'sale' ? net : -net);
}

/** By how much the network's costs are more than ours; below zero when they are less. */
export function costGap({ leg, line }: Matched): bigint {
  const ours = leg.interchange.minor + leg.network.minor;
  const theirs = line.interchange.minor + line.network.minor;
  return leg.kind === 'sale' ? theirs - ours : ours - theirs;
}
