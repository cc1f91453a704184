import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from '#platform/ask';
import { testDatabase } from '#testing/database';
import { callRoute, type GivenInput } from '#testing/call';
import { makeMerchant, seedCatalogue, type SampleMerchant } from '#testing/merchant';
import { makeWorld, type World } from '#testing/world';
import { routes } from './routes.ts';
import { questions, trainingParts } from './training.data.ts';
import { PASS_AT, QUESTIONS_ASKED, type TrainingReply } from './training-model.ts';

const test = testDatabase();
let world: World;

beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
});

const call = async <Reply>(at: `${string} /${string}`, ask: Ask, given: GivenInput = {}) =>
  callRoute<Reply>(world, routes(world.services), { at, ask, ...given });

const ownerAsk = ({ ownerId, merchant_id }: SampleMerchant) =>
  world.ask('owner', { id: ownerId, merchantIds: [merchant_id] });

type Quiz = { id: string; questions: { id: string }[] };
type Result = { passed: boolean; score: number; wrong: object[]; training: TrainingReply };

async function readAll(ask: Ask): Promise<TrainingReply | undefined> {
  let last: TrainingReply | undefined;
  for (const { id: module } of trainingParts)
    last = await call('POST /v1/training/modules/:module/read', ask, { params: { module } });
  return last;
}

/** Answers an attempt with so many mistakes. */
async function answer(ask: Ask, { mistakes }: { mistakes: number }): Promise<Result> {
  const quiz = await call<Quiz>('POST /v1/training/quiz', ask);
  const answers = quiz.questions.map(({ id }, index) => {
    const right = questions.find((question) => question.id === id)?.right ?? '';
    const wrong = right === 'a' ? 'b' : 'a';
    return { questionId: id, choiceId: index < mistakes ? wrong : right };
  });
  const given = { params: { id: quiz.id }, body: { answers } };
  return call<Result>('POST /v1/training/quiz/:id/answers', ask, given);
}

const gateOf = async ({ merchant_id }: SampleMerchant) =>
  (
    await sql`select ok from gate_item
      where merchant_id = ${merchant_id} and item = 'training'`.execute(test.db)
  ).rows;

describe('training', () => {
  it('is read, then asked, then passed, and opens the gate', async () => {
    const mine = await makeMerchant(world);
    const ask = ownerAsk(mine);
    const first = await call<TrainingReply>('GET /v1/training', ask);
    expect(first).toMatchObject({ status: 'assigned', can: ['read'], attempts: 0 });
    expect(first.modules).toHaveLength(trainingParts.length);
    expect(await readAll(ask)).toMatchObject({ status: 'quiz', can: ['quiz'] });
    const result = await answer(ask, { mistakes: QUESTIONS_ASKED - PASS_AT });
    expect(result).toMatchObject({
      passed: true,
      score: PASS_AT,
      training: { status: 'passed', passedAt: world.now(), can: [] },
    });
    expect(result.wrong).toHaveLength(1);
    expect(result.wrong[0]).toMatchObject({ explanation: expect.stringMatching(/。$/) });
    expect(await gateOf(mine)).toEqual([{ ok: true }]);
  });

  it('is asked again after too many mistakes', async () => {
    const mine = await makeMerchant(world);
    const ask = ownerAsk(mine);
    await readAll(ask);
    const failed = await answer(ask, { mistakes: 2 });
    expect(failed).toMatchObject({ passed: false, training: { status: 'failed', can: ['quiz'] } });
    expect(await gateOf(mine)).toEqual([]);
    expect(await answer(ask, { mistakes: 0 })).toMatchObject({
      passed: true,
      training: { attempts: 2 },
    });
  });

  it('speaks the language that is asked for', async () => {
    const ask = { ...ownerAsk(await makeMerchant(world)), lang: 'en' as const };
    const { modules } = await call<TrainingReply>('GET /v1/training', ask);
    expect(modules[0]?.title).toBe('Taking money');
  });
});

describe('a training refuses', () => {
  it.each(['assigned', 'passed'] as const)('a quiz when it is %s', async (status) => {
    const ask = ownerAsk(await makeMerchant(world));
    if (status === 'passed') {
      await readAll(ask);
      await answer(ask, { mistakes: 0 });
    }
    await expect(call('POST /v1/training/quiz', ask)).rejects.toMatchObject({
      code: 'training.notPossible',
      facts: { status: `training.${status}` },
    });
  });

  it('answers that are partial, of another person, or given twice', async () => {
    const ask = ownerAsk(await makeMerchant(world));
    await readAll(ask);
    const quiz = await call<Quiz>('POST /v1/training/quiz', ask);
    const at = 'POST /v1/training/quiz/:id/answers';
    const answers = quiz.questions.map(({ id }) => ({ questionId: id, choiceId: 'a' }));
    const params = { id: quiz.id };
    await expect(
      call(at, ask, { params, body: { answers: answers.slice(1) } }),
    ).rejects.toMatchObject({ code: 'training.incomplete' });
    const other = ownerAsk(await makeMerchant(world));
    await expect(call(at, other, { params, body: { answers } })).rejects.toMatchObject({
      code: 'request.notFound',
    });
    await call(at, ask, { params, body: { answers } });
    await expect(call(at, ask, { params, body: { answers } })).rejects.toMatchObject({
      code: 'training.notPossible',
    });
  });

  it('who has no merchant, and an unknown part', async () => {
    await expect(call('GET /v1/training', world.ask('owner'))).rejects.toMatchObject({
      code: 'training.noMerchant',
    });
    const ask = ownerAsk(await makeMerchant(world));
    await expect(
      call('POST /v1/training/modules/:module/read', ask, { params: { module: 'magic' } }),
    ).rejects.toMatchObject({ code: 'request.notFound' });
  });
});

describe('a waiver', () => {
  it('needs a note, opens the gate, and is listed', async () => {
    const mine = await makeMerchant(world);
    const merchantId = mine.merchant_id;
    const body = { merchantId, note: '同一店主的第二家店' };
    await call('POST /v1/trainings/waivers', world.ask('reviewer'), { body });
    expect(await gateOf(mine)).toEqual([{ ok: true }]);
    const listed = await call<{ rows: object[] }>('GET /v1/trainings', world.ask('support'), {
      query: { merchantId },
    });
    expect(listed.rows).toMatchObject([{ status: 'waived', userId: mine.ownerId }]);
    await expect(
      call('POST /v1/trainings/waivers', world.ask('reviewer'), { body }),
    ).rejects.toMatchObject({ code: 'training.notPossible' });
  });
});
