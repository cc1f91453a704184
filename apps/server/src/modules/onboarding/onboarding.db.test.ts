import { subjectTypes } from '@kaitong/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueModule } from '#catalogue';
import { merchantById, settlementAccountOf } from '#merchants';
import type { Ask } from '#platform/ask';
import {
  applicationSteps,
  callOnboarding,
  fillApplication,
  makePerson,
  sampleFields,
} from '#testing/application';
import { callRoute } from '#testing/call';
import { testDatabase } from '#testing/database';
import { seedCatalogue } from '#testing/merchant';
import { makeWorld, TUESDAY, type World } from '#testing/world';
import { checkIdentity } from './check-identity.ts';
import { applicationById } from './store.ts';

const test = testDatabase();
let world: World;
let first: Ask;
let second: Ask;

beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
  first = await makePerson(world, 'reviewer');
  second = await makePerson(world, 'reviewer');
});

const { post, show, save, decide, acceptRest, attach } = applicationSteps(() => world);
const catalogueRoutes = () => catalogueModule.routes?.(world.services) ?? [];
const refusalOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('an application', () => {
  it.each(subjectTypes)('of a %s goes from the first field to the signed contract', async (of) => {
    const { id, owner } = await fillApplication(world, of);
    const ready = await show(id, owner);
    expect([ready.todo, ready.can.includes('submit')]).toEqual([[], true]);
    expect(await post('submission', { id, ask: owner })).toMatchObject({ status: 'queued' });
    await checkIdentity(world.services, { applicationId: id, revision: 1 });
    await post('claim', { id, ask: first });
    await acceptRest(id, first);
    expect(await post('approval', { id, ask: first })).toMatchObject({ status: 'second_review' });
    const approved = await post('confirmation', { id, ask: second });
    expect(approved).toMatchObject({ status: 'to_be_signed', whoNext: 'merchant' });
    const merchant = await merchantById(test.db, approved.merchantId!);
    expect(merchant).toMatchObject({
      application_id: id,
      subject_type: of,
      plan_id: 'qinghe-steady',
      mcc: '5812',
    });
    const account = await settlementAccountOf(test.db, approved.merchantId!);
    expect(account?.kind).toBe(of === 'enterprise' ? 'corporate' : 'personal');
  });
});

describe('a repair', () => {
  it('changes what was marked, and keeps what was accepted', async () => {
    const { id, owner } = await fillApplication(world, 'sole_proprietor');
    await post('submission', { id, ask: owner });
    await checkIdentity(world.services, { applicationId: id, revision: 1 });
    await post('claim', { id, ask: first });
    await acceptRest(id, first);
    await decide(id, first, [
      { path: 'store.address', decision: 'revise', reasonCode: 'STO-04', note: '缺门牌号' },
      { path: 'documents.licence', decision: 'revise', reasonCode: 'DOC-05' },
    ]);
    expect(await refusalOf(post('approval', { id, ask: first }))).toBe('onboarding.marked');
    await post('return', { id, ask: first, body: { comment: '请补两处' } });

    const returned = await show(id, owner);
    expect(returned).toMatchObject({ status: 'revision_required', comment: '请补两处' });
    expect(returned.decisions.map(({ path, reasonCode }) => `${path} ${reasonCode}`)).toEqual([
      'documents.licence DOC-05',
      'store.address STO-04',
    ]);
    expect(returned.todo.map(({ code }) => code)).toEqual(['unchanged', 'unchanged']);
    expect(await refusalOf(post('resubmission', { id, ask: owner }))).toBe(
      'onboarding.notRepaired',
    );

    const { version } = await save(id, owner, {
      version: returned.version,
      fields: { 'store.address': '样例路 18 号 3 楼', 'merchant.receiptName': '样例面馆一店' },
    });
    expect(version).toBe(returned.version + 1);
    await attach(id, owner, 'licence');
    const again = await post('resubmission', { id, ask: owner });
    expect(again).toMatchObject({ status: 'queued', revision: 2 });
    const { decisions } = await post('claim', { id, ask: first });
    const open = decisions.filter(({ decision }) => decision === 'open').map(({ path }) => path);
    // What was repaired is open again, and so is what was accepted but changed since.
    expect(open.toSorted()).toEqual(['documents.licence', 'merchant.receiptName', 'store.address']);
    expect(decisions.every(({ reasonCode }) => reasonCode === undefined)).toBe(true);
    expect(decisions.filter(({ carried }) => carried).length).toBeGreaterThan(15);
  });
});

