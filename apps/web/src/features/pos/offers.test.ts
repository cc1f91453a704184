import { describe, expect, it } from 'vitest';
import type { Snapshot } from './device.ts';
import { isOffered, offersFor } from './offers.ts';
import type { KeptSlip } from './slips.ts';

type Transaction = NonNullable<Snapshot['status']>['transactions'][number];

const paid = (trace: string, more: Partial<Transaction> = {}): Transaction => ({
  kind: 'sale',
  status: 'approved',
  batch: '000001',
  trace,
  amount: '000000001200',
  entry: '05',
  rrn: '1',
  isForeign: false,
  ...more,
});
const slip = (more: Partial<KeptSlip>): KeptSlip => ({ id: '1', type: 'sale', text: '', ...more });
const known = (transactions: readonly Transaction[], slips: readonly KeptSlip[] = []) => ({
  status: { transactions } as Snapshot['status'],
  slips,
});

describe('offers', () => {
  it('are the newest sales that still stand, three at most', () => {
    const all = known([
      paid('000001'),
      paid('000002', { status: 'voided' }),
      paid('000003'),
      paid('000004', { kind: 'qrSale' }),
      paid('000005', { kind: 'refund' }),
      paid('000006'),
    ]);
    const names = offersFor(all, { deed: 'void', question: 'trace' }).map(({ name }) => name);
    expect(names).toEqual(['000006', '000004', '000003']);
    expect(offersFor(all, { deed: 'void', question: 'trace' })[0]).toMatchObject({
      amount: '12.00',
    });
  });

  it('of the void of a completion are completions only', () => {
    const all = known([paid('000001'), paid('000002', { kind: 'completion' })]);
    const names = offersFor(all, { deed: 'completionVoid', question: 'trace' });
    expect(names.map(({ name }) => name)).toEqual(['000002']);
  });

  it('of a refund come from slips of sales, with reference and date', () => {
    const slips = [
      slip({ rrn: '123456789012', date: '0310', amount: '12.00' }),
      slip({ type: 'void' }),
    ];
    expect(offersFor(known([], slips), { deed: 'refund', question: 'rrn' })).toEqual([
      { name: '123456789012', amount: '12.00', answers: { rrn: '123456789012', date: '0310' } },
    ]);
  });

  it('of a completion come from slips of holds, with their authorisation', () => {
    const slips = [slip({ type: 'preAuth', authCode: '123456', date: '0310', amount: '500.00' })];
    expect(offersFor(known([], slips), { deed: 'completion', question: 'authCode' })).toEqual([
      { name: '123456', amount: '500.00', answers: { authCode: '123456', date: '0310' } },
    ]);
  });

  it('are made for three questions', () => {
    expect((['trace', 'rrn', 'authCode', 'card', 'pin'] as const).filter(isOffered)).toHaveLength(
      3,
    );
  });
});
