import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { agentsModule } from '#agents';
import { identityModule, personByLogin } from '#identity';
import type { Ask } from '#platform/ask';
import {
  applicationSteps,
  callOnboarding,
  fillApplication,
  makePerson,
  sampleFields,
} from '#testing/application';
import { testDatabase } from '#testing/database';
import { seedCatalogue } from '#testing/merchant';
import { makeWorld, TUESDAY, type World } from '#testing/world';
import { checkIdentity } from './check-identity.ts';
import { deadlines, hears } from './jobs.ts';
import { applicationById } from './store.ts';

const test = testDatabase();
let world: World;
let first: Ask;
let second: Ask;
const { post, show, save, decide, acceptRest } = applicationSteps(() => world);

beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
  for (const { seed } of [identityModule, agentsModule])
    await world.transact(async (tx) => seed?.(tx, world.services));
  first = await makePerson(world, 'reviewer');
  second = await makePerson(world, 'reviewer');
});

async function submitted() {
  const { id, owner } = await fillApplication(world, 'individual');
  await post('submission', { id, ask: owner });
  return { id, owner };
}

async function claimed() {
  const { id, owner } = await submitted();
  await checkIdentity(world.services, { applicationId: id, revision: 1 });
  await post('claim', { id, ask: first });
  return { id, owner };
}

async function reviewed() {
  const { id, owner } = await claimed();
  await acceptRest(id, first);
  await post('approval', { id, ask: first });
  return { id, owner };
}

const refusalOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('what is refused, in the order of the code', () => {
  it('a second claim, and a claim of one who applied', async () => {
    const { id } = await claimed();
    expect(await refusalOf(post('claim', { id, ask: second }))).toBe('onboarding.notAllowedNow');
    const other = await submitted();
    const both = { ...other.owner, by: { ...other.owner.by, role: 'reviewer' } } as Ask;
    expect(await refusalOf(post('claim', { id: other.id, ask: both }))).toBe(
      'onboarding.ownApplication',
    );
  });

  it('work on what another has claimed', async () => {
    const { id } = await claimed();
    const step = { id, ask: second };
    const body = { reasonCode: 'CTX-08', note: '风险过高' };
    const codes = [
      refusalOf(post('release', step)),
      refusalOf(post('return', { ...step, body: {} })),
      refusalOf(post('approval', step)),
      refusalOf(post('decline', { ...step, body })),
      refusalOf(decide(id, second, [{ path: 'legal.name', decision: 'accept' }])),
    ];
    expect(new Set(await Promise.all(codes))).toEqual(new Set(['onboarding.notYourClaim']));
  });

  it.each([
    [{ path: 'legal.name', decision: 'revise' }, 'onboarding.reasonMissing'],
    [{ path: 'legal.name', decision: 'revise', reasonCode: 'DOC-05' }, 'onboarding.reasonUnfit'],
    [{ path: 'licence.name', decision: 'accept' }, 'onboarding.nothingThere'],
    [{ path: 'order.planId', decision: 'accept' }, 'onboarding.nothingThere'],
    [{ path: 'documents.licence', decision: 'accept' }, 'onboarding.nothingThere'],
  ])('the decision %o', async (decision, code) => {
    const { id } = await claimed();
    expect(await refusalOf(decide(id, first, [decision]))).toBe(code);
  });
});

describe('what is refused at the end of a review', () => {
  it('a return without one marked field', async () => {
    const { id } = await claimed();
    await acceptRest(id, first);
    expect(await refusalOf(post('return', { id, ask: first, body: {} }))).toBe(
      'onboarding.nothingMarked',
    );
  });

  it('an approval of what nobody looked at, or while a check runs', async () => {
    const { id } = await submitted();
    await post('claim', { id, ask: first });
    expect(await refusalOf(post('approval', { id, ask: first }))).toBe('onboarding.undecided');
    await acceptRest(id, first);
    expect(await refusalOf(post('approval', { id, ask: first }))).toBe('onboarding.checksRunning');
  });

  it('a decline for a reason that can be cured', async () => {
    const { id } = await claimed();
    const body = { reasonCode: 'DOC-05', note: '看不清楚' };
    expect(await refusalOf(post('decline', { id, ask: first, body }))).toBe(
      'onboarding.reasonUnfit',
    );
  });

  it('the same person twice, and anything out of turn', async () => {
    const { id, owner } = await reviewed();
    expect(await refusalOf(post('confirmation', { id, ask: first }))).toBe('onboarding.samePerson');
    expect(await refusalOf(post('overturn', { id, ask: first, body: { note: '我再想想' } }))).toBe(
      'onboarding.samePerson',
    );
    expect(await refusalOf(post('claim', { id, ask: second }))).toBe('onboarding.notAllowedNow');
    const { version } = await show(id, owner);
    expect(await refusalOf(save(id, owner, { version, fields: {} }))).toBe(
      'onboarding.notEditable',
    );
  });

  it('a sixth open application of one merchant', async () => {
    const owner = await makePerson(world);
    const open = async () =>
      callOnboarding(world, {
        at: 'POST /v1/applications',
        ask: owner,
        body: { subjectType: 'individual' },
      });
    for (let made = 0; made < 5; made++) await open();
    expect(await refusalOf(open())).toBe('onboarding.tooManyOpen');
  });
});