describe('two people', () => {
  it('decline together, and the merchant hears the reason then', async () => {
    const { id, owner } = await fillApplication(world, 'individual');
    await post('submission', { id, ask: owner });
    await post('claim', { id, ask: first });
    const body = { reasonCode: 'CTX-08', note: '评分过高，复核确认' };
    await post('decline', { id, ask: first, body });
    await world.hearAll();
    const before = world.outside.texts.length;
    expect(await refusalOf(post('confirmation', { id, ask: first }))).toBe('onboarding.samePerson');
    const declined = await post('confirmation', { id, ask: second });
    await world.hearAll();
    expect(declined).toMatchObject({ status: 'declined', whoNext: 'nobody', can: [] });
    expect(world.outside.texts.slice(before).map(({ text }) => text)).toEqual([
      expect.stringContaining('风险评分过高'),
    ]);
  });

  it('may differ: then it goes back to the first', async () => {
    const { id, owner } = await fillApplication(world, 'individual');
    await post('submission', { id, ask: owner });
    await post('claim', { id, ask: first });
    await post('decline', { id, ask: first, body: { reasonCode: 'CTX-09', note: '疑似旧户' } });
    const body = { note: '不是同一个人，请再看' };
    const overturned = await post('overturn', { id, ask: second, body });
    expect(overturned).toMatchObject({ status: 'in_review', overturnNote: body.note });
    expect((await show(id, first)).can).toContain('approve');
  });

  it('are told of in each step by SMS', async () => {
    const { id, owner } = await fillApplication(world, 'individual');
    const before = world.outside.texts.length;
    await post('submission', { id, ask: owner });
    await post('claim', { id, ask: first });
    await world.hearAll();
    await acceptRest(id, first);
    await post('approval', { id, ask: first });
    await post('confirmation', { id, ask: second });
    await world.hearAll();
    const texts = world.outside.texts.slice(before).map(({ text }) => text);
    const said = ['已收到', '已开始审核', '初审通过', '已通过'];
    expect(said.filter((part) => !texts.some((text) => text.includes(part)))).toEqual([]);
    // Sent on a Tuesday: three working days later is Friday.
    expect(texts.some((text) => text.includes('2026-03-13'))).toBe(true);
  });
});

describe('a draft', () => {
  it('refuses an older version, and shows what is missing', async () => {
    const owner = await makePerson(world);
    const { id, version } = await callOnboarding(world, {
      at: 'POST /v1/applications',
      ask: owner,
      body: { subjectType: 'micro' },
    });
    await save(id, owner, { version, fields: { 'store.place': 'mobile' } });
    expect(await refusalOf(save(id, owner, { version, fields: {} }))).toBe(
      'onboarding.changedElsewhere',
    );
    const shown = await show(id, owner);
    expect(shown.todo.map(({ path }) => path)).toContain('documents.scenePhoto');
    const error = (await post('submission', { id, ask: owner }).catch((e: unknown) => e)) as {
      code: string;
      errors: { path: string; detail: string }[];
    };
    expect(error.code).toBe('onboarding.incomplete');
    expect(error.errors).toContainEqual({
      path: 'legal.name',
      code: 'required',
      detail: '请填写',
    });
  });

  it('tidies what is typed and knows the bank of a card', async () => {
    const owner = await makePerson(world);
    const { id, version } = await callOnboarding(world, {
      at: 'POST /v1/applications',
      ask: owner,
      body: { subjectType: 'individual' },
    });
    const { fields } = await save(id, owner, {
      version,
      fields: { 'account.number': '6200 0000 0000 0005', 'legal.idNo': ' 31010419900512121x' },
    });
    expect(fields).toMatchObject({
      'account.number': '6200000000000005',
      'account.bank': '沙盒第一银行',
      'legal.idNo': '31010419900512121X',
    });
  });
});

