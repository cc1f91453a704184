import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from '#platform/ask';
import { newId } from '#platform/ids';
import { testDatabase } from '#testing/database';
import { callRoute, type GivenInput } from '#testing/call';
import { makeMerchant, makeTerminal, seedCatalogue, type SampleMerchant } from '#testing/merchant';
import { makeWorld, type World } from '#testing/world';
import { putFile } from '#vault';
import { hears } from './jobs.ts';
import { items, type VisitReply } from './model.ts';
import { routes } from './routes.ts';
import type { Tick } from './tick.ts';

const test = testDatabase();
const HERE = { latitude: 39.9, longitude: 116.4 }; // where the sample store stands
let world: World;

beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
});

const call = async <Reply = VisitReply>(
  at: `${string} /${string}`,
  ask: Ask,
  given: GivenInput = {},
) => callRoute<Reply>(world, routes(world.services), { at, ask, ...given });

const technician = (id = 'usr_tech') => world.ask('technician', { id });
const ownerAsk = ({ ownerId, merchant_id }: SampleMerchant) =>
  world.ask('owner', { id: ownerId, merchantIds: [merchant_id] });

type Case = { mine: SampleMerchant; id: string; serial: string; orderId: string };

/** An order was delivered, and its visit is wanted. */
async function requested(): Promise<Case> {
  const mine = await makeMerchant(world);
  const merchantId = mine.merchant_id;
  const orderId = newId('ord', world.now());
  const { serial } = await makeTerminal(world, { merchantId, orderId });
  const hear = hears()['order.delivered'];
  for (const _ of ['once', 'twice'])
    await world.transact(async (tx) => hear?.(tx, world.system(), { merchantId, orderId }));
  const { rows } = await call<{ rows: VisitReply[] }>('GET /v1/visits', ownerAsk(mine));
  expect(rows).toHaveLength(1);
  return { mine, id: rows[0]?.id ?? '', serial, orderId };
}

const at = (verb: string) => `POST /v1/visits/:id/${verb}` as const;

async function scheduled(): Promise<Case> {
  const one = await requested();
  const params = { id: one.id };
  const { proposedAt } = await call('GET /v1/visits/:id', technician(), { params });
  const body = { startsAt: proposedAt.toISOString() };
  await call(at('schedule'), technician(), { params, body });
  return one;
}

async function installing(): Promise<Case> {
  const one = await scheduled();
  await call(at('start'), technician(), { params: { id: one.id } });
  return one;
}

const tickOne = async (ask: Ask, id: string, body: Tick) =>
  call(at('checklist'), ask, { params: { id }, body });

async function aPhoto(): Promise<string> {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  const { services } = world;
  const photo = { services, owner: 'usr_tech', kind: 'photo', bytes, name: 'a.jpg' } as const;
  return (await world.transact(async (tx) => putFile(tx, technician(), photo))).fileId;
}

async function tickAll(ask: Ask, { id, serial }: Case): Promise<VisitReply> {
  await tickOne(ask, id, { item: 'serial', serial });
  await tickOne(ask, id, { item: 'location', ...HERE });
  for (const item of ['network', 'power', 'paper'] as const) await tickOne(ask, id, { item });
  return tickOne(ask, id, { item: 'parameters', note: '2026-03' });
}

const gate = async ({ mine }: Case) =>
  (
    await sql`select item, ok from gate_item where merchant_id = ${mine.merchant_id}`.execute(
      test.db,
    )
  ).rows;

describe('a delivered order', () => {
  it('asks for one visit, within two working days, and tells the merchant', async () => {
    const one = await requested();
    const visit = await call('GET /v1/visits/:id', ownerAsk(one.mine), { params: { id: one.id } });
    expect(visit).toMatchObject({
      status: 'requested',
      mode: 'onSite',
      serial: one.serial,
      orderId: one.orderId,
      dueOn: '2026-03-12',
      proposedAt: new Date('2026-03-11T02:00:00Z'),
      can: ['selfInstall'],
    });
    const { rows } = await sql`
      select key from message where person_id = ${one.mine.ownerId}`.execute(test.db);
    expect(rows).toEqual([{ key: 'visits.sms.requested' }]);
  });

  it('shows its visit to no other merchant', async () => {
    const { id } = await requested();
    const stranger = ownerAsk(await makeMerchant(world));
    await expect(call('GET /v1/visits/:id', stranger, { params: { id } })).rejects.toMatchObject({
      code: 'request.notFound',
    });
    await expect(call(at('acceptance'), stranger, { params: { id } })).rejects.toMatchObject({
      code: 'request.notFound',
    });
  });
});

