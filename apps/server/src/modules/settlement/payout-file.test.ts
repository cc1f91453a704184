import { day, yuan } from '@kaitong/values';
import { expect, it } from 'vitest';
import { writePayoutFile } from './payout-file.ts';

const of = { fileId: 'pof_1', day: day('2026-11-24') };
const orders = [
  { payoutId: 'pyo_2', account: '6200000000000005', holder: '王小明', amount: yuan('5368.33') },
  { payoutId: 'pyo_1', account: '6200000000000013', holder: 'A|B\nC', amount: yuan('0.67') },
];

it('has a header, sorted lines, and a trailer with count, sum and hash', () => {
  const { bytes, sha256, sum } = writePayoutFile(of, orders);
  expect(bytes.split('\n')).toEqual([
    'H|pof_1|2026-11-24|CNY',
    'pyo_1|6200000000000013|A B C|67',
    'pyo_2|6200000000000005|王小明|536833',
    `T|2|536900|${sha256}`,
    '',
  ]);
  expect(sum).toBe(536_900n);
});

it('is the same, byte for byte, in whatever order the payouts are read', () => {
  expect(writePayoutFile(of, orders.toReversed())).toEqual(writePayoutFile(of, orders));
});
