import { tell } from '#audit';
import { personById } from '#identity';
import { merchantById } from '#merchants';
import { personOf, type Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import { setGateItem } from '#terminals';
import { trainingChart } from './training-chart.ts';
import { trainingParts, type Question } from './training.data.ts';
import {
  drawQuestions,
  isAllRead,
  isWholeAnswer,
  PASS_AT,
  questionById,
  wrongAnswers,
  type Answer,
} from './training-model.ts';
import {
  insertAttempt,
  lockAttempt,
  lockTraining,
  saveAttempt,
  saveTraining,
  trainingOf,
  type Training,
} from './store.ts';

type TrainingEvent = 'read' | 'finishReading' | 'pass' | 'fail' | 'waive';

/** The training of the person who asks, for the newest merchant of theirs; as good as assigned at first. */
export async function myTraining(tx: Tx, ask: Ask): Promise<Training> {
  const fresh = freshTraining(ask);
  const { merchant_id: merchantId, person_id: personId } = fresh;
  return (await trainingOf(tx, { merchantId, personId })) ?? fresh;
}

function freshTraining(ask: Ask): Training {
  const { id, name, merchantIds } = personOf(ask);
  const merchantId = merchantIds.toSorted().at(-1);
  if (merchantId === undefined) throw refuse('training.noMerchant');
  return { ...NOTHING_DONE, merchant_id: merchantId, person_id: id, name };
}

const NOTHING_DONE = {
  status: 'assigned',
  read: {},
  attempts: 0,
  note: null,
  passed_at: null,
} as const;

function next(training: Training, type: TrainingEvent): Training['status'] {
  const { status } = training;
  return stepOr(trainingChart, { status, refusal: 'training.notPossible' }, { type });
}

/** Marks a part as read; the last one opens the quiz. Reading again later changes nothing. */
export async function readPart(tx: Tx, ask: Ask, part: string): Promise<Training> {
  if (!trainingParts.some(({ id }) => id === part)) throw refuse('request.notFound');
  const before = await lockTraining(tx, freshTraining(ask));
  if (isAllRead(before.read)) return before;
  const read = { [part]: ask.now.toISOString(), ...before.read };
  const reading = { ...before, read, status: next(before, 'read') };
  const after = isAllRead(read) ? { ...reading, status: next(reading, 'finishReading') } : reading;
  return keep(tx, ask, after);
}

/** Draws the questions of one attempt. */
export async function startQuiz(
  tx: Tx,
  ask: Ask,
): Promise<{ attemptId: string; questions: readonly Question[] }> {
  const training = await lockTraining(tx, freshTraining(ask));
  next(training, 'fail');
  const attemptId = newId('quz', ask.now);
  const questions = drawQuestions(attemptId);
  await insertAttempt(tx, {
    merchant_id: training.merchant_id,
    attempt_id: attemptId,
    person_id: training.person_id,
    question_ids: questions.map(({ id }) => id),
    started_at: ask.now,
    answered_at: null,
    score: null,
  });
  return { attemptId, questions };
}

export type Marked = {
  readonly training: Training;
  readonly score: number;
  readonly asked: readonly Question[];
  readonly wrong: readonly Question[];
};

/** Marks the answers; passing opens the gate of the merchant. An attempt is marked once. */
export async function answerQuiz(
  tx: Tx,
  ask: Ask,
  { attemptId, answers }: { attemptId: string; answers: readonly Answer[] },
): Promise<Marked> {
  const before = await lockTraining(tx, freshTraining(ask));
  const attempt = await lockAttempt(tx, attemptId);
  if (attempt?.person_id !== before.person_id) throw refuse('request.notFound');
  const { status: stands } = before;
  if (attempt.answered_at !== null)
    throw refuse('training.notPossible', { status: `training.${stands}` });
  const asked = attempt.question_ids.flatMap((id) => questionById(id) ?? []);
  if (!isWholeAnswer(asked, answers)) throw refuse('training.incomplete', { count: asked.length });
  const wrong = wrongAnswers(asked, answers);
  const score = asked.length - wrong.length;
  const passed = score >= PASS_AT;
  const status = next(before, passed ? 'pass' : 'fail');
  const passed_at = passed ? ask.now : null;
  await saveAttempt(tx, { ...attempt, answered_at: ask.now, score });
  const after = { ...before, status, passed_at, attempts: before.attempts + 1 };
  const training = await keep(tx, ask, after);
  return { training, score, asked, wrong };
}

/** Spares a merchant the training, for a reason that stays written. */
export async function waive(
  tx: Tx,
  ask: Ask,
  { merchantId, note }: { merchantId: string; note: string },
): Promise<Training> {
  const merchant = await merchantById(tx, merchantId);
  const owner = merchant && (await personById(tx, merchant.owner_id));
  if (!owner) throw refuse('request.notFound');
  const { id: person_id, name } = owner;
  const fresh = { ...NOTHING_DONE, merchant_id: merchantId, person_id, name };
  const before = await lockTraining(tx, fresh);
  return keep(tx, ask, { ...before, note, status: next(before, 'waive') });
}

async function keep(tx: Tx, ask: Ask, after: Training): Promise<Training> {
  await saveTraining(tx, after);
  const { merchant_id: merchantId, person_id: userId, status } = after;
  if (status === 'passed' || status === 'waived')
    await setGateItem(tx, ask, { merchantId, item: 'training', ok: true });
  if (status === 'passed')
    await tell(tx, ask, { type: 'training.passed', payload: { merchantId, userId } });
  else await tell(tx, ask, { type: 'training.moved', payload: { merchantId, userId, status } });
  return after;
}
