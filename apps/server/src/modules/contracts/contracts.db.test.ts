import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from '#platform/ask';
import { testDatabase } from '#testing/database';
import { callRoute, type GivenInput } from '#testing/call';
import { makeMerchant, seedCatalogue, type SampleMerchant } from '#testing/merchant';
import { makeWorld, TUESDAY, type World } from '#testing/world';
import { deadlines } from './jobs.ts';
import { makeFile, makeSignedFile } from './make-file.ts';
import { daysAfter, sha256, type ContractReply } from './model.ts';
import { openContract } from './open-contract.ts';
import { routes } from './routes.ts';
import { contractById, type Contract } from './store.ts';

const test = testDatabase();
let world: World;

beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
});

const call = async <Reply = ContractReply>(
  at: `${string} /${string}`,
  ask: Ask,
  given: GivenInput = {},
) => callRoute<Reply>(world, routes(world.services), { at, ask, ...given });

const ownerAsk = ({ ownerId, merchant_id }: SampleMerchant) =>
  world.ask('owner', { id: ownerId, merchantIds: [merchant_id] });

/** A merchant whose contract was opened, but not made yet. */
async function opened(merchant?: SampleMerchant): Promise<{ mine: SampleMerchant; id: string }> {
  const mine = merchant ?? (await makeMerchant(world));
  const { application_id: applicationId, merchant_id: merchantId } = mine;
  const { contract_id: id } = await world.transact(async (tx) =>
    openContract(tx, world.system(), { applicationId, merchantId }),
  );
  return { mine, id };
}

async function ready(merchant?: SampleMerchant): Promise<{ mine: SampleMerchant; id: string }> {
  const one = await opened(merchant);
  await makeFile(world.services, { contractId: one.id });
  return one;
}

/** The code as it was sent: sealed in the table until its SMS leaves. */
async function codeFor(mine: SampleMerchant, id: string): Promise<string> {
  await call('POST /v1/contracts/:id/codes', ownerAsk(mine), { params: { id } });
  const { rows } = await sql<{ id: string; sealed: Buffer }>`
    select id, sealed from one_time_code where phone = ${mine.phone}
    order by created_at desc, id desc limit 1`.execute(test.db);
  const [sent] = rows;
  const open = world.services.keeper.open(
    'one-time-code',
    sent?.sealed ?? Buffer.of(),
    sent?.id ?? '',
  );
  return Buffer.from(open).toString();
}

async function signed(): Promise<{ mine: SampleMerchant; id: string }> {
  const { mine, id } = await ready();
  const code = await codeFor(mine, id);
  const { fileSha256 } = await load(id);
  await call('POST /v1/contracts/:id/signature', ownerAsk(mine), {
    params: { id },
    body: { code, fileSha256 },
  });
  await makeSignedFile(world.services, { contractId: id });
  return { mine, id };
}

async function load(id: string): Promise<Contract & { fileSha256: string }> {
  const contract = await contractById(test.db, id);
  if (!contract) throw new Error('no contract');
  return { ...contract, fileSha256: contract.file_sha256 ?? '' };
}

const eventsOf = async (id: string) =>
  (
    await sql<{ type: string }>`
      select type from event where payload->>'contractId' = ${id} order by id`.execute(test.db)
  ).rows.map(({ type }) => type);

const verify = async (hash: string) =>
  call<{ state: string; party?: string }>(
    'GET /v1/contracts/verification/:hash',
    { by: { kind: 'nobody' }, now: world.now(), lang: 'en' },
    { params: { hash } },
  );

