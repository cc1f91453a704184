import { day } from '@kaitong/values';
import { expect, it } from 'vitest';
import { statementText } from './statement-text.ts';
import type { Statement } from './store.ts';

const statement: Statement = {
  merchant_id: 'mer_1',
  id: 'stm_1',
  merchant_name: '青禾小吃店',
  day: day('2026-03-10'),
  sales_count: 2,
  sales_minor: 1_010_000n,
  undone_minor: 0n,
  refunds_count: 1,
  refunds_minor: 5_000n,
  fees_minor: 6_020n,
  net_minor: 998_980n,
  paid_out_minor: 500_000n,
  opening_minor: 500_000n,
  closing_minor: 998_980n,
  lines: [
    { kind: 'payoutPaid', count: 1, minor: '-500000' },
    { kind: 'refund', count: 1, minor: '-4970' },
    { kind: 'sale', count: 2, minor: '1003950' },
  ],
  created_at: new Date('2026-03-11T00:00:00Z'),
};

it('is the statement in columns, in the language asked for', () => {
  expect(statementText(statement, 'zh-Hans').split('\n')).toEqual([
    '青禾小吃店 2026-03-10 结算对账单',
    '----------------------------------------',
    '收款                            10100.00',
    '撤销与冲正                          0.00',
    '退款                              -50.00',
    '手续费                            -60.20',
    '净额                             9989.80',
    '----------------------------------------',
    '期初余额                         5000.00',
    '结算到账 ×1                     -5000.00',
    '退款 ×1                           -49.70',
    '收款 ×2                         10039.50',
    '期末余额                         9989.80',
    '----------------------------------------',
    '已到账                           5000.00',
    '',
  ]);
  expect(statementText(statement, 'en')).toContain('Closing balance                  9989.80');
});