const change = async (id: string, set: string) =>
  refusalOf(sql`update application set ${sql.raw(set)} where id = ${id}`.execute(test.db));

describe('what the table refuses by itself', () => {
  it.each([
    ["status = 'revision_required', flagged = '{}'"],
    ["status = 'to_be_signed', merchant_id = 'mer_1', confirmed_by = verdict_by"],
    ["status = 'to_be_signed', merchant_id = 'mer_1', confirmed_by = owner_id"],
    ["status = 'to_be_signed', merchant_id = 'mer_1'"],
    ["verdict = 'decline', verdict_reason = null"],
    ["status = 'in_review', claimed_by = owner_id"],
    ["status = 'in_review', claimed_by = null"],
  ])('%s', async (set) => {
    const { id } = await reviewed();
    expect(await change(id, set)).toBe('23514'); // a check constraint
  });

  it('a marked field without its reason', async () => {
    const { id } = await claimed();
    const insert = sql`insert into application_decision
      values (${id}, 1, 'legal.name', 'revise', null, null, 'k', 'u', ${world.now()}, false)`;
    expect(await refusalOf(insert.execute(test.db))).toBe('23514');
  });
});

describe('the real-name check', () => {
  it('shows a mismatch, and the reviewer decides', async () => {
    const { id } = await submitted();
    world.outside.identity = async () => ({ kind: 'mismatch', reason: 'sample' });
    await checkIdentity(world.services, { applicationId: id, revision: 1 });
    world.outside.identity = async () => ({ kind: 'match' });
    await checkIdentity(world.services, { applicationId: id, revision: 1 }); // asked once only
    const { checks } = await post('claim', { id, ask: first });
    expect(checks).toContainEqual({
      code: 'identity',
      path: 'legal.name',
      outcome: 'fail',
      evidence: { reason: 'sample' },
    });
    await acceptRest(id, first);
    expect((await post('approval', { id, ask: first })).status).toBe('second_review');
  });
});

const due = async (kind: string, subject: string) =>
  world.transact(async (tx) =>
    deadlines()[`onboarding.${kind}`]?.(tx, world.system(), { kind, subject, dueAt: '' }),
  );

describe('clocks', () => {
  it('promise a claim in one working day and a review in three, from the cut-off on', async () => {
    world.setNow(new Date('2026-03-13T09:30:00.001Z')); // Friday, just after 17:30 in Shanghai
    const { id } = await submitted();
    expect((await show(id, first)).dueAt).toEqual(new Date('2026-03-17T09:30:00Z'));
    await checkIdentity(world.services, { applicationId: id, revision: 1 });
    expect((await post('claim', { id, ask: first })).dueAt).toEqual(
      new Date('2026-03-19T09:30:00Z'),
    );
    world.setNow(TUESDAY);
  });

  it('show what is late, and only while it is', async () => {
    const { id } = await submitted();
    await due('secondReview', id);
    expect((await show(id, first)).overdue).toBe(false);
    await due('claim', id);
    expect((await show(id, first)).overdue).toBe(true);
    await due('repair', id); // past it: nothing expires
    expect((await show(id, first)).status).toBe('queued');
  });

  it('put what is due first on top of the queue, page by page', async () => {
    world.setNow(new Date('2026-03-09T02:00:00Z'));
    const { id } = await submitted();
    world.setNow(TUESDAY);
    const page = async (after?: string) =>
      callOnboarding<{ rows: { id: string; status: string }[]; next?: string }>(world, {
        at: 'GET /v1/applications',
        ask: first,
        query: { scope: 'queue', limit: 2, ...(after === undefined ? {} : { after }) },
      });
    const top = await page();
    expect(top.rows[0]?.id).toBe(id);
    expect(await refusalOf(page('not~a page'))).toBe('request.invalid');
    const more = await page(top.next);
    expect(more.rows.map((row) => row.id)).not.toContain(top.rows[1]?.id);
    expect(more.rows.every(({ status }) => /queued|second_review/.test(status))).toBe(true);
  });
});

