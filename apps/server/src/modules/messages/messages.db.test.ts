import { api } from '@kaitong/contract';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OutsideRefusal, Unreachable } from '#connectors/outside';
import { testDatabase } from '#testing/database';
import { makeWorld, type World } from '#testing/world';
import { deliver } from './deliver.ts';
import { SMS_ATTEMPTS_MAX } from './model.ts';
import { notify } from './notify.ts';
import { routes } from './routes.ts';
import { sendText } from './send-text.ts';

const test = testDatabase();
const ME = 'usr_0000000000me';
const STAFF = 'usr_00000000staff';
let world: World;

beforeAll(async () => {
  world = makeWorld(test);
  await sql`insert into person (id, role, name, lang, phone, login, password_hash, created_at) values
    (${ME}, 'owner', '店主', 'zh-Hant', '13800138000', null, null, ${world.now()}),
    (${STAFF}, 'support', '客服', 'en', null, 'support', 'x', ${world.now()})`.execute(test.db);
});

beforeEach(async () => {
  await sql`truncate message`.execute(test.db);
  world.outside.texts.length = 0;
});

const tellMe = async (userId = ME) =>
  world.transact(async (tx) =>
    notify(tx, world.system(), {
      to: { userId },
      key: 'care.sms.approved',
      facts: { path: 'case.path.repair' },
      link: '/cases/cas_1',
    }),
  );

const idsOf = async () =>
  (await sql<{ id: string }>`select id from message order by id`.execute(test.db)).rows.map(
    ({ id }) => id,
  );

const answering = (error: Error | undefined) => ({
  ...world.services,
  connectors: {
    ...world.services.connectors,
    sms: {
      send: async () => {
        if (error) throw error;
      },
    },
  },
});
const statusOf = async (id: string) =>
  (await sql`select sms, attempts, body from message where id = ${id}`.execute(test.db)).rows[0];
const queueText = async () =>
  world.transact(async (tx) =>
    sendText(tx, world.system(), { phone: '13800138000', text: 'code 123456' }),
  );

const deliverAll = async () => {
  for (const messageId of await idsOf()) await deliver(world.services, { messageId });
};

/** Calls a route as its edge does, without HTTP. */
async function call(path: string, id: string, input: object = {}): Promise<never> {
  const route = routes(world.services).find(({ endpoint }) => endpoint.path === path);
  const ask = world.ask('owner', { id });
  const given = { params: {}, query: { limit: 20 }, ...input } as never;
  if (route?.how === 'handle') return (await route.run(test.db, ask, given)) as never;
  return world.transact(async (tx) => (await route?.run(tx, ask, given)) as never);
}

describe('notify', () => {
  it('writes in the inbox and sends an SMS in the language of the person', async () => {
    await tellMe();
    await deliverAll();
    expect(world.outside.texts).toMatchObject([
      { phone: '13800138000', text: expect.stringContaining('停用單已批准：維修') },
    ]);
    expect(await call('/v1/messages', ME)).toMatchObject({
      unread: 1,
      rows: [{ key: 'care.sms.approved', link: '/cases/cas_1', sms: 'delivered' }],
    });
  });

  it('sends nothing to who has no phone, and knows no stranger', async () => {
    await tellMe(STAFF);
    await tellMe('usr_nobody');
    await deliverAll();
    expect(world.outside.texts).toEqual([]);
    const inbox = (await call('/v1/messages', STAFF)) as { rows: object[] };
    expect(inbox.rows).toHaveLength(1);
    expect(inbox.rows[0]).not.toHaveProperty('sms');
  });

  it('reaches everyone who acts for a merchant', async () => {
    await sql`insert into membership values ('mer_1', ${ME}, now()), ('mer_1', ${STAFF}, now())`.execute(
      test.db,
    );
    await world.transact(async (tx) =>
      notify(tx, world.system(), { to: { merchantId: 'mer_1' }, key: 'care.sms.restored' }),
    );
    expect(await idsOf()).toHaveLength(2);
  });
});

describe('deliver', () => {
  it('wipes a bare text once it is sent, and sends it once', async () => {
    const { messageId } = await queueText();
    await deliver(world.services, { messageId });
    await deliver(world.services, { messageId });
    expect(world.outside.texts).toEqual([
      { id: messageId, phone: '13800138000', text: 'code 123456' },
    ]);
    expect(await statusOf(messageId)).toEqual({ sms: 'delivered', attempts: 1, body: null });
  });

  it('tries again while the sender can not be reached, then gives up', async () => {
    const { messageId } = await queueText();
    for (let attempt = 1; attempt < SMS_ATTEMPTS_MAX; attempt++)
      await expect(deliver(answering(new Unreachable('down')), { messageId })).rejects.toThrow(
        'down',
      );
    expect(await statusOf(messageId)).toMatchObject({ sms: 'queued' });
    await deliver(answering(new Unreachable('down')), { messageId });
    expect(await statusOf(messageId)).toEqual({
      sms: 'failed',
      attempts: SMS_ATTEMPTS_MAX,
      body: null,
    });
  });

  it('gives up at once when the sender says no', async () => {
    const { messageId } = await queueText();
    await deliver(answering(new OutsideRefusal('number barred')), { messageId });
    expect(await statusOf(messageId)).toMatchObject({ sms: 'failed', attempts: 1 });
    const { rows } = await sql`select type from audit_record where type = 'message.failed'`.execute(
      test.db,
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('the inbox', () => {
  it('is read message by message, or all at once', async () => {
    await tellMe();
    await tellMe();
    const [id = ''] = await idsOf();
    const read = await call('/v1/messages/:id/read', ME, { params: { id } });
    expect(read).toMatchObject({ id, readAt: world.now() });
    expect(await call('/v1/messages', ME)).toMatchObject({ unread: 1 });
    await call('/v1/messages/read', ME);
    expect(await call('/v1/messages', ME)).toMatchObject({ unread: 0 });
  });

  it('shows nobody the messages of another', async () => {
    await tellMe();
    const [id = ''] = await idsOf();
    await expect(call('/v1/messages/:id/read', STAFF, { params: { id } })).rejects.toMatchObject({
      code: 'request.notFound',
    });
    expect(await call('/v1/messages', STAFF)).toMatchObject({ rows: [], unread: 0 });
    expect(await call('/v1/messages', ME)).toMatchObject({ unread: 1 });
  });

  it('comes in pages, newest first', async () => {
    for (let count = 0; count < 3; count++) await tellMe();
    const all = (await idsOf()).toReversed();
    const first = (await call('/v1/messages', ME, { query: { limit: 2 } })) as {
      rows: { id: string }[];
      next: string;
    };
    expect(first.rows.map(({ id }) => id)).toEqual(all.slice(0, 2));
    const second = (await call('/v1/messages', ME, {
      query: { limit: 2, after: first.next },
    })) as typeof first;
    expect(second.rows.map(({ id }) => id)).toEqual(all.slice(2));
    expect(second.next).toBeUndefined();
  });

  it('says in its reply only what the contract knows', async () => {
    await tellMe();
    const reply = await call('/v1/messages', ME);
    expect(() => api.messages.listMessages.reply.encode(reply)).not.toThrow();
  });
});
