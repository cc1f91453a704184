import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { ledgerInvariants, verify } from '#ledger';
import { setMerchantStatus } from '#merchants';
import { transact } from '#platform/db';
import { approve, CREDIT, useTill } from '#testing/till';
import { openBatch, settleBatch } from './batch.ts';
import { paymentInvariants } from './invariants.ts';
import { recover } from './recover.ts';
import { begin, sale } from './sale.ts';

const { test, world, till, ask, batch, nextBatch, nextKey, requestOf, ...does } = useTill();
const { hold, follow, letGo, reverse, pay, last, listed, clearable, balance, giveBack } = does;

/** What is held on cards, beside the books. */
const heldMinor = async () => {
  const { rows } = await sql<{ held: string }>`
    select coalesce(sum(signed_minor), 0) as held from posting
    where merchant_id = ${till().merchantId} and code = '9100' and layer = 1`.execute(test.db);
  return BigInt(rows[0]?.held ?? 0);
};

const statuses = async () => {
  const { rows } = await sql<{ kind: string; status: string }>`
    select kind, status from payment where merchant_id = ${till().merchantId}
    order by at, id`.execute(test.db);
  return rows.map(({ kind, status }) => `${kind} ${status}`);
};

const silent = () => {
  world().outside.networkAnswer = async () => undefined;
};
const speaking = () => {
  world().outside.networkAnswer = async (request) => approve(request);
};

describe('a pre-authorisation', () => {
  it('holds the amount and takes no money, no fee and no limit', async () => {
    const made = await hold('1000');
    expect(made.answer).toMatchObject({ code: '00', authCode: '123456' });
    expect(await last()).toMatchObject({ kind: 'preauth', status: 'held', fee_minor: 0n });
    expect(await heldMinor()).toBe(100_000n);
    expect(await balance('2100')).toBe(0n);
    expect(await listed()).toEqual([]);
    const sent = world().outside.networkRequests.at(-1);
    expect(sent).toMatchObject({ mti: '0100', fields: { 3: '030000', 25: '06' } });
    const { rows } = await sql<{ amount_minor: bigint }>`
      select amount_minor from risk_usage where merchant_id = ${till().merchantId}`.execute(
      test.db,
    );
    expect(rows[0]?.amount_minor).toBe(0n);
  });

  it('that is declined holds nothing; over the limit nobody is asked', async () => {
    world().outside.networkAnswer = async (request) => approve(request, { 39: '51' });
    expect((await hold('1000')).answer).toMatchObject({ code: '51' });
    const asked = world().outside.networkRequests.length;
    expect((await hold('20000.01')).answer).toEqual({ code: '61' });
    expect(world().outside.networkRequests).toHaveLength(asked);
    expect(await statuses()).toEqual(['preauth declined', 'preauth refused']);
    expect(await heldMinor()).toBe(0n);
  });

  it('without an answer is unknown and reversed, as a hold', async () => {
    silent();
    expect((await hold('1000')).answer).toMatchObject({ code: '98' });
    expect(await statuses()).toEqual(['preauth unknown']);
    speaking();
    await world().hearAll();
    expect(await statuses()).toEqual(['preauth reversed']);
    const sent = world().outside.networkRequests.at(-1);
    expect(sent).toMatchObject({ mti: '0420', fields: { 3: '030000' } });
    expect(String(sent?.fields[90])).toMatch(/^0100/);
  });

  it('is found after a crash and reversed', async () => {
    const request = { ...requestOf({ amount: '300' }), kind: '0100:10' as const };
    await transact(test.db, async (tx) =>
      begin(tx, ask(), { services: world().services, request }),
    );
    expect(await recover(world().services, { olderThan_ms: 0 })).toBe(1);
    await world().hearAll();
    expect(await statuses()).toEqual(['preauth reversed']);
  });
});