describe('an approved application', () => {
  it('opens one contract with the terms of the plan, the model and the store', async () => {
    const { mine, id } = await opened();
    expect((await opened(mine)).id).toBe(id);
    const { terms, status, lang } = await load(id);
    expect({ status, lang }).toEqual({ status: 'generating', lang: 'zh-Hans' });
    expect(terms).toMatchObject({
      plan: { id: 'qinghe-steady' },
      deposit: { amount: { minor: 10_000n }, windowDays: 60 },
      devicePrice: { currency: 'CNY' },
      merchant: { settlementAccount: '样例银行 620000******0005', name: '青禾小吃店' },
    });
    expect(terms.fees[0]?.text).toBe('按交易金额的 0.50 % 收取，每笔最高 ¥20.00');
  });

  it('has no deposit terms when the plan has no deposit', async () => {
    const { id } = await opened(await makeMerchant(world, { planId: 'qinghe-shop' }));
    const { terms } = await load(id);
    expect(terms.deposit).toBeUndefined();
    expect(JSON.stringify(terms.sections)).toContain('本方案不收押金');
  });

  it('gets its contract in the language of the owner', async () => {
    const { id } = await opened(await makeMerchant(world, { lang: 'en' }));
    expect((await load(id)).terms.sections[0]?.title).toBe('The parties');
  });

  it('can not be read or signed before the file is made', async () => {
    const { mine, id } = await opened();
    const params = { id };
    await expect(
      call('GET /v1/contracts/:id/pdf', ownerAsk(mine), { params }),
    ).rejects.toMatchObject({ code: 'contract.notReady' });
    await expect(
      call('POST /v1/contracts/:id/codes', ownerAsk(mine), { params }),
    ).rejects.toMatchObject({ code: 'contract.notSignable' });
  });
});

describe('the file', () => {
  it('is made once, told, and the merchant is asked to sign', async () => {
    const { mine, id } = await ready();
    const before = await load(id);
    await makeFile(world.services, { contractId: id });
    expect((await load(id)).file_id).toBe(before.file_id);
    expect(before).toMatchObject({ status: 'pending_sign', sign_by: daysAfter(world.now(), 15) });
    expect(await eventsOf(id)).toEqual(['contract.ready']);
    const { rows } = await sql`
      select key from message where person_id = ${mine.ownerId}`.execute(test.db);
    expect(rows).toEqual([{ key: 'contracts.sms.ready' }]);
  });

  it('is what its hash says, for its merchant and for staff', async () => {
    const { mine, id } = await ready();
    for (const ask of [ownerAsk(mine), world.ask('reviewer')]) {
      const at = 'GET /v1/contracts/:id/pdf';
      const file = await call<{ bytes: Uint8Array }>(at, ask, { params: { id } });
      expect(sha256(file.bytes)).toBe((await load(id)).file_sha256);
    }
  });

  it('does not exist for another merchant', async () => {
    const { id } = await ready();
    const stranger = ownerAsk(await makeMerchant(world));
    for (const at of ['GET /v1/contracts/:id', 'GET /v1/contracts/:id/pdf'] as const)
      await expect(call(at, stranger, { params: { id } })).rejects.toMatchObject({
        code: 'request.notFound',
      });
    const listed = await call<{ rows: object[] }>('GET /v1/contracts', stranger);
    expect(listed.rows).toEqual([]);
  });
});

describe('signing', () => {
  it('takes the code of the owner, and leaves a signed file with evidence', async () => {
    const { mine, id } = await signed();
    const reply = await call('GET /v1/contracts/:id', ownerAsk(mine), { params: { id } });
    expect(reply).toMatchObject({
      status: 'signed',
      signedAt: TUESDAY,
      signer: { name: '样例店主', phone: expect.stringMatching(/^138\*{4}\d{4}$/) },
      can: [],
    });
    const { file_sha256, signed_file_sha256, code_id } = await load(id);
    expect(signed_file_sha256).not.toBe(file_sha256);
    expect(code_id).toMatch(/^otc_/);
    expect(await eventsOf(id)).toEqual(['contract.ready', 'contract.signed']);
    const { rows } = await sql`
      select ok from gate_item
      where merchant_id = ${mine.merchant_id} and item = 'contract'`.execute(test.db);
    expect(rows).toEqual([{ ok: true }]);
  });

  it('refuses a wrong code, another file, and a second time', async () => {
    const { mine, id } = await ready();
    const code = await codeFor(mine, id);
    const { fileSha256 } = await load(id);
    const attempt = async (body: object) =>
      call('POST /v1/contracts/:id/signature', ownerAsk(mine), { params: { id }, body });
    const wrong = code === '000000' ? '000001' : '000000';
    await expect(attempt({ code, fileSha256: 'f'.repeat(64) })).rejects.toMatchObject({
      code: 'contract.otherFile',
    });
    await expect(attempt({ code: wrong, fileSha256 })).rejects.toMatchObject({
      code: 'code.wrong',
    });
    await attempt({ code, fileSha256 });
    await expect(attempt({ code, fileSha256 })).rejects.toMatchObject({
      code: 'contract.notSignable',
    });
  });

  it('is for the owner of the merchant alone, not for another member', async () => {
    const { mine, id } = await ready();
    const member = world.ask('owner', { id: 'usr_member', merchantIds: [mine.merchant_id] });
    await expect(
      call('POST /v1/contracts/:id/codes', member, { params: { id } }),
    ).rejects.toMatchObject({ code: 'access.forbidden' });
  });
});

