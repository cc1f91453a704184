/** How it ended, for the screen: a tone, the words of the terminal, and what to do now. */
import { responseOf, type ResponseCategory } from '@kaitong/iso8583';
import type { Words } from '@kaitong/values';
import { adviceOfCategory, adviceOfCode, adviceOfReason } from './advice.data.ts';
import type { Deed } from './deeds.ts';

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
};

export type Told = {
  readonly deed: Deed;
  readonly outcome: Outcome;
  readonly amountMinor?: bigint;
};

export type ToldTone = 'yes' | 'no' | 'unsure';

const YES: ReadonlySet<string> = new Set([
  'approved',
  'partial',
  'done',
  'equal',
  'answered',
  'stored',
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
