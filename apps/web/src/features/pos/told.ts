/** How it ended, for the screen: a tone, the words of the terminal, and what to do now. */
import { responseOf, type ResponseCategory } from '@kaitong/iso8583';
import type { Words } from '@kaitong/values';
import { adviceOfCategory, adviceOfCode, adviceOfReason } from './advice.data.ts';
import type { Deed } from './deeds.ts';
import type { Answers, Hint } from './flow.ts';

/** What every result of the terminal has in common, as far as a cashier is concerned. */
export type Outcome = {
  readonly kind: string;
  readonly words?: Words;
  /** F39. */
  readonly code?: string;
  /** Why nothing was sent, or why an answer can not be trusted. */
  readonly reason?: string;
  readonly trace?: string;
  readonly rrn?: string;
  readonly authCode?: string;
  /** What may be spent with a card. */
  readonly balanceMinor?: bigint;
  /** A code for the customer to scan, and its order. */
  readonly qr?: string;
  readonly order?: string;
  /** Of a partial approval it says what was really taken. */
  readonly slip?: { readonly kind: string; readonly amountMinor?: bigint };
};

/** What was taken, where it is less than was asked; else what was asked. */
export function amountOf(outcome: Outcome, asked: bigint | undefined): bigint | undefined {
  return outcome.kind === 'partial' ? (outcome.slip?.amountMinor ?? asked) : asked;
}

/** What follows by itself. */
export type Next = {
  readonly deed: Deed;
  readonly answers: Answers;
  readonly hint?: Hint;
};

export type Told = {
  readonly deed: Deed;
  readonly outcome: Outcome;
  readonly amountMinor?: bigint;
  readonly next?: Next;
};

export type ToldTone = 'yes' | 'no' | 'unsure';

const YES: ReadonlySet<string> = new Set([
  'approved',
  'partial',
  'done',
  'equal',
  'answered',
  'stored',
  'shown',
]);
const UNSURE: ReadonlySet<string> = new Set(['unknown', 'unequal']);

export function toneOf({ kind }: Outcome): ToldTone {
  if (YES.has(kind)) return 'yes';
  return UNSURE.has(kind) ? 'unsure' : 'no';
}

/** Why, and what to do: the line that trains a cashier. Nothing to say when all went well. */
export function adviceFor({ kind, code, reason }: Outcome): Words | undefined {
  if (reason !== undefined) return adviceOfReason[reason] ?? adviceOfReason['other'];
  if (kind === 'unequal') return adviceOfReason['unequal'];
  if (kind === 'partial') return adviceOfReason['partial'];
  if (code === undefined || toneOf({ kind }) === 'yes') return undefined;
  return adviceOfCode[code] ?? adviceOfCategory[categoryOf(code)];
}

function categoryOf(code: string): ResponseCategory {
  return responseOf(code).category;
}

/** A first password is changed at once, a shown code is asked about until it is paid. */
export function nextOf(
  deed: Deed,
  answers: Answers,
  { reason, code, qr, order }: Outcome,
): Next | undefined {
  if (deed === 'logIn' && reason === 'passwordMustChange')
    return { deed: 'changePassword', answers };
  if (deed === 'showQr' && qr !== undefined && order !== undefined)
    return { deed: 'checkQr', answers: { ...answers, shown: { qr, order } } };
  if (deed === 'checkQr' && code === STILL_OPEN) {
    const { paid: _, ...open } = answers;
    return { deed, answers: open, hint: 'notPaid' };
  }
  return undefined;
}

const STILL_OPEN = '09';
