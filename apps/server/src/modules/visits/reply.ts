import { wordOr } from '@kaitong/contract';
import type { Lang } from '@kaitong/values';
import type { Ask } from '#platform/ask';
import { canOf, items, type Note, type VisitReply } from './model.ts';
import type { QuizAttempt, Training, Visit } from './store.ts';
import type { Marked } from './train.ts';
import { trainingParts, type Question } from './training.data.ts';
import { explained, PASS_AT, type TrainingReply } from './training-model.ts';

/** A visit as the contract says it, with what this caller may do. */
export function visitReply(ask: Ask, visit: Visit): VisitReply {
  const { status, mode, technician_id, technician_name } = visit;
  return {
    id: visit.visit_id,
    merchantId: visit.merchant_id,
    orderId: visit.order_id,
    terminalId: visit.terminal_id,
    serial: visit.serial,
    mode,
    status,
    storeName: visit.store_name,
    storeAddress: visit.store_address,
    dueOn: visit.due_on,
    proposedAt: visit.proposed_at,
    checklist: checklistReply(ask, visit),
    photos: visit.photos,
    createdAt: visit.created_at,
    can: canOf(ask.by, { status, mode, technicianId: technician_id }),
    ...(visit.starts_at === null ? {} : { startsAt: visit.starts_at }),
    ...(visit.accepted_at === null ? {} : { acceptedAt: visit.accepted_at }),
    ...(visit.reason === null ? {} : { reason: visit.reason }),
    ...(technician_id === null || technician_name === null
      ? {}
      : { technician: { id: technician_id, name: technician_name } }),
  };
}

function checklistReply({ lang }: Ask, { checklist }: Visit): VisitReply['checklist'] {
  return items.map(({ item, needed }) => {
    const ticked = checklist[item];
    if (!ticked) return { item, needed, done: false };
    const note = ticked.note === undefined ? {} : { note: said(lang, ticked.note) };
    return { item, needed, done: true, at: new Date(ticked.at), ...note };
  });
}

function said(lang: Lang, note: Note): string {
  return typeof note === 'string' ? note : wordOr(lang, note.key, note.facts);
}

export function trainingReply(ask: Ask, training: Training): TrainingReply {
  return { ...shortTrainingReply(ask, training), modules: partsReply(ask, training) };
}

export function shortTrainingReply(ask: Ask, training: Training): Omit<TrainingReply, 'modules'> {
  const { status, passed_at } = training;
  const isMine = ask.by.kind === 'user' && ask.by.id === training.person_id;
  return {
    userId: training.person_id,
    name: training.name,
    merchantId: training.merchant_id,
    status,
    attempts: training.attempts,
    can: isMine ? [...(CAN[status] ?? [])] : [],
    ...(passed_at === null ? {} : { passedAt: passed_at }),
  };
}

const CAN: Readonly<Partial<Record<Training['status'], readonly string[]>>> = {
  assigned: ['read'],
  in_progress: ['read'],
  quiz: ['quiz'],
  failed: ['quiz'],
};

function partsReply({ lang }: Ask, { read }: Training): TrainingReply['modules'] {
  return trainingParts.map(({ id, title, lines, minutes }) => {
    const readAt = read[id];
    return {
      id,
      title: title[lang],
      lines: lines.map((line) => line[lang]),
      minutes,
      ...(readAt === undefined ? {} : { readAt: new Date(readAt) }),
    };
  });
}

export function quizReply(
  { lang }: Ask,
  {
    attemptId,
    questions,
  }: { attemptId: QuizAttempt['attempt_id']; questions: readonly Question[] },
) {
  return {
    id: attemptId,
    passAt: PASS_AT,
    questions: questions.map(({ id, text, choices }) => ({
      id,
      text: text[lang],
      choices: choices.map((choice) => ({ id: choice.id, text: choice.text[lang] })),
    })),
  };
}

export function markedReply(ask: Ask, { training, score, asked, wrong }: Marked) {
  return {
    score,
    of: asked.length,
    passed: score >= PASS_AT,
    wrong: wrong.map((question) => explained(ask.lang, question)),
    training: trainingReply(ask, training),
  };
}