describe('verification', () => {
  it('says valid of the signed file, its number and its terms, superseded of the earlier file', async () => {
    const { id } = await signed();
    const contract = await load(id);
    expect(await verify(contract.signed_file_sha256 ?? '')).toMatchObject({
      state: 'valid',
      party: '青***店',
    });
    expect(await verify(contract.contract_no)).toMatchObject({ state: 'valid' });
    expect(await verify(contract.fileSha256)).toMatchObject({ state: 'superseded' });
  });

  it('says unsigned of one that waits, and nothing of what it does not know', async () => {
    const { id } = await ready();
    expect(await verify((await load(id)).fileSha256)).toMatchObject({ state: 'unsigned' });
    expect(await verify('0'.repeat(64))).toEqual({ state: 'unknown' });
  });
});

describe('an end', () => {
  const due = { kind: '', dueAt: '' };

  it('comes by itself after fifteen days, with a reminder before', async () => {
    const { mine, id } = await ready();
    const ask = { ...world.system(), now: daysAfter(TUESDAY, 15) };
    await world.transact(async (tx) => {
      await deadlines()['contracts.remind']?.(tx, ask, { ...due, subject: id });
      await deadlines()['contracts.lapse']?.(tx, ask, { ...due, subject: id });
      await deadlines()['contracts.remind']?.(tx, ask, { ...due, subject: id });
    });
    expect(await load(id)).toMatchObject({ status: 'lapsed', ended_at: ask.now });
    const { rows } = await sql<{ key: string }>`
      select key from message where person_id = ${mine.ownerId} order by created_at, id`.execute(
      test.db,
    );
    expect(rows.map(({ key }) => key).toSorted()).toEqual([
      'contracts.sms.lapsed',
      'contracts.sms.ready',
      'contracts.sms.reminder',
    ]);
  });

  it('leaves a signed contract alone', async () => {
    const { id } = await signed();
    await world.transact(async (tx) =>
      deadlines()['contracts.lapse']?.(tx, world.system(), { ...due, subject: id }),
    );
    expect((await load(id)).status).toBe('signed');
    const { rows } = await sql`
      select 1 from deadline where subject = ${id} and fired_at is null`.execute(test.db);
    expect(rows).toEqual([]);
  });

  it('makes room for a new contract, once', async () => {
    const { mine, id } = await ready();
    const at = 'POST /v1/contracts/:id/reissue';
    const support = world.ask('support');
    await expect(call(at, support, { params: { id } })).rejects.toMatchObject({
      code: 'contract.notReissuable',
    });
    await world.transact(async (tx) =>
      deadlines()['contracts.lapse']?.(tx, world.system(), { ...due, subject: id }),
    );
    const anew = await call(at, support, { params: { id } });
    expect(anew).toMatchObject({ status: 'generating', merchantId: mine.merchant_id });
    expect(anew.id).not.toBe(id);
    await expect(call(at, support, { params: { id } })).rejects.toMatchObject({
      code: 'contract.notReissuable',
    });
  });

  it('by risk closes the gate and is told with its reason', async () => {
    const { mine, id } = await signed();
    const at = 'POST /v1/contracts/:id/termination';
    const given = { params: { id }, body: { reason: '商户申请解约' } };
    const ended = await call(at, world.ask('risk'), given);
    expect(ended).toMatchObject({ status: 'terminated', terminatedReason: '商户申请解约' });
    await expect(call(at, world.ask('risk'), given)).rejects.toMatchObject({
      code: 'contract.notTerminable',
    });
    const { rows } = await sql`
      select ok from gate_item
      where merchant_id = ${mine.merchant_id} and item = 'contract'`.execute(test.db);
    expect(rows).toEqual([{ ok: false }]);
  });
});
