import { describe, expect, it } from 'vitest';
import type { Ask } from '#platform/ask';
import { callRoute } from '#testing/call';
import { approve, CREDIT, useTill } from '#testing/till';
import { routes } from './routes.ts';

const { world, till, pay, paid, giveBack } = useTill();
const call = async <Reply>(at: `${string} /${string}`, by: Ask, given: object = {}) =>
  callRoute<Reply>(world(), routes(world().services), { at, ask: by, ...given });
const owner = () => world().ask('owner', { merchantIds: [till().merchantId] });
const stranger = () => world().ask('owner', { merchantIds: ['mer_other'] });

describe('payments of a day', () => {
  // They have no business day, and the filter once hid them.
  it('are also those that were declined on it, until the day ends at 23:00', async () => {
    const merchantId = till().merchantId;
    const on = async (from: string, to = from) => {
      const query = { merchantId, from, to };
      const { rows } = await call<List>('GET /v1/payments', owner(), { query });
      return rows.map((row) => (row as { status: string }).status);
    };
    world().setNow(new Date('2026-03-12T14:00:00Z'));
    await pay({ amount: '9' });
    world().outside.networkAnswer = async (request) => approve(request, { 39: '51' });
    world().setNow(new Date('2026-03-12T14:59:00Z'));
    await pay({ amount: '8' });
    world().setNow(new Date('2026-03-12T15:00:00Z'));
    await pay({ amount: '7' });
    expect(await on('2026-03-12')).toEqual(['declined', 'approved']);
    expect(await on('2026-03-13')).toEqual(['declined']);
    expect(await on('2026-03-12', '2026-03-13')).toEqual(['declined', 'declined', 'approved']);
    expect(await on('2026-03-14')).toEqual([]);
  });
});

describe('payments, as people see them', () => {
  it('are listed for their merchant only, with what was approved in all', async () => {
    await pay({ amount: '100' });
    world().outside.networkAnswer = async (request) => approve(request, { 39: '51' });
    await pay({ amount: '7' });
    const list = await call<List>('GET /v1/payments', owner(), { query: { limit: '1' } });
    expect(list.rows).toMatchObject([{ status: 'declined', answerCode: '51' }]);
    expect(list).toMatchObject({ approvedCount: 1, approved: { minor: 10000n } });
    const next = await call<List>('GET /v1/payments', owner(), { query: { after: list.next } });
    expect(next.rows).toMatchObject([{ status: 'approved', net: { minor: 9950n } }]);
    expect((await call<List>('GET /v1/payments', stranger())).rows).toEqual([]);
  });

  it('prove their fee, and show their refunds and their way to the network', async () => {
    await paid('500');
    const { payment } = await paid('1000', CREDIT);
    await giveBack(payment, '100');
    const at = 'GET /v1/payments/:id';
    const detail = await call(at, owner(), { params: { id: payment.id } });
    expect(detail).toMatchObject({
      feeProof: { formula: '¥1,000.00 × 0.60 % = ¥6.00', rounding: 'half-up', kind: 'credit' },
      refunds: [{ kind: 'refund', status: 'succeeded', feeReturned: { minor: 60n } }],
      legs: [{ kind: 'sale', status: 'answered' }, { kind: 'refund' }],
      card: { masked: '620001******0008', kind: 'credit' },
    });
    const foreign = call(at, stranger(), { params: { id: payment.id } });
    await expect(foreign).rejects.toMatchObject({ code: 'request.notFound' });
  });

  it.each([
    ['zh-Hans', '签购单', '参考号'],
    ['zh-Hant', '簽購單', '參考號'],
    ['en', 'SALES SLIP', 'Reference'],
  ])('have a slip of 32 columns in %s', async (lang, title, reference) => {
    const { payment } = await paid('100');
    const at = 'GET /v1/payments/:id/slip';
    const given = { params: { id: payment.id }, query: { lang } };
    const { slip, text } = await call<SlipReply>(at, owner(), given);
    expect(slip).toMatchObject({ cardMasked: '620000******0005', amount: { minor: 10000n } });
    expect(text).toContain(title);
    expect(text).toMatch(new RegExp(`${reference}: +${payment.rrn}`));
    const widths = text.split('\n').map((line) => line.replaceAll(/[⺀-￿]/g, '..').length);
    expect(Math.max(...widths.slice(0, -2))).toBeLessThanOrEqual(32);
  });

  it('that were not approved have no slip', async () => {
    world().outside.networkAnswer = async (request) => approve(request, { 39: '51' });
    const { payment } = await paid('100');
    const slip = call('GET /v1/payments/:id/slip', owner(), { params: { id: payment.id } });
    await expect(slip).rejects.toMatchObject({ code: 'payments.noSlip' });
  });

  it('stand in batches whose sums run along', async () => {
    await paid('100');
    await paid('50');
    const batches = await call<List>('GET /v1/batches', owner());
    expect(batches.rows).toMatchObject([
      { status: 'open', batchNo: '000001', ours: { debit: { minor: 15000n }, debitCount: 2 } },
    ]);
  });
});

type List = { rows: object[]; next?: string; approvedCount?: number };
type SlipReply = { slip: object; text: string };
