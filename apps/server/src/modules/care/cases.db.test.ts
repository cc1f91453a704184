import type { Events, EventType } from '@kaitong/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from '#platform/ask';
import { newId } from '#platform/ids';
import { terminalById, unbind } from '#terminals';
import { testDatabase } from '#testing/database';
import { callRoute, type GivenInput } from '#testing/call';
import { makeMerchant, makeTerminal, seedCatalogue, type SampleMerchant } from '#testing/merchant';
import { makeWorld, type World } from '#testing/world';
import { deadlines, hears } from './jobs.ts';
import type { CaseReply } from './model.ts';
import { routes } from './routes.ts';

const test = testDatabase();
let world: World;
let numbers = 90_000_000;

beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
});

const call = async <Reply = CaseReply>(
  at: `${string} /${string}`,
  ask: Ask,
  given: GivenInput = {},
) => callRoute<Reply>(world, routes(world.services), { at, ask, ...given });

const at = (verb: string) => `POST /v1/cases/:id/${verb}` as const;
const ownerAsk = ({ ownerId, merchant_id }: SampleMerchant) =>
  world.ask('owner', { id: ownerId, merchantIds: [merchant_id] });

type Sample = { mine: SampleMerchant; owner: Ask; terminalId: string };

/** A merchant with a terminal in service. */
async function inService(merchant?: SampleMerchant): Promise<Sample> {
  const mine = merchant ?? (await makeMerchant(world));
  const orderId = newId('ord', world.now());
  const { id: terminalId } = await makeTerminal(world, { merchantId: mine.merchant_id, orderId });
  await sql`update terminal set status = 'in_service', terminal_no = ${String(numbers++)}
    where id = ${terminalId}`.execute(test.db);
  return { mine, owner: ownerAsk(mine), terminalId };
}

const report = async (
  { owner, terminalId }: Sample,
  reason: CaseReply['reason'] = 'hardware_fault',
  ask = owner,
) =>
  call('POST /v1/cases', ask, {
    body: { terminalId, reason, description: '打印不出来，屏幕有条纹' },
  });

const statusOf = async (id: string) => (await terminalById(test.db, id))?.status;

async function answerAll(owner: Ask, id: string, answers: [string, string][]): Promise<CaseReply> {
  let last = await call(at('diagnosis'), owner, { params: { id } });
  for (const [step, answer] of answers)
    last = await call(at('diagnosis/answers'), owner, { params: { id }, body: { step, answer } });
  return last;
}

const DEFECTIVE: [string, string][] = [
  ['part', 'printer'],
  ['paper', 'still'],
  ['damage', 'no'],
];

async function underReview(sample?: Sample): Promise<Sample & { id: string }> {
  const one = sample ?? (await inService());
  const { id } = await report(one);
  await answerAll(one.owner, id, DEFECTIVE);
  return { ...one, id };
}

const approve = async (id: string, path: string, ask = world.ask('reviewer')) =>
  call(at('approval'), ask, { params: { id }, body: { path, note: '同意' } });

const hear = async <T extends EventType>(type: T, news: Events[T]) =>
  world.transact(async (tx) => {
    const listener = hears()[type];
    await listener?.(tx, world.system(), news);
  });

const support = () => world.ask('support');

const show = async (id: string) =>
  call('GET /v1/cases/:id', world.ask('support'), { params: { id } });

const called = async (id: string, well: boolean) =>
  call(at('follow-up'), support(), { params: { id }, body: { well, note: '已电话回访' } });
const close = async (id: string, lesson = '打印头过脏；每周清洁一次可避免') =>
  call(at('closing'), support(), { params: { id }, body: { lesson } });

const sold = async ({ mine }: Sample, terminalId: string) =>
  hear('payment.approved', {
    merchantId: mine.merchant_id,
    terminalId,
    paymentId: 'pay_test',
    amountMinor: '1',
  });