describe('the time', () => {
  it('is set by the technician who will come', async () => {
    const { id } = await scheduled();
    const visit = await call('GET /v1/visits/:id', technician(), { params: { id } });
    expect(visit).toMatchObject({
      status: 'scheduled',
      technician: { id: 'usr_tech' },
      can: ['schedule', 'depart', 'start', 'reportAbsence'],
    });
  });

  it.each(['2026-03-11T00:30:00Z', '2026-03-14T02:00:00Z', '2026-03-09T02:00:00Z'])(
    'can not be %s',
    async (startsAt) => {
      const { id } = await requested();
      await expect(
        call(at('schedule'), technician(), { params: { id }, body: { startsAt } }),
      ).rejects.toMatchObject({ code: 'visit.badTime' });
    },
  );

  it('starts anew within a day when nobody was there', async () => {
    const { id } = await scheduled();
    const visit = await call(at('absence'), technician(), { params: { id } });
    expect(visit).toMatchObject({ status: 'merchant_absent', dueOn: '2026-03-11' });
    expect(visit.startsAt).toBeUndefined();
  });
});

describe('the checklist', () => {
  it('leads, item by item, to the acceptance of the merchant and opens the gate', async () => {
    const one = await installing();
    const done = await tickAll(technician(), one);
    expect(done).toMatchObject({ status: 'testing' });
    expect(done.checklist.filter((row) => row.needed && !row.done)).toEqual([]);
    expect(await gate(one)).toEqual([]);
    const accepted = await call(at('acceptance'), ownerAsk(one.mine), { params: { id: one.id } });
    expect(accepted).toMatchObject({ status: 'accepted', acceptedAt: world.now(), can: [] });
    expect(await gate(one)).toEqual([{ item: 'visit', ok: true }]);
    const { rows } = await sql<{ payload: object }>`
      select payload from event where type = 'visit.accepted'
      and payload->>'visitId' = ${one.id}`.execute(test.db);
    expect(rows[0]?.payload).toMatchObject({ merchantId: one.mine.merchant_id });
  });

  it('is accepted by a technician only with the code of the merchant', async () => {
    const one = await installing();
    await tickAll(technician(), one);
    const params = { id: one.id };
    await expect(call(at('acceptance'), technician(), { params })).rejects.toMatchObject({
      code: 'visit.codeNeeded',
    });
    await call(at('codes'), technician(), { params });
    const { rows } = await sql<{ id: string; sealed: Buffer }>`
      select id, sealed from one_time_code where phone = ${one.mine.phone}`.execute(test.db);
    const [sent] = rows;
    const { keeper } = world.services;
    const opened = keeper.open('one-time-code', sent?.sealed ?? Buffer.of(), sent?.id ?? '');
    const code = Buffer.from(opened).toString();
    const body = { code: code === '000000' ? '000001' : '000000' };
    await expect(call(at('acceptance'), technician(), { params, body })).rejects.toMatchObject({
      code: 'code.wrong',
    });
    const accepted = await call(at('acceptance'), technician(), { params, body: { code } });
    expect(accepted.status).toBe('accepted');
  });
});

describe('an item of the checklist', () => {
  it('knows another machine, and another place', async () => {
    const { id, serial } = await installing();
    await expect(
      tickOne(technician(), id, { item: 'serial', serial: 'SN99999999' }),
    ).rejects.toMatchObject({ code: 'visit.otherSerial' });
    const far = { latitude: 39.91, longitude: 116.4 };
    await expect(tickOne(technician(), id, { item: 'location', ...far })).rejects.toMatchObject({
      code: 'visit.tooFar',
      facts: { metres: 1112, limit: 200 },
    });
    const ticked = await tickOne(technician(), id, {
      item: 'serial',
      serial: serial.toLowerCase(),
    });
    expect(ticked.checklist.find(({ item }) => item === 'serial')?.done).toBe(true);
  });

  it('takes the first place as that of a store without coordinates', async () => {
    const { id, mine } = await installing();
    await sql`update store set latitude = null, longitude = null
      where merchant_id = ${mine.merchant_id}`.execute(test.db);
    const first = await tickOne(technician(), id, {
      item: 'location',
      latitude: 31,
      longitude: 121,
    });
    expect(first.checklist.find(({ item }) => item === 'location')?.note).toContain('首次定位');
    await expect(tickOne(technician(), id, { item: 'location', ...HERE })).rejects.toMatchObject({
      code: 'visit.tooFar',
    });
  });

  it.each(['departure', 'start', 'absence'])(
    'another technician can not do the %s',
    async (verb) => {
      const { id } = await scheduled();
      await expect(call(at(verb), technician('usr_2'), { params: { id } })).rejects.toMatchObject({
        code: 'visit.notYours',
      });
    },
  );

  it('can not be ticked before the installation begins', async () => {
    const { id } = await scheduled();
    await expect(tickOne(technician(), id, { item: 'power' })).rejects.toMatchObject({
      code: 'visit.notPossible',
      facts: { status: 'visit.scheduled' },
    });
  });
});