describe('a pre-authorisation over a bad line', () => {
  it('is taken back by the terminal, as often as it asks', async () => {
    const { key } = await hold('1000');
    expect(await reverse(key, '999', '10')).toEqual({ code: '64' });
    const again = await hold('1000');
    expect(await reverse(again.key, '1000', '10')).toEqual({ code: '00' });
    expect(await reverse(again.key, '1000', '10')).toEqual({ code: '00' });
    expect(await heldMinor()).toBe(100_000n);
    await world().hearAll();
    expect(await statuses()).toEqual(['preauth held', 'preauth reversed']);
  });

  it('asked twice is one hold; with other content it is refused', async () => {
    const key = nextKey();
    const first = await hold('1000', { key });
    expect((await hold('1000', { key })).answer).toEqual(first.answer);
    expect((await hold('1001', { key })).answer).toEqual({ code: '94' });
    expect(await heldMinor()).toBe(100_000n);
  });

  it('whose reversal came first is refused', async () => {
    const key = nextKey();
    expect(await reverse(key, '1000', '10')).toEqual({ code: '25' });
    const request = { ...requestOf({ amount: '1000', key }), kind: '0100:10' as const };
    expect(await sale(world().services, ask(), request)).toEqual({ code: '12' });
  });

  it('ends by itself on its day, and can then not be completed or let go', async () => {
    const made = await hold('1000');
    world().setNow(new Date(world().now().getTime() + 30 * 86_400_000));
    await world().fireDue();
    expect(await statuses()).toEqual(['preauth expired']);
    expect(await heldMinor()).toBe(0n);
    expect(await follow('0200:20', { of: made, amount: '1000' })).toEqual({ code: '22' });
    expect(await letGo('0100:11', { of: made, amount: '1000' })).toEqual({ code: '22' });
  });
});

describe('more of a hold', () => {
  it('is held too, and the answer says how much that is in all', async () => {
    const made = await hold('1000');
    const answer = await follow('0100:10', { of: made, amount: '500' });
    expect(answer).toMatchObject({ code: '00', balance: 'TA000000150000000000' });
    expect(await heldMinor()).toBe(150_000n);
    const sent = world().outside.networkRequests.at(-1);
    expect(sent?.fields[25]).toBe('60');
    expect(await letGo('0100:11', { of: made, amount: '1000' })).toEqual({ code: '64' });
    expect(await letGo('0100:11', { of: made, amount: '1500' })).toMatchObject({ code: '00' });
    expect(await statuses()).toEqual(['preauth voided', 'preauth voided']);
    expect(await heldMinor()).toBe(0n);
  });

  it('goes before the hold that it was added to can be taken back', async () => {
    const made = await hold('1000');
    const key = nextKey();
    await follow('0100:10', { of: made, amount: '500', key });
    expect(await reverse(made.key, '1000', '10')).toEqual({ code: '12' });
    expect(await reverse(key, '500', '10')).toEqual({ code: '00' });
    expect(await heldMinor()).toBe(100_000n);
  });

  it('is not kept when its hold ended while the network was asked', async () => {
    const made = await hold('1000');
    world().outside.networkAnswer = async (request) => {
      speaking();
      await letGo('0100:11', { of: made, amount: '1000' });
      return approve(request);
    };
    expect(await follow('0100:10', { of: made, amount: '500' })).toMatchObject({ code: '98' });
    await world().hearAll();
    expect(await statuses()).toEqual(['preauth voided', 'preauth reversed']);
  });
});

describe('a completion', () => {
  it('posts like a sale, frees the rest, and is in the clearing file', async () => {
    const made = await hold('1000');
    expect(await follow('0200:20', { of: made, amount: '800' })).toMatchObject({ code: '00' });
    expect(await statuses()).toEqual(['preauth completed', 'completion approved']);
    expect(await heldMinor()).toBe(0n);
    expect(await balance('2100')).toBe(80_000n - 400n); // 0.5 % of a debit card
    expect(await listed()).toEqual(['sale']);
    const sent = world().outside.networkRequests.at(-1);
    expect(sent).toMatchObject({ mti: '0200', fields: { 25: '06', 38: '123456' } });
    expect(String(sent?.fields[90])).toMatch(/^0100/);
    expect(sent?.fields[2]).toBeUndefined();
  });

  it('may be above its hold by the rule of the network, and no more', async () => {
    const made = await hold('1000');
    expect(await follow('0200:20', { of: made, amount: '1150.01' })).toEqual({ code: '61' });
    expect(await follow('0200:20', { of: made, amount: '1150' })).toMatchObject({ code: '00' });
    expect(await follow('0200:20', { of: made, amount: '10' })).toEqual({ code: '12' });
  });

  it.each([
    ['of nothing', { original: { trace: '999999' } }, '25'],
    ['with another approval code', { original: { authCode: '000001' } }, '25'],
    ['of another day', { original: { date: '0101' } }, '25'],
    ['of another card', { pan: CREDIT }, '14'],
  ])('%s is refused', async (_, but, code) => {
    const made = await hold('1000');
    expect(await follow('0200:20', { of: made, amount: '1000', ...but })).toEqual({ code });
    expect(await heldMinor()).toBe(100_000n);
  });

  it('at another till finds its hold by approval code and day only', async () => {
    const made = await hold('1000');
    const other = { ...nextKey(), terminalId: 'trm_other', terminalNo: '19999999' };
    await world().transact(async (tx) => openBatch(tx, ask(), other));
    const request = { of: made, amount: '1000' };
    expect(await follow('0200:20', { ...request, key: { ...other, batchNo: '000001' } })).toEqual({
      code: '25',
    });
    const unknown = { batchNo: '000000', trace: '000000' };
    const key = { ...other, batchNo: '000001', trace: '000777' };
    expect(await follow('0200:20', { ...request, key, original: unknown })).toMatchObject({
      code: '00',
    });
  });
});