/** Approved, ordered, allocated: the new machine is on its way. */
async function replacing(): Promise<Sample & { id: string; newId: string }> {
  const one = await underReview();
  await approve(one.id, 'replacement');
  const { merchant_id: merchantId } = one.mine;
  const orderId = newId('ord', world.now());
  const { terminalId } = await inService(one.mine);
  await hear('case.replacementOrdered', { merchantId, caseId: one.id, orderId });
  await hear('order.allocated', { merchantId, orderId, terminalId });
  return { ...one, newId: terminalId };
}

/** A case whose machine was let go and made its test sale. */
async function restored(): Promise<Sample & { id: string }> {
  const one = await underReview();
  await approve(one.id, 'lift');
  await sold(one, one.terminalId);
  return one;
}

describe('a report', () => {
  it('stops the terminal and waits for a diagnosis', async () => {
    const one = await inService();
    const reported = await report(one);
    expect(reported).toMatchObject({
      status: 'reported',
      next: 'support',
      dueAt: new Date('2026-03-10T06:00:00Z'),
      can: ['diagnose', 'addMaterial'],
    });
    expect(await statusOf(one.terminalId)).toBe('suspended');
    await expect(report(one)).rejects.toMatchObject({
      code: 'case.alreadyOpen',
      facts: { caseId: reported.id },
    });
  });

  it('of a terminal of another does not find it', async () => {
    const [one, other] = [await inService(), await inService()];
    await expect(report({ ...one, owner: other.owner })).rejects.toMatchObject({
      code: 'request.notFound',
    });
    const { id } = await report(one);
    for (const verb of ['diagnosis', 'appeal'])
      await expect(
        call(at(verb), other.owner, { params: { id }, body: { note: 'mine?' } }),
      ).rejects.toMatchObject({ code: 'request.notFound' });
    const listed = await call<{ rows: object[] }>('GET /v1/cases', other.owner);
    expect(listed.rows).toEqual([]);
  });

  it('for risk is for risk officers', async () => {
    const one = await inService();
    await expect(report(one, 'risk_abnormal')).rejects.toMatchObject({ code: 'case.notForYou' });
    const byRisk = await report(one, 'risk_abnormal', world.ask('risk'));
    expect(byRisk.reason).toBe('risk_abnormal');
    expect((await terminalById(test.db, one.terminalId))?.suspension?.reason).toBe('risk');
  });
});

describe('the diagnosis', () => {
  it('asks step by step and keeps what was said', async () => {
    const one = await inService();
    const { id } = await report(one);
    const first = await call(at('diagnosis'), one.owner, { params: { id } });
    expect(first.diagnosis.step).toMatchObject({ id: 'part' });
    const found = await call(at('diagnosis/answers'), one.owner, {
      params: { id },
      body: { step: 'part', answer: 'screen' },
    });
    expect(found.diagnosis).toMatchObject({
      step: { id: 'damage' },
      trail: [{ step: 'part', answer: '屏幕或按键' }],
    });
    await expect(
      call(at('diagnosis/answers'), one.owner, {
        params: { id },
        body: { step: 'part', answer: 'screen' },
      }),
    ).rejects.toMatchObject({ code: 'case.otherQuestion' });
  });

  it('of a defective machine ends in review, with what is needed', async () => {
    const { id } = await underReview();
    expect(await show(id)).toMatchObject({
      status: 'under_review',
      next: 'reviewer',
      dueAt: new Date('2026-03-13T10:00:00Z'),
      diagnosis: { finding: { id: 'defective', advice: [expect.stringContaining('凭证')] } },
    });
  });

  it('that cures on site lets the terminal make its test sale', async () => {
    const one = await inService();
    const { id } = await report(one);
    const found = await answerAll(one.owner, id, [
      ['part', 'printer'],
      ['paper', 'helped'],
    ]);
    expect(found).toMatchObject({ status: 'self_help', can: ['selfHelp', 'addMaterial'] });
    const given = { params: { id }, body: { fixed: true } };
    expect((await call(at('self-help'), one.owner, given)).status).toBe('testing');
    expect(await statusOf(one.terminalId)).toBe('in_service');
    await sold(one, one.terminalId);
    expect(await show(id)).toMatchObject({ status: 'restored', proof: { testSale: 'pay_test' } });
  });

  it('that did not help leads to review', async () => {
    const one = await inService();
    const { id } = await report(one);
    await answerAll(one.owner, id, [
      ['part', 'power'],
      ['power', 'helped'],
    ]);
    const given = { params: { id }, body: { fixed: false } };
    expect((await call(at('self-help'), one.owner, given)).status).toBe('under_review');
  });

  it('takes material until it is decided', async () => {
    const { id, owner } = await underReview();
    const given = { params: { id }, body: { kind: 'voucher', note: '购买凭证在附件' } };
    expect((await call(at('materials'), owner, given)).materials).toHaveLength(1);
    const body = { ...given.body, fileId: 'doc_00000000000000' };
    await expect(call(at('materials'), owner, { ...given, body })).rejects.toMatchObject({
      code: 'request.notFound',
    });
    await approve(id, 'lift');
    await expect(call(at('materials'), owner, given)).rejects.toMatchObject({
      code: 'case.notPossible',
    });
  });
});