describe('a draft after an advice', () => {
  it('takes over what the questionnaire said', async () => {
    const owner = await makePerson(world);
    const advice = await callRoute<{ id: string }>(world, catalogueRoutes(), {
      at: 'POST /v1/advice',
      ask: owner,
      body: {
        subjectType: 'micro',
        mcc: '5812',
        monthlyAmount: { minor: '3000000', currency: 'CNY' },
        averageTicket: { minor: '4550', currency: 'CNY' },
        share: { debit: 20, credit: 20, qr: 60 },
        counters: 1,
        mobility: 'mobile',
        network: 'sim',
        printedSlips: false,
        needsNextDay: false,
      },
    });
    await callRoute(world, catalogueRoutes(), {
      at: 'POST /v1/advice/:id/choice',
      ask: owner,
      params: { id: advice.id },
      body: { planId: 'qinghe-steady', modelId: 'sail-mini' },
    });
    const opened = await callOnboarding(world, {
      at: 'POST /v1/applications',
      ask: owner,
      body: { subjectType: 'micro', adviceId: advice.id },
    });
    expect(opened.fields).toMatchObject({
      'business.mcc': '5812',
      'business.monthlyAmount': '30000.00',
      'business.averageTicket': '45.50',
      'order.planId': 'qinghe-steady',
      'order.modelId': 'sail-mini',
    });
  });
});

describe('a save', () => {
  it('takes back what the kind of merchant decides, but no other word on it', async () => {
    const { id, owner } = await fillApplication(world, 'individual');
    const { version, fields } = await show(id, owner);
    expect(fields['account.kind']).toBe('personal');
    const same = await save(id, owner, { version, fields: { 'account.kind': 'personal' } });
    const other = { version: same.version, fields: { 'account.kind': 'corporate' } };
    expect(await refusalOf(save(id, owner, other))).toBe('onboarding.unknownField');
  });

  it.each([
    ['a field of others', { 'licence.uscc': 'x' }, 'onboarding.unknownField'],
    ['a yes for a text', { 'legal.name': true }, 'onboarding.wrongKind'],
    ['a text for a yes', { 'consent.privacy': 'yes' }, 'onboarding.wrongKind'],
  ])('refuses %s', async (_, fields, code) => {
    const { id, owner } = await fillApplication(world, 'individual');
    const { version } = await show(id, owner);
    expect(await refusalOf(save(id, owner, { version, fields }))).toBe(code);
  });

  it('expires when nobody goes on with it', async () => {
    const { id, owner } = await fillApplication(world, 'individual');
    world.setNow(new Date('2026-06-30T00:00:00Z'));
    await world.fireDue();
    expect(await show(id, owner)).toMatchObject({ status: 'expired', can: [] });
    world.setNow(TUESDAY);
  });
});

describe('what may be seen', () => {
  it('is whole for the owner and the reviewer who claimed, masked for all others', async () => {
    const { id, owner } = await fillApplication(world, 'individual');
    await post('submission', { id, ask: owner });
    await post('claim', { id, ask: first });
    const idNo = sampleFields('individual')['legal.idNo'];
    const seen = async (ask: Ask) => (await show(id, ask)).fields['legal.idNo'];
    expect([await seen(owner), await seen(first)]).toEqual([idNo, idNo]);
    const support = await makePerson(world, 'support');
    expect([await seen(second), await seen(support)]).toEqual([
      '310***********1210',
      '310***********1210',
    ]);
  });

  it('is nothing for another merchant', async () => {
    const { id } = await fillApplication(world, 'individual');
    const stranger = await makePerson(world);
    expect(await refusalOf(show(id, stranger))).toBe('request.notFound');
  });

  it('never lies open in the reply to a POST, which is kept', async () => {
    const { id, owner } = await fillApplication(world, 'individual');
    const reply = await post('submission', { id, ask: owner });
    expect(reply.revealed).toBe(false);
    expect(JSON.stringify(reply)).not.toContain(sampleFields('individual')['legal.idNo']);
  });

  it('lies sealed in the table', async () => {
    const { id } = await fillApplication(world, 'individual');
    const row = JSON.stringify(await applicationById(test.db, id));
    for (const path of ['legal.name', 'legal.idNo', 'account.number'])
      expect(row).not.toContain(sampleFields('individual')[path]);
  });
});