describe('finding applications', () => {
  it('by whose hands they are in', async () => {
    const { id, owner } = await claimed();
    const mine = async () => {
      const { rows } = await callOnboarding<{ rows: { id: string }[] }>(world, {
        at: 'GET /v1/applications',
        ask: first,
        query: { scope: 'claimed', limit: 100 },
      });
      return rows.some((row) => row.id === id);
    };
    expect(await mine()).toBe(true);
    await post('withdrawal', { id, ask: owner });
    expect(await mine()).toBe(false);
  });

  it('by number, by the whole phone, and by how the name begins', async () => {
    const { id, owner } = await fillApplication(world, 'individual');
    const { number, fields } = await show(id, owner);
    const find = async (search: string, ask: Ask) => {
      const query = { search, limit: 100 };
      const { rows } = await callOnboarding<{ rows: { id: string }[] }>(world, {
        at: 'GET /v1/applications',
        ask,
        query,
      });
      return rows.some((row) => row.id === id);
    };
    const phone = String(fields['contact.phone']);
    expect(await Promise.all([number, phone, '样例面'].map(async (s) => find(s, first)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(await find('面馆', first)).toBe(false);
    expect(await find(number, await makePerson(world))).toBe(false);
  });
});

const asAgent = async () => {
  const person = await personByLogin(test.db, 'agent');
  return world.ask('agent', { id: person!.id });
};
const openFor = async (ask: Ask, ownerPhone?: string) =>
  callOnboarding(world, {
    at: 'POST /v1/applications',
    ask,
    body: { subjectType: 'individual', ...(ownerPhone ? { ownerPhone } : {}) },
  });

describe('an agent', () => {
  it('fills in for a merchant, sees only masks, and can not send it', async () => {
    const agent = await asAgent();
    expect(await refusalOf(openFor(agent))).toBe('onboarding.ownerPhoneMissing');
    const { id, version, channel } = await openFor(agent, '13800138123');
    expect(channel).toBe('agent');
    const fields = sampleFields('individual');
    const saved = await save(id, agent, { version, fields });
    expect(saved.fields['legal.name']).toBe('林**');
    expect(saved.can).toEqual(['saveFields', 'attachDocument', 'removeDocument']);
    // The form sends back what it was shown: the mask must not become the name.
    const again = await save(id, agent, {
      version: saved.version,
      fields: { 'legal.name': '林**' },
    });
    expect(again.todo.map(({ path }) => path)).not.toContain('account.name');
  });

  it('hands over to the merchant who registers with the phone', async () => {
    const agent = await asAgent();
    const owner = await makePerson(world);
    const userId = owner.by.kind === 'user' ? owner.by.id : '';
    await sql`update person set phone = '13800138124' where id = ${userId}`.execute(test.db);
    // Opened before: nobody was registered with this phone then.
    const { id } = await openFor(agent, '13800138125');
    await sql`update person set phone = '13800138125' where id = ${userId}`.execute(test.db);
    expect(await refusalOf(show(id, owner))).toBe('request.notFound');
    await world.transact(async (tx) =>
      hears(world.services)['user.registered']?.(tx, world.system(), { userId }),
    );
    expect((await show(id, owner)).can).toContain('submit');
  });

  it('is refused when not on the register', async () => {
    const stranger = await makePerson(world, 'agent');
    expect(await refusalOf(openFor(stranger, '13800138126'))).toBe('agents.notActive');
  });

  it('sees only what they entered', async () => {
    const { id } = await fillApplication(world, 'individual');
    expect(await refusalOf(show(id, await asAgent()))).toBe('request.notFound');
  });
});

describe('the end', () => {
  it('is the signed contract, once', async () => {
    const { id } = await reviewed();
    const { merchantId } = await post('confirmation', { id, ask: second });
    const payload = { applicationId: id, merchantId: merchantId!, contractId: 'con_1' };
    const sign = async () =>
      world.transact(async (tx) =>
        hears(world.services)['contract.signed']?.(tx, world.system(), payload),
      );
    await sign();
    await sign();
    expect((await applicationById(test.db, id))?.status).toBe('finished');
  });

  it('is a withdrawal while there is no merchant number', async () => {
    const { id, owner } = await claimed();
    expect(await post('withdrawal', { id, ask: owner })).toMatchObject({ status: 'canceled' });
    expect(await refusalOf(post('withdrawal', { id, ask: owner }))).toBe(
      'onboarding.notAllowedNow',
    );
  });
});