describe('a completion that meets trouble', () => {
  it('because its hold was let go, or its merchant may not trade, is refused', async () => {
    const made = await hold('1000');
    await letGo('0100:11', { of: made, amount: '1000' });
    expect(await follow('0200:20', { of: made, amount: '1000' })).toEqual({ code: '12' });
    await world().transact(async (tx) => setMerchantStatus(tx, till().merchantId, 'suspended'));
    expect(await follow('0200:20', { of: made, amount: '1000' })).toEqual({ code: '03' });
  });

  it('and is declined leaves the hold as it was', async () => {
    const made = await hold('1000');
    world().outside.networkAnswer = async (request) => approve(request, { 39: '05' });
    expect(await follow('0200:20', { of: made, amount: '1000' })).toMatchObject({ code: '05' });
    expect(await statuses()).toEqual(['preauth held', 'completion declined']);
  });

  it('without an answer keeps its hold busy until it is reversed', async () => {
    const made = await hold('1000');
    silent();
    expect(await follow('0200:20', { of: made, amount: '1000' })).toMatchObject({ code: '98' });
    expect(await statuses()).toEqual(['preauth completing', 'completion unknown']);
    speaking();
    expect(await follow('0200:20', { of: made, amount: '1000' })).toEqual({ code: '12' });
    await world().hearAll();
    expect(await statuses()).toEqual(['preauth held', 'completion reversed']);
    expect(await follow('0200:20', { of: made, amount: '1000' })).toMatchObject({ code: '00' });
  });

  it('is taken back by the terminal: the money at once, the hold when the network knows', async () => {
    const made = await hold('1000');
    const key = nextKey();
    await follow('0200:20', { of: made, amount: '1000', key });
    expect(await reverse(key, '1000', '20')).toEqual({ code: '00' });
    expect(await statuses()).toEqual(['preauth completing', 'completion reversal_pending']);
    expect([await balance('2100'), await heldMinor()]).toEqual([0n, 100_000n]);
    await world().hearAll();
    expect(await statuses()).toEqual(['preauth held', 'completion reversed']);
    expect(await listed()).toEqual([]);
  });

  it('is given back by a refund as any sale, once it is one', async () => {
    const made = await hold('1000');
    await follow('0200:20', { of: made, amount: '1000' });
    const completion = await last();
    expect(await giveBack(completion, '500')).toMatchObject({ code: '00' });
    const held = { ...completion, rrn: made.answer?.rrn ?? '' };
    expect(await giveBack(held, '100')).toEqual({ code: '25' });
  });

  it('told as an advice is never reversed: unanswered, it is told again', async () => {
    const made = await hold('1000');
    const key = nextKey();
    silent();
    expect(await follow('0220:24', { of: made, amount: '900', key })).toMatchObject({ code: '98' });
    expect(await statuses()).toEqual(['preauth completing', 'completion waiting']);
    const first = world().outside.networkRequests.at(-1);
    speaking();
    expect(await follow('0220:24', { of: made, amount: '900', key })).toMatchObject({ code: '00' });
    const second = world().outside.networkRequests.at(-1);
    expect([second?.mti, second?.fields[11]]).toEqual(['0220', first?.fields[11]]);
    expect(await follow('0220:24', { of: made, amount: '900', key })).toMatchObject({ code: '00' });
    expect(await statuses()).toEqual(['preauth completed', 'completion approved']);
    expect(await balance('2100')).toBe(90_000n - 450n);
  });
});

