/** What the questionnaire has heard so far, and when it is enough to ask for advice. */
import type { SubjectType } from '@kaitong/contract';
import { toDecimal, yuan } from '@kaitong/values';
import type { Needs } from './queries.ts';

export const mixes = ['codes', 'both', 'cards', 'credit'] as const;
export type Mix = (typeof mixes)[number];

/** People know whether most pay by code; nobody knows the per cents. */
export const shares: Readonly<Record<Mix, Needs['share']>> = {
  codes: { debit: 10, credit: 10, qr: 80 },
  both: { debit: 30, credit: 20, qr: 50 },
  cards: { debit: 50, credit: 30, qr: 20 },
  credit: { debit: 20, credit: 65, qr: 15 },
};

export type Answers = {
  readonly subjectType?: SubjectType;
  readonly mcc?: string;
  readonly monthlyAmount: string;
  readonly averageTicket: string;
  readonly mix?: Mix;
  readonly counters: number;
  readonly mobility?: Needs['mobility'];
  readonly network?: Needs['network'];
  readonly printedSlips?: boolean;
  readonly needsNextDay?: boolean;
  readonly province?: string;
};

export const nothing: Answers = { monthlyAmount: '', averageTicket: '', counters: 1 };

export const screens = ['business', 'turnover', 'place', 'wishes'] as const;
export type Screen = (typeof screens)[number];

/** The answers behind an advice, to change one of them. */
export function answersOf(needs: Needs): Answers {
  const { subjectType, mcc, counters, mobility, network, printedSlips, needsNextDay } = needs;
  const mix = mixes.find((each) => shares[each].qr === needs.share.qr);
  return {
    subjectType,
    mcc,
    counters,
    mobility,
    network,
    printedSlips,
    needsNextDay,
    monthlyAmount: toDecimal(needs.monthlyAmount),
    averageTicket: toDecimal(needs.averageTicket),
    ...(mix ? { mix } : {}),
    ...(needs.province === undefined ? {} : { province: needs.province }),
  };
}

/** Which answers a screen still wants. */
export function missingOn(screen: Screen, answers: Answers): (keyof Answers)[] {
  return wanted[screen].filter((name) => !isGiven(name, answers));
}

const wanted: Readonly<Record<Screen, readonly (keyof Answers)[]>> = {
  business: ['subjectType', 'mcc'],
  turnover: ['monthlyAmount', 'averageTicket', 'mix'],
  place: ['mobility', 'network'],
  wishes: ['printedSlips', 'needsNextDay'],
};

function isGiven(name: keyof Answers, answers: Answers): boolean {
  const value = answers[name];
  const isAmount = name === 'monthlyAmount' || name === 'averageTicket';
  return isAmount ? amountOf(value) !== undefined : value !== undefined && value !== '';
}

/** The answers as the server wants them; absent while one is missing. */
export function needsOf(answers: Answers): Needs | undefined {
  const { subjectType, mcc, mix, counters, mobility, network, province } = answers;
  const { printedSlips, needsNextDay } = answers;
  const monthlyAmount = amountOf(answers.monthlyAmount);
  const averageTicket = amountOf(answers.averageTicket);
  if (!subjectType || !mcc || !mix || !mobility || !network) return undefined;
  if (!monthlyAmount || !averageTicket) return undefined;
  if (printedSlips === undefined || needsNextDay === undefined) return undefined;
  return {
    subjectType,
    mcc,
    monthlyAmount,
    averageTicket,
    share: shares[mix],
    counters,
    mobility,
    network,
    printedSlips,
    needsNextDay,
    ...(province ? { province } : {}),
  };
}

function amountOf(text: unknown) {
  if (typeof text !== 'string' || !/^\d{1,10}(?:\.\d{1,2})?$/.test(text)) return undefined;
  const amount = yuan(text);
  return amount.minor > 0n ? amount : undefined;
}