describe('the decision', () => {
  it('is not for who reported or diagnosed', async () => {
    const one = await inService();
    const { id } = await report(one);
    const both = world.ask('support', { id: 'usr_both' });
    await answerAll(both, id, DEFECTIVE);
    await expect(
      approve(id, 'lift', world.ask('reviewer', { id: 'usr_both' })),
    ).rejects.toMatchObject({ code: 'case.secondPerson' });
    expect((await approve(id, 'lift')).status).toBe('testing');
  });

  it('on a stop for risk is for another risk officer', async () => {
    const one = await inService();
    const first = world.ask('risk', { id: 'usr_risk1' });
    const { id } = await report(one, 'risk_abnormal', first);
    await answerAll(one.owner, id, [['risk', 'yes']]);
    await expect(approve(id, 'lift')).rejects.toMatchObject({ code: 'case.riskOnly' });
    await expect(approve(id, 'lift', first)).rejects.toMatchObject({ code: 'case.secondPerson' });
    const lifted = await approve(id, 'lift', world.ask('risk', { id: 'usr_risk2' }));
    expect(lifted.status).toBe('testing');
    expect(await statusOf(one.terminalId)).toBe('in_service');
  });

  it('against the merchant can be appealed, else it ends', async () => {
    const reject = async (id: string) =>
      call(at('rejection'), world.ask('reviewer'), { params: { id }, body: { note: '凭证不清' } });
    const one = await underReview();
    expect(await reject(one.id)).toMatchObject({ status: 'rejected', next: 'owner' });
    const given = { params: { id: one.id }, body: { note: '已补清晰凭证' } };
    expect((await call(at('appeal'), one.owner, given)).status).toBe('under_review');
    await reject(one.id);
    await world.transact(async (tx) =>
      deadlines()['care.appeal']?.(tx, world.system(), { kind: '', subject: one.id, dueAt: '' }),
    );
    expect(await show(one.id)).toMatchObject({ status: 'terminated', next: 'nobody' });
  });

  it('to end a case is for risk, and leaves the terminal stopped', async () => {
    const one = await underReview();
    const given = { params: { id: one.id }, body: { note: '设备已丢失' } };
    expect((await call(at('termination'), world.ask('risk'), given)).status).toBe('terminated');
    expect(await statusOf(one.terminalId)).toBe('suspended');
  });
});

