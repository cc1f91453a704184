import { day, money } from '@kaitong/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClearingLine, LegKind } from './clearing-file.ts';
import { costGap, match, netOf, type Leg } from './match.ts';

const keysOf = (trace: number) => ({
  trace: String(trace).padStart(6, '0'),
  sentAt: '1123101530',
  acquirer: '48021000',
  forwarder: '48021000',
});

function leg(trace: number, amount = 10_000n, kind: LegKind = 'sale'): Leg {
  return {
    id: `leg_${trace}${kind}`,
    paymentId: `pay_${trace}`,
    merchantId: 'mer_1',
    kind,
    day: day('2026-11-23'),
    keys: keysOf(trace),
    amount: money(amount),
    fee: money(60n),
    interchange: money(45n),
    network: money(3n),
  };
}

function lineFrom({ kind, keys, amount, interchange, network }: Leg): ClearingLine {
  return {
    kind,
    keys,
    amount,
    interchange,
    network,
    card: '622588*********0005',
    terminalNo: 'T0000001',
    merchantNo: '898310000000001',
    reference: '',
    authCode: '',
    originalTrace: '000000',
  };
}

describe('matching', () => {
  it('pairs what agrees and names what does not', () => {
    const legs = [leg(1), leg(2), leg(3), leg(4)];
    const lines = [
      lineFrom(leg(1)),
      lineFrom(leg(2, 10_001n)),
      lineFrom(leg(1)),
      lineFrom(leg(9)),
      lineFrom(leg(4)),
    ];
    const found = match(legs, lines);
    expect(found.matched.map(({ leg: { id } }) => id)).toEqual(['leg_1sale', 'leg_4sale']);
    expect(found.amounts.map(({ leg: { id } }) => id)).toEqual(['leg_2sale']);
    expect(found.twice.map(({ at }) => at)).toEqual([3]);
    expect(found.strangers.map(({ at }) => at)).toEqual([4]);
    expect(found.missing.map(({ id }) => id)).toEqual(['leg_3sale']);
  });

  it('does not take a reversal for its sale, which has the same trace', () => {
    const found = match([leg(1)], [lineFrom(leg(1, 10_000n, 'reversal'))]);
    expect(found.strangers).toHaveLength(1);
    expect(found.missing).toHaveLength(1);
  });

  it('counts a refund as taken back, with its costs given back', () => {
    expect(netOf(lineFrom(leg(1)))).toEqual(money(9_952n));
    expect(netOf(lineFrom(leg(1, 10_000n, 'refund')))).toEqual(money(-9_952n));
  });

  it.each([
    ['sale', 50n, 2n],
    ['sale', 46n, -2n],
    ['refund', 50n, -2n],
  ] as const)('a %s that costs them %s is %s more for us', (kind, costs, more) => {
    const ours = leg(1, 10_000n, kind);
    const theirs = { ...lineFrom(ours), interchange: money(costs - 3n), at: 1 };
    expect(costGap({ leg: ours, line: theirs })).toBe(more);
  });
});

/** What may happen to a line on its way: left alone, lost, doubled, changed; and one of nobody. */
const edits = fc.array(fc.constantFrom('keep', 'lose', 'double', 'change', 'stranger'), {
  maxLength: 40,
});

it('reports exactly the edits that were made, in whatever order the lines come', () => {
  fc.assert(
    fc.property(edits, fc.infiniteStream(fc.nat()), (made, chance) => {
      const legs = made.map((edit, at) => ({ edit, leg: leg(at + 1) }));
      const ours = legs.filter(({ edit }) => edit !== 'stranger').map((one) => one.leg);
      const lines = legs.flatMap(({ edit, leg: one }) => {
        const line = lineFrom(one);
        if (edit === 'lose') return [];
        if (edit === 'double') return [line, line];
        return [edit === 'change' ? { ...line, amount: money(1n) } : line];
      });
      const shuffled = lines
        .map((line) => ({ line, order: chance.next().value }))
        .toSorted((a, b) => a.order - b.order)
        .map(({ line }) => line);
      const found = match(ours, shuffled);
      const count = (edit: string) => made.filter((one) => one === edit).length;
      expect(found.missing).toHaveLength(count('lose'));
      expect(found.twice).toHaveLength(count('double'));
      expect(found.amounts).toHaveLength(count('change'));
      expect(found.strangers).toHaveLength(count('stranger'));
      expect(found.matched).toHaveLength(count('keep') + count('double'));
    }),
  );
});
