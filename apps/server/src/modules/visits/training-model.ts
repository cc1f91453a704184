import { createHash } from 'node:crypto';
import type { api, ReplyOf } from '@kaitong/contract';
import type { Lang } from '@kaitong/values';
import { questions, trainingParts, type Question } from './training.data.ts';

export type TrainingReply = ReplyOf<typeof api.visits.training>;
export type TrainingStatus = TrainingReply['status'];
/** Part → when it was read. */
export type ReadParts = Readonly<Record<string, string>>;
export type Answer = { readonly questionId: string; readonly choiceId: string };

export const QUESTIONS_ASKED = 5;
export const PASS_AT = 4;

export function isAllRead(read: ReadParts): boolean {
  return trainingParts.every(({ id }) => read[id] !== undefined);
}

/** Five of the bank, chosen by the attempt's id, which is chance enough and can be told again. */
export function drawQuestions(attemptId: string): readonly Question[] {
  const weight = ({ id }: Question) =>
    createHash('sha256').update(`${attemptId}:${id}`).digest('hex');
  return questions
    .map((question) => ({ question, at: weight(question) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, QUESTIONS_ASKED)
    .map(({ question }) => question);
}

export function questionById(id: string): Question | undefined {
  return questions.find((question) => question.id === id);
}

/** The questions that were not answered rightly, in the order in which they were asked. */
export function wrongAnswers(
  asked: readonly Question[],
  answers: readonly Answer[],
): readonly Question[] {
  const given = new Map(answers.map(({ questionId, choiceId }) => [questionId, choiceId]));
  return asked.filter(({ id, right }) => given.get(id) !== right);
}

/** Every question once, and nothing else. */
export function isWholeAnswer(asked: readonly Question[], answers: readonly Answer[]): boolean {
  const ids = new Set(answers.map(({ questionId }) => questionId));
  return answers.length === asked.length && asked.every(({ id }) => ids.has(id));
}

export function explained(lang: Lang, { id, text, choices, right, why }: Question) {
  const choice = choices.find((one) => one.id === right);
  return {
    questionId: id,
    text: text[lang],
    right: choice?.text[lang] ?? '',
    explanation: why[lang],
  };
}