describe('what is noted at an item', () => {
  // It was once kept in the words of whoever measured.
  it('is said to each reader in the language of the reader', async () => {
    const { id, mine } = await installing();
    await tickOne(technician(), id, { item: 'location', ...HERE });
    const noteIn = async (lang: Ask['lang']) => {
      const ask = { ...ownerAsk(mine), lang };
      const { checklist } = await call('GET /v1/visits/:id', ask, { params: { id } });
      return checklist.find(({ item }) => item === 'location')?.note;
    };
    expect(await noteIn('zh-Hans')).toBe('离门店 0 米');
    expect(await noteIn('zh-Hant')).toBe('離門店 0 米');
    expect(await noteIn('en')).toBe('0 m from the store');
  });

  it('stays as the technician typed it', async () => {
    const { id } = await installing();
    const { checklist } = await tickOne(technician(), id, { item: 'parameters', note: '2026-03' });
    expect(checklist.find(({ item }) => item === 'parameters')?.note).toBe('2026-03');
  });
});

describe('a photo of the place', () => {
  it('is one that the technician may see, and no other', async () => {
    const { id } = await installing();
    const fileId = await aPhoto();
    const ticked = await tickOne(technician(), id, { item: 'photos', fileId });
    expect(ticked.photos).toEqual([fileId]);
    await expect(
      tickOne(technician(), id, { item: 'photos', fileId: 'doc_00000000000000' }),
    ).rejects.toMatchObject({ code: 'request.notFound' });
  });

  // The photo is the last of the list, and the one before it ended the installation.
  it('may be added when the list is done, and not after the acceptance', async () => {
    const one = await installing();
    await tickAll(technician(), one);
    const fileId = await aPhoto();
    const shown = await tickOne(technician(), one.id, { item: 'photos', fileId });
    expect(shown).toMatchObject({ status: 'testing', photos: [fileId] });
    await expect(tickOne(technician(), one.id, { item: 'power' })).rejects.toMatchObject({
      code: 'visit.notPossible',
    });
    await call(at('acceptance'), ownerAsk(one.mine), { params: { id: one.id } });
    await expect(tickOne(technician(), one.id, { item: 'photos', fileId })).rejects.toMatchObject({
      code: 'visit.notPossible',
      facts: { status: 'visit.accepted' },
    });
  });
});

describe('installing by oneself', () => {
  it('is the same list and the same acceptance, by the owner', async () => {
    const one = await requested();
    const owner = ownerAsk(one.mine);
    const chosen = await call(at('self-install'), owner, { params: { id: one.id } });
    expect(chosen).toMatchObject({
      mode: 'selfInstall',
      status: 'installing',
      can: ['tick', 'addPhoto'],
    });
    await expect(tickOne(technician(), one.id, { item: 'power' })).rejects.toMatchObject({
      code: 'visit.notYours',
    });
    await tickAll(owner, one);
    const accepted = await call(at('acceptance'), owner, { params: { id: one.id } });
    expect(accepted.status).toBe('accepted');
  });

  it('is not for an owner whose technician is at work', async () => {
    const one = await installing();
    const owner = ownerAsk(one.mine);
    await expect(call(at('self-install'), owner, { params: { id: one.id } })).rejects.toMatchObject(
      { code: 'visit.notPossible' },
    );
    await expect(tickOne(owner, one.id, { item: 'power' })).rejects.toMatchObject({
      code: 'visit.notYours',
    });
  });
});

describe('an end without acceptance', () => {
  it('a failed visit says why, forgets its ticks and can be scheduled again', async () => {
    const one = await installing();
    await tickOne(technician(), one.id, { item: 'power' });
    const params = { id: one.id };
    const body = { reason: '店内没有电源' };
    const failed = await call(at('failure'), technician(), { params, body });
    expect(failed).toMatchObject({ status: 'failed', reason: '店内没有电源' });
    expect(failed.checklist).toHaveLength(items.length);
    expect(failed.checklist.some(({ done }) => done)).toBe(false);
    const startsAt = '2026-03-11T02:00:00Z';
    const again = await call(at('schedule'), technician(), { params, body: { startsAt } });
    expect(again.status).toBe('scheduled');
  });

  it('a canceled visit stays canceled', async () => {
    const { id } = await requested();
    const given = { params: { id }, body: { reason: '订单取消' } };
    const canceled = await call(at('cancellation'), world.ask('operator'), given);
    expect(canceled).toMatchObject({ status: 'canceled', can: [] });
    await expect(call(at('cancellation'), world.ask('operator'), given)).rejects.toMatchObject({
      code: 'visit.notPossible',
    });
  });
});
