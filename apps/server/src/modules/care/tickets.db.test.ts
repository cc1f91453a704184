import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from '#platform/ask';
import { testDatabase } from '#testing/database';
import { callRoute, type GivenInput } from '#testing/call';
import { makeMerchant, seedCatalogue, type SampleMerchant } from '#testing/merchant';
import { makeWorld, TUESDAY, type World } from '#testing/world';
import { deadlines } from './jobs.ts';
import { routes } from './routes.ts';
import type { TicketReplyBody } from './ticket-model.ts';

const test = testDatabase();
let world: World;

beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
});

const call = async <Reply = TicketReplyBody>(
  at: `${string} /${string}`,
  ask: Ask,
  given: GivenInput = {},
) => callRoute<Reply>(world, routes(world.services), { at, ask, ...given });

const at = (verb: string) => `POST /v1/tickets/:id/${verb}` as const;
const ownerAsk = ({ ownerId, merchant_id }: SampleMerchant) =>
  world.ask('owner', { id: ownerId, merchantIds: [merchant_id] });
const support = () => world.ask('support');
const QUESTION = {
  category: 'printing',
  subject: '打印不清',
  text: '换纸后还是模糊',
  priority: 'p2',
};

async function opened(
  body: object = {},
): Promise<{ mine: SampleMerchant; owner: Ask; id: string }> {
  const mine = await makeMerchant(world);
  const owner = ownerAsk(mine);
  const { id } = await call('POST /v1/tickets', owner, { body: { ...QUESTION, ...body } });
  return { mine, owner, id };
}

const reply = async (ask: Ask, id: string, body: object) =>
  call(at('replies'), ask, { params: { id }, body: { text: '请清洁打印头', ...body } });

describe('a ticket', () => {
  it('is opened, taken, answered, solved, rated', async () => {
    const { mine, owner, id } = await opened();
    const params = { id };
    const first = await call('GET /v1/tickets/:id', owner, { params });
    expect(first).toMatchObject({
      status: 'new',
      merchantId: mine.merchant_id,
      replyDueAt: new Date('2026-03-10T03:00:00Z'),
      resolveDueAt: new Date('2026-03-11T10:00:00Z'),
      replies: [{ text: '换纸后还是模糊', role: 'owner' }],
    });
    expect(await call(at('claim'), support(), { params })).toMatchObject({ status: 'open' });
    const answered = await reply(support(), id, {});
    expect(answered.replyDueAt).toBeUndefined();
    const solved = { params, body: { text: '清洁后恢复' } };
    expect(await call(at('resolution'), support(), solved)).toMatchObject({ status: 'resolved' });
    const closed = await call(at('closing'), owner, { params, body: { stars: 5 } });
    expect(closed).toMatchObject({ status: 'closed', stars: 5, can: [] });
    const { rows } = await sql<{ key: string }>`
      select key from message where person_id = ${mine.ownerId} order by id`.execute(test.db);
    expect(rows.map(({ key }) => key).toSorted()).toEqual([
      'care.sms.ticketReply',
      'care.sms.ticketResolved',
    ]);
  });

  it('is taken by answering it', async () => {
    const { id } = await opened();
    expect(await reply(support(), id, {})).toMatchObject({
      status: 'open',
      assignee: { id: 'usr_support' },
    });
  });

  it('waits without its clock, and goes on when the merchant answers', async () => {
    const { owner, id } = await opened();
    const waiting = await reply(support(), id, { waitFor: 'merchant' });
    expect(waiting.status).toBe('pending');
    world.setNow(new Date(TUESDAY.getTime() + 3_600_000));
    const going = await reply(ownerAsk(await makeMerchant(world)), id, {}).catch(() => undefined);
    expect(going).toBeUndefined();
    const later = { ...owner, now: world.now() };
    expect(await reply(later, id, { text: '照片已补' })).toMatchObject({
      status: 'open',
      resolveDueAt: new Date('2026-03-11T11:00:00Z'),
    });
    world.setNow(TUESDAY);
  });
});