describe('a replacement', () => {
  it('is restored once the old is unbound and the new one was activated, tested and sold on', async () => {
    const one = await replacing();
    const { merchant_id: merchantId } = one.mine;
    const terminalId = one.newId;
    expect(await show(one.id)).toMatchObject({ status: 'approved', newTerminalId: terminalId });
    await world.transact(async (tx) =>
      unbind(tx, world.system(), {
        terminalId: one.terminalId,
        hsm: world.services.hsm,
        reason: '换机',
      }),
    );
    await hear('terminal.unbound', { merchantId, terminalId: one.terminalId });
    expect(await show(one.id)).toMatchObject({ status: 'reinstalling', next: 'technician' });
    await hear('terminal.activated', { merchantId, terminalId });
    expect((await show(one.id)).status).toBe('reinstalling');
    await hear('terminal.selfTested', { merchantId, terminalId });
    expect((await show(one.id)).status).toBe('testing');
    await sold(one, one.terminalId);
    expect((await show(one.id)).status).toBe('testing');
    await sold(one, terminalId);
    expect(await show(one.id)).toMatchObject({
      status: 'restored',
      proof: { oldUnbound: true, newActivated: true, selfTested: true, testSale: 'pay_test' },
      followUpDueAt: new Date('2026-03-17T02:00:00Z'),
    });
  });

  it('waits for the old machine to be unbound, even after the test sale', async () => {
    const one = await replacing();
    const { merchant_id: merchantId } = one.mine;
    const terminalId = one.newId;
    await hear('terminal.activated', { merchantId, terminalId });
    await hear('terminal.selfTested', { merchantId, terminalId });
    await sold(one, terminalId);
    expect((await show(one.id)).status).toBe('testing');
    await hear('terminal.unbound', { merchantId, terminalId: one.terminalId });
    expect((await show(one.id)).status).toBe('restored');
  });

  it('tells what was approved, for the order', async () => {
    const one = await underReview();
    await approve(one.id, 'replacement');
    const { rows } = await sql<{ payload: object }>`
      select payload from event
      where type = 'case.approved' and payload->>'caseId' = ${one.id}`.execute(test.db);
    expect(rows[0]?.payload).toMatchObject({
      path: 'replacement',
      terminalId: one.terminalId,
      merchantId: one.mine.merchant_id,
    });
  });
});

describe('a repair', () => {
  it('is recorded by a technician, then tested', async () => {
    const one = await underReview();
    const given = { params: { id: one.id }, body: { note: '更换打印头' } };
    const technician = world.ask('technician');
    await expect(call(at('repair'), technician, given)).rejects.toMatchObject({
      code: 'case.notPossible',
    });
    await approve(one.id, 'repair');
    expect(await call(at('repair'), technician, given)).toMatchObject({
      status: 'testing',
      materials: [{ kind: 'repair' }],
    });
    expect(await statusOf(one.terminalId)).toBe('in_service');
  });

  it('whose test fails begins anew, with the machine stopped', async () => {
    const one = await underReview();
    await approve(one.id, 'lift');
    const given = { params: { id: one.id }, body: { note: '还是打不出' } };
    const again = await call(at('test-failure'), one.owner, given);
    expect(again).toMatchObject({ status: 'diagnosing', diagnosis: { step: { id: 'part' } } });
    expect(again.path).toBeUndefined();
    expect(await statusOf(one.terminalId)).toBe('suspended');
  });
});

describe('the follow-up', () => {
  it('is called, then closed with a lesson', async () => {
    const { id } = await restored();
    await expect(close(id)).rejects.toMatchObject({ code: 'case.notPossible' });
    expect(await called(id, true)).toMatchObject({
      status: 'follow_up',
      followUpNote: '已电话回访',
      dueAt: new Date('2026-03-17T02:00:00Z'),
    });
    await expect(close(id, '短')).rejects.toThrow('lesson');
    expect(await close(id)).toMatchObject({ status: 'closed', closedAt: world.now(), can: [] });
    const { rows } = await sql`
      select 1 from deadline where subject = ${id} and fired_at is null`.execute(test.db);
    expect(rows).toEqual([]);
  });

  it('falls due by itself after seven days', async () => {
    const one = await restored();
    await world.transact(async (tx) =>
      deadlines()['care.followUp']?.(tx, world.system(), { kind: '', subject: one.id, dueAt: '' }),
    );
    expect((await show(one.id)).status).toBe('follow_up');
    const { rows } = await sql`
      select 1 from message
      where person_id = ${one.mine.ownerId} and key = 'care.sms.followUp'`.execute(test.db);
    expect(rows).toHaveLength(1);
  });

  it('of a fault that is back begins the diagnosis anew', async () => {
    const one = await restored();
    expect(await called(one.id, false)).toMatchObject({ status: 'diagnosing' });
    expect(await statusOf(one.terminalId)).toBe('suspended');
  });
});
