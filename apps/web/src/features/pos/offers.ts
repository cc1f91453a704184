/** What may be taken instead of typed: the last payments and slips that fit a question. */
import { money, toDecimal } from '@kaitong/values';
import type { Deed, Question } from './deeds.ts';
import type { Snapshot } from './device.ts';
import type { Answers } from './flow.ts';
import type { KeptSlip } from './slips.ts';

export type Offer = { readonly name: string; readonly amount: string; readonly answers: Answers };
type Asked = { readonly deed: Deed; readonly question: Question };
type Known = Pick<Snapshot, 'status' | 'slips'>;

const OFFERED_MAX = 3;

export function isOffered(question: Question): boolean {
  return question === 'trace' || question === 'rrn' || question === 'authCode';
}

/** The newest first. */
export function offersFor(known: Known, { deed, question }: Asked): readonly Offer[] {
  const offers = question === 'trace' ? paymentsFor(known, deed) : slipsFor(known, question);
  return offers.slice(0, OFFERED_MAX);
}

const SALES: readonly string[] = ['sale', 'qrSale'];

/** Of this batch, and still standing. */
function paymentsFor({ status }: Known, deed: Deed): Offer[] {
  const kinds = deed === 'completionVoid' ? ['completion'] : deed === 'tip' ? ['sale'] : SALES;
  const fitting = status?.transactions.filter(
    ({ kind, status: stands }) => kinds.includes(kind) && stands === 'approved',
  );
  return (fitting ?? []).toReversed().map(({ trace, amount }) => ({
    name: trace,
    amount: toDecimal(money(BigInt(amount))),
    answers: { trace },
  }));
}

function slipsFor({ slips }: Known, question: Question): Offer[] {
  return slips.flatMap((slip) => (question === 'rrn' ? soldBy(slip) : heldBy(slip)));
}

function soldBy({ type, rrn, date, amount }: KeptSlip): Offer[] {
  if (type !== 'sale' || rrn === undefined || date === undefined) return [];
  return [{ name: rrn, amount: amount ?? '', answers: { rrn, date } }];
}

function heldBy({ type, authCode, date, amount }: KeptSlip): Offer[] {
  if (type !== 'preAuth' || authCode === undefined || date === undefined) return [];
  return [{ name: authCode, amount: amount ?? '', answers: { authCode, date } }];
}