describe('the talk of a ticket', () => {
  it('keeps the notes of staff among staff', async () => {
    const { owner, id } = await opened();
    await reply(support(), id, { text: '疑似序列号不符', inner: true });
    const seen = await call('GET /v1/tickets/:id', owner, { params: { id } });
    expect(seen.replies).toHaveLength(1);
    const inside = await call('GET /v1/tickets/:id', support(), { params: { id } });
    expect(inside.replies).toHaveLength(2);
    expect(inside.replyDueAt).toBeDefined();
    await reply(owner, id, { text: '我说的都公开', inner: true });
    const after = await call('GET /v1/tickets/:id', owner, { params: { id } });
    expect(after.replies).toHaveLength(2);
  });

  it('closes by itself after a week, or is opened again before', async () => {
    const [quiet, loud] = [await opened(), await opened()];
    for (const { id } of [quiet, loud])
      await call(at('resolution'), support(), { params: { id }, body: { text: '已处理' } });
    const again = { params: { id: loud.id }, body: { text: '又坏了' } };
    expect(await call(at('reopening'), loud.owner, again)).toMatchObject({ status: 'open' });
    await world.transact(async (tx) => {
      for (const { id: subject } of [quiet, loud])
        await deadlines()['care.closeTicket']?.(tx, world.system(), {
          kind: '',
          subject,
          dueAt: '',
        });
    });
    const statusOf = async ({ owner, id }: typeof quiet) =>
      (await call('GET /v1/tickets/:id', owner, { params: { id } })).status;
    expect([await statusOf(quiet), await statusOf(loud)]).toEqual(['closed', 'open']);
  });

  it('takes no more words once it is solved', async () => {
    const { owner, id } = await opened();
    await call(at('resolution'), support(), { params: { id }, body: { text: '已处理' } });
    await expect(reply(owner, id, {})).rejects.toMatchObject({ code: 'ticket.notPossible' });
    await expect(call(at('claim'), support(), { params: { id } })).rejects.toMatchObject({
      code: 'ticket.notPossible',
    });
  });
});

describe('who asks', () => {
  it('sees no ticket of another', async () => {
    const { id } = await opened();
    const stranger = ownerAsk(await makeMerchant(world));
    await expect(call('GET /v1/tickets/:id', stranger, { params: { id } })).rejects.toMatchObject({
      code: 'request.notFound',
    });
    await expect(reply(stranger, id, {})).rejects.toMatchObject({ code: 'request.notFound' });
    const listed = await call<{ rows: object[] }>('GET /v1/tickets', stranger);
    expect(listed.rows).toEqual([]);
  });

  it('may have no merchant yet', async () => {
    const applicant = world.ask('owner', { id: 'usr_applicant' });
    const ticket = await call('POST /v1/tickets', applicant, { body: QUESTION });
    expect(ticket.merchantId).toBeUndefined();
    const listed = await call<{ rows: { id: string }[] }>('GET /v1/tickets', applicant);
    expect(listed.rows.map(({ id }) => id)).toEqual([ticket.id]);
  });

  it('can not ask about the machine of another', async () => {
    const [one, other] = [await opened(), await opened()];
    const body = { ...QUESTION, merchantId: other.mine.merchant_id };
    await expect(call('POST /v1/tickets', one.owner, { body })).rejects.toMatchObject({
      code: 'request.notFound',
    });
    const unknown = { ...QUESTION, terminalId: 'trm_0000000000000000' };
    await expect(call('POST /v1/tickets', one.owner, { body: unknown })).rejects.toMatchObject({
      code: 'request.notFound',
    });
  });

  it('of fraud is heard first', async () => {
    const { owner, id } = await opened({ category: 'fraud', priority: 'p3' });
    const ticket = await call('GET /v1/tickets/:id', owner, { params: { id } });
    expect(ticket.priority).toBe('p1');
  });
});

it('shows guides to anybody, in the language asked for', async () => {
  const nobody: Ask = { by: { kind: 'nobody' }, now: world.now(), lang: 'en' };
  type Guides = { rows: { id: string; title: string }[] };
  const all = await call<Guides>('GET /v1/guides', nobody);
  expect(all.rows.length).toBeGreaterThanOrEqual(8);
  const found = await call<Guides>('GET /v1/guides', nobody, { query: { search: '押金' } });
  expect(found.rows.map(({ id }) => id)).toContain('fees');
  const one = await call<{ title: string }>('GET /v1/guides/:guide', nobody, {
    params: { guide: 'signout' },
  });
  expect(one.title).toBe('Settle and sign out');
  await expect(
    call('GET /v1/guides/:guide', nobody, { params: { guide: 'nothing' } }),
  ).rejects.toMatchObject({ code: 'request.notFound' });
});