describe('the void of a completion', () => {
  it('gives the money back and the hold stands again', async () => {
    const made = await hold('1000');
    const key = nextKey();
    const answer = await follow('0200:20', { of: made, amount: '800', key });
    const of = { key, authCode: answer?.authCode ?? '', date: made.date };
    expect(await letGo('0200:21', { of, amount: '799' })).toEqual({ code: '64' });
    expect(await letGo('0200:23', { of, amount: '800' })).toEqual({ code: '25' }); // that is no sale
    expect(await letGo('0200:21', { of, amount: '800' })).toMatchObject({ code: '00' });
    expect(await statuses()).toEqual(['preauth held', 'completion voided']);
    expect([await balance('2100'), await heldMinor()]).toEqual([0n, 100_000n]);
    expect(await listed()).toEqual([]);
    expect(await follow('0200:20', { of: made, amount: '1000' })).toMatchObject({ code: '00' });
    expect(await heldMinor()).toBe(0n);
  });

  it('can itself be taken back, unless the hold was used since', async () => {
    const made = await hold('1000');
    const key = nextKey();
    const answer = await follow('0200:20', { of: made, amount: '800', key });
    const of = { key, authCode: answer?.authCode ?? '', date: made.date };
    const voiding = nextKey();
    await letGo('0200:21', { of, amount: '800', key: voiding });
    expect(await reverse(voiding, '800', '21')).toEqual({ code: '00' });
    await world().hearAll();
    expect(await statuses()).toEqual(['preauth completed', 'completion approved']);
    expect([await balance('2100'), await heldMinor()]).toEqual([79_600n, 0n]);
    const again = nextKey();
    await letGo('0200:21', { of, amount: '800', key: again });
    await follow('0200:20', { of: made, amount: '1000' });
    expect(await reverse(again, '800', '21')).toEqual({ code: '12' });
  });

  it('without an answer is reversed, and the completion stands', async () => {
    const made = await hold('1000');
    const key = nextKey();
    const answer = await follow('0200:20', { of: made, amount: '800', key });
    const of = { key, authCode: answer?.authCode ?? '', date: made.date };
    silent();
    expect(await letGo('0200:21', { of, amount: '800' })).toMatchObject({ code: '98' });
    speaking();
    await world().hearAll();
    expect(await statuses()).toEqual(['preauth completed', 'completion approved']);
  });
});

describe('a hold that is let go', () => {
  it('is free in any batch, once, and the terminal may take that back', async () => {
    const made = await hold('1000');
    const nothing = { debitMinor: '0', debitCount: 0, creditMinor: '0', creditCount: 0 };
    const theirs = { domestic: nothing, foreign: nothing };
    const settled = await settleBatch(world().services, ask(), { key: nextKey(), theirs });
    expect(settled).toMatchObject({ domesticEqual: true, foreignEqual: true });
    await nextBatch();
    const key = nextKey();
    expect(await letGo('0100:11', { of: made, amount: '1000', key })).toMatchObject({ code: '00' });
    expect(await letGo('0100:11', { of: made, amount: '1000' })).toEqual({ code: '12' });
    expect(world().outside.networkRequests.at(-1)).toMatchObject({ mti: '0100' });
    expect(await reverse(key, '1000', '11')).toEqual({ code: '00' });
    await world().hearAll();
    expect(await statuses()).toEqual(['preauth held']);
    expect(await heldMinor()).toBe(100_000n);
  });

  it('is held again when the network refuses, or says nothing', async () => {
    const made = await hold('1000');
    world().outside.networkAnswer = async (request) => approve(request, { 39: '12' });
    expect(await letGo('0100:11', { of: made, amount: '1000' })).toMatchObject({ code: '12' });
    silent();
    expect(await letGo('0100:11', { of: made, amount: '1000' })).toMatchObject({ code: '98' });
    expect(await statuses()).toEqual(['preauth void_unknown']);
    speaking();
    await world().hearAll();
    expect(await statuses()).toEqual(['preauth held']);
  });
});

it('and after all of this every rule of the books holds', async () => {
  expect(batch.no).not.toBe('');
  expect(await pay({ amount: '1' })).toMatchObject({ code: '00' });
  expect(await clearable()).toHaveLength(1);
  const findings = await verify(test.db, [...ledgerInvariants, ...paymentInvariants]);
  expect(findings.filter(({ broken }) => broken > 0)).toEqual([]);
});
