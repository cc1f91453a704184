import { describe, expect, it } from 'vitest';
import type { PaymentResult } from './result.ts';
import type { PaymentSlip } from './slip.ts';
import { columns, slipText } from './slip-text.ts';
import { CARD, readyBench } from './testing/bench.ts';

async function soldSlip(): Promise<PaymentSlip> {
  const { terminal } = await readyBench();
  return slipOf(await terminal.sale({ amountMinor: 12_345n, card: CARD }));
}

function slipOf(result: PaymentResult): PaymentSlip {
  if (result.kind === 'approved' || result.kind === 'partial') return result.slip;
  throw new Error(`no slip: ${result.kind}`);
}

it('says everything that a receipt must say', async () => {
  expect(await soldSlip()).toEqual({
    kind: 'payment',
    type: 'sale',
    merchantName: '开通样例便利店',
    merchantNo: '123456789012345',
    terminalNo: '00000001',
    operator: '01',
    batch: '000007',
    trace: '000002',
    at: '2027-03-15 10:11:12',
    maskedCard: '620000******0005',
    read: 'manual',
    issuer: '03080000',
    acquirer: '48020000',
    rrn: '101102000002',
    authCode: 'A12345',
    amountMinor: 12_345n,
    copies: 2,
  });
});

it('prints in Chinese, two columns a character', async () => {
  expect(slipText(await soldSlip(), 'zh-Hans')).toEqual([
    '         开通样例便利店',
    '              消费',
    '--------------------------------',
    '商户号:          123456789012345',
    '终端号:                 00000001',
    '操作员:                       01',
    '批次号:                   000007',
    '日期时间:    2027-03-15 10:11:12',
    '--------------------------------',
    '卡号:           620000******0005',
    '读卡方式:                   手工',
    '发卡行:                 03080000',
    '收单方:                 48020000',
    '凭证号:                   000002',
    '参考号:             101102000002',
    '授权码:                   A12345',
    '金额:                 RMB 123.45',
    '--------------------------------',
    '本人确认以上交易,同意记入本账户',
  ]);
});

describe.each(['zh-Hans', 'zh-Hant', 'en'] as const)('in %s', (lang) => {
  it.each([16, 24, 32, 48])('no line is wider than %d columns', async (width) => {
    const wide = { ...(await soldSlip()), merchantName: '非常长的商户名称'.repeat(6) };
    expect(Math.max(...slipText(wide, lang, width).map(columns))).toBeLessThanOrEqual(width);
  });
});

it('has a title in each language', async () => {
  const slip = await soldSlip();
  expect(
    (['zh-Hans', 'zh-Hant', 'en'] as const).map((lang) => slipText(slip, lang)[1]?.trim()),
  ).toEqual(['消费', '消費', 'SALE']);
});

it('shows a void as money that goes back', async () => {
  const { terminal } = await readyBench();
  await terminal.sale({ amountMinor: 5n, card: CARD });
  const slip = slipOf(await terminal.voidSale({ trace: '000002' }));
  const lines = slipText(slip, 'en');
  expect(lines).toContain('Amount:                RMB -0.05');
  expect(lines).toContain('Original trace:           000002');
});

it.each([
  ['2027-01-01T00:00:00Z', '1231', '2026-12-31'],
  ['2026-12-31T15:59:59Z', '0101', '2027-01-01'],
])('at %s takes %s for %s', async (now, date, day) => {
  const { terminal, host } = await readyBench({ clock: { now: () => new Date(now) } });
  host.date = date;
  expect(slipOf(await terminal.sale({ amountMinor: 5n, card: CARD })).at).toBe(`${day} 10:11:12`);
});

it('of a settlement shows both sides when they differ', async () => {
  const { terminal, host } = await readyBench();
  await terminal.sale({ amountMinor: 5n, card: CARD });
  host.will({ flags: '21' });
  const settled = await terminal.settle();
  if (settled.kind !== 'unequal') throw new Error(settled.kind);
  expect(slipText(settled.slip, 'zh-Hans').slice(8)).toEqual([
    '--------------------------------',
    '内卡',
    '借记:                   1 / 0.05',
    '贷记:                   0 / 0.00',
    '外卡',
    '借记:                   0 / 0.00',
    '贷记:                   0 / 0.00',
    '对账不平,主机:',
    '内卡',
    '借记:                   1 / 0.05',
    '贷记:                   0 / 0.00',
    '外卡',
    '借记:                   0 / 0.00',
    '贷记:                   0 / 0.00',
    '--------------------------------',
  ]);
});
