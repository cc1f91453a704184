import { isWordKey } from '@kaitong/contract';
import { day, money, yuan, type Money } from '@kaitong/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertBalanced,
  balanceIn,
  businessDayOf,
  draftOf,
  mirror,
  type Entry,
  type Line,
} from './model.ts';
import { templates } from './templates.ts';

const kinds = Object.keys(templates) as (keyof typeof templates)[];

function entryOf(kind: keyof typeof templates, amounts: Readonly<Record<string, Money>>): Entry {
  return {
    merchantId: 'mer_1',
    kind,
    source: { type: 'test', id: '1' },
    valueDay: day('2026-11-23'),
    amounts,
  } as unknown as Entry;
}

function namesOf(kind: keyof typeof templates): string[] {
  return [...new Set(templates[kind].legs.flatMap((leg): readonly string[] => leg.amounts))];
}

describe('a template', () => {
  it.each(kinds)('%s balances for any amounts', (kind) => {
    const minor = fc.bigInt({ min: 1n, max: 10n ** 12n });
    const amounts = fc.record(
      Object.fromEntries(namesOf(kind).map((name) => [name, minor.map((value) => money(value))])),
    );
    fc.assert(
      fc.property(amounts, (some) => {
        const { lines } = draftOf(entryOf(kind, some));
        expect(netOf([...lines, ...mirror(lines)])).toEqual([]);
        expect(() => assertBalanced(lines)).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });

  it.each([...kinds, 'void', 'reversal', 'voidReversal'])('%s has a name', (kind) => {
    expect(isWordKey(`ledger.kind.${kind}`)).toBe(true);
  });

  it('leaves out lines of zero', () => {
    const free = { amount: yuan('10'), fee: yuan('0'), interchange: yuan('0'), network: yuan('0') };
    expect(draftOf(entryOf('sale', free)).lines.map(({ side, code }) => side + code)).toEqual([
      'D1100',
      'C2100',
    ]);
  });

  it('turns every line when a net is below zero', () => {
    expect(draftOf(entryOf('clearing', { net: yuan('-210.57') })).lines).toEqual([
      { code: '1195', layer: 0, side: 'C', amount: yuan('210.57') },
      { code: '1100', layer: 0, side: 'D', amount: yuan('210.57') },
    ]);
  });

  it.each([
    ['an amount below zero', 'payout', { amount: yuan('-1') }],
    ['nothing to move', 'payout', { amount: yuan('0') }],
    ['a missing amount', 'sale', { amount: yuan('1') }],
    [
      'two currencies',
      'refund',
      { refund: yuan('1'), fee: money(1n, 'HKD'), interchange: yuan('0'), network: yuan('0') },
    ],
  ] as const)('stops at %s', (_, kind, amounts) => {
    expect(() => draftOf(entryOf(kind, amounts))).toThrow(Error);
  });
});

it.each([
  ['2026-11-23T14:59:59.999Z', '2026-11-23'],
  ['2026-11-23T15:00:00.000Z', '2026-11-24'],
  ['2026-12-31T15:30:00.000Z', '2027-01-01'],
])('%s belongs to the business day %s', (moment, expected) => {
  expect(businessDayOf(new Date(moment))).toBe(expected);
});

it('counts a balance in the direction of its account', () => {
  expect(balanceIn('1200', { debits: 5n, credits: 2n })).toBe(3n);
  expect(balanceIn('2110', { debits: 5n, credits: 2n })).toBe(-3n);
});

function netOf(lines: readonly Line[]): [string, bigint][] {
  const net = new Map<string, bigint>();
  for (const { code, side, amount } of lines) {
    const signed = side === 'D' ? amount.minor : -amount.minor;
    net.set(code, (net.get(code) ?? 0n) + signed);
  }
  return [...net].filter(([, sum]) => sum !== 0n);
}
