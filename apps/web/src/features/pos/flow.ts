/**
 * What the screen asks next. Each deed of a cashier is a list of questions; keys, cards and codes
 * are the answers, and when none is missing the terminal gets to work. Pure: from a screen and what
 * was pressed comes the next screen.
 */
import type { Card } from '@kaitong/terminal';
import { assertNever } from '@kaitong/values';
import {
  deeds,
  firstDeed,
  isAllowed,
  type DayState,
  type Deed,
  type Menu,
  type Question,
} from './deeds.ts';
import type { Told } from './told.ts';

export type Key = Digit | '00' | 'enter' | 'clear' | 'cancel' | 'menu' | 'scan';
type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

export type Answers = {
  readonly operator?: string;
  readonly password?: string;
  readonly newPassword?: string;
  readonly amountMinor?: bigint;
  readonly card?: Card;
  /** Empty: the cardholder pressed Enter without one. */
  readonly pin?: string;
  readonly payCode?: string;
  readonly trace?: string;
  readonly rrn?: string;
  readonly authCode?: string;
  /** MMDD. */
  readonly date?: string;
  readonly sure?: true;
  /** A code that the customer scans from the screen, and what the host calls the order behind it. */
  readonly shown?: { readonly qr: string; readonly order: string };
  /** The customer says that it is paid. */
  readonly paid?: true;
};

/** What was wrong with the last answer; gone with the next key. */
export type Hint = 'hasChip' | 'noChip' | 'amount' | 'short' | 'notPaid';

export type Asking = {
  readonly at: 'asking';
  readonly deed: Deed;
  readonly question: Question;
  readonly answers: Answers;
  readonly typed: string;
  readonly hint?: Hint;
};

export type Screen =
  | { readonly at: 'ready' }
  | { readonly at: 'menu'; readonly page: number }
  | Asking
  | { readonly at: 'busy'; readonly deed: Deed; readonly answers: Answers }
  | { readonly at: 'told'; readonly told: Told };

export type Happening =
  | { readonly type: 'key'; readonly key: Key }
  | { readonly type: 'begin'; readonly deed: Deed; readonly answers?: Answers }
  | { readonly type: 'card'; readonly card: Card }
  | { readonly type: 'cardRefused'; readonly hint: 'hasChip' | 'noChip' }
  | { readonly type: 'code'; readonly code: string }
  | { readonly type: 'done'; readonly told: Told };

/** What stands on the pages of the menu, by the digits 1 to 9. */
export type Standing = DayState & { readonly menu: Menu };

const READY = { at: 'ready' } as const;

export function step(screen: Screen, happening: Happening, standing: Standing): Screen {
  // While it works nothing is heard but the end of the work.
  if (screen.at === 'busy') return happening.type === 'done' ? ended(happening.told) : screen;
  switch (happening.type) {
    case 'begin':
      return isAllowed(happening.deed, standing)
        ? begin(happening.deed, happening.answers)
        : screen;
    case 'key':
      return pressed(screen, happening.key, standing);
    case 'card':
      return answerCard(screen, happening.card, standing);
    case 'cardRefused':
      return screen.at === 'asking' ? { ...screen, hint: happening.hint } : screen;
    case 'code':
      return answerCode(screen, happening.code);
    case 'done':
      return ended(happening.told);
    default:
      return assertNever(happening);
  }
}

export function begin(deed: Deed, answers: Answers = {}): Screen {
  return next({ deed, answers });
}

/** What follows by itself is begun at once; everything else is shown until somebody goes on. */
function ended(told: Told): Screen {
  const { next: after } = told;
  if (after === undefined) return { at: 'told', told };
  const screen = begin(after.deed, after.answers);
  return screen.at === 'asking' && after.hint ? { ...screen, hint: after.hint } : screen;
}

/** The first question without an answer, or to work. */
function next({ deed, answers }: { deed: Deed; answers: Answers }): Screen {
  const question = deeds[deed].asks.find((each) => isOpen(each, answers));
  if (question === undefined) return { at: 'busy', deed, answers };
  return { at: 'asking', deed, question, answers, typed: '' };
}

/** Tapped cards up to this amount pay without PIN and signature, as everywhere in the country. */
const TAP_WITHOUT_PIN_MAX = 100_000n;

function isOpen(question: Question, answers: Answers): boolean {
  if (answers[question] !== undefined) return false;
  if (question !== 'pin') return true;
  const { card, amountMinor } = answers;
  const isSmallTap =
    card?.entry === 'contactless' &&
    amountMinor !== undefined &&
    amountMinor <= TAP_WITHOUT_PIN_MAX;
  return card?.entry !== 'manual' && !isSmallTap;
}

function pressed(screen: Exclude<Screen, { at: 'busy' }>, key: Key, standing: Standing): Screen {
  switch (screen.at) {
    case 'ready':
      return fromReady(key, standing);
    case 'menu':
      return fromMenu(screen, key, standing);
    case 'asking':
      return fromQuestion(screen, key);
    case 'told':
      return key === 'enter' || key === 'cancel' || key === 'clear'
        ? READY
        : fromReady(key, standing);
    default:
      return assertNever(screen);
  }
}

function fromReady(key: Key, standing: Standing): Screen {
  if (key === 'menu') return { at: 'menu', page: 0 };
  const first = firstDeed(standing);
  if (first !== undefined) return key === 'enter' ? begin(first) : READY;
  if (key === 'scan') return begin('qrSale');
  // Whoever types an amount wants to sell.
  if (isDigits(key)) return fromQuestion(begin('sale') as Asking, key);
  return READY;
}

function fromMenu({ page }: { page: number }, key: Key, { menu }: Standing): Screen {
  if (key === 'cancel' || key === 'clear') return READY;
  if (key === 'menu' || key === '0') return { at: 'menu', page: (page + 1) % menu.length };
  const deed = menu[page]?.[Number(key) - 1];
  return deed === undefined ? { at: 'menu', page } : begin(deed);
}

function fromQuestion(asking: Asking, key: Key): Screen {
  const { hint: _, ...calm } = asking;
  if (key === 'cancel') return READY;
  if (key === 'clear') return cleared(calm);
  if (key === 'enter') return entered(calm);
  if (isDigits(key)) return { ...calm, typed: typedOn(calm, key) };
  return calm;
}

/** The last digit, then the question itself. */
function cleared(asking: Asking): Screen {
  if (asking.typed !== '') return { ...asking, typed: asking.typed.slice(0, -1) };
  return READY;
}

type Rule = { readonly least: number; readonly most: number };

/** How many digits each question takes; what is not typed has none. */
const RULES: Readonly<Record<Question, Rule>> = {
  operator: { least: 2, most: 2 },
  password: { least: 4, most: 12 },
  newPassword: { least: 4, most: 12 },
  amountMinor: { least: 1, most: 10 },
  card: { least: 0, most: 0 },
  pin: { least: 4, most: 12 },
  payCode: { least: 16, most: 24 },
  trace: { least: 1, most: 6 },
  rrn: { least: 12, most: 12 },
  authCode: { least: 1, most: 6 },
  date: { least: 4, most: 4 },
  paid: { least: 0, most: 0 },
  sure: { least: 0, most: 0 },
};

function typedOn({ question, typed }: Asking, digits: string): string {
  const grown = typed + digits;
  // An amount does not begin with zeros.
  const plain = question === 'amountMinor' ? grown.replace(/^0+/, '') : grown;
  return plain.length > RULES[question].most ? typed : plain;
}

function entered(asking: Asking): Screen {
  const { deed, question, answers, typed } = asking;
  if (question === 'card') return asking;
  if (question === 'sure' || question === 'paid')
    return next({ deed, answers: { ...answers, [question]: true } });
  if (question === 'pin' && typed === '') return next({ deed, answers: { ...answers, pin: '' } });
  if (typed.length < RULES[question].least)
    return { ...asking, hint: question === 'amountMinor' ? 'amount' : 'short' };
  return next({ deed, answers: { ...answers, ...answerOf(question, typed) } });
}

function answerOf(question: Question, typed: string): Answers {
  if (question === 'amountMinor') return { amountMinor: BigInt(typed) };
  if (question === 'trace') return { trace: typed.padStart(6, '0') };
  return { [question]: typed };
}

function answerCard(screen: Screen, card: Card, standing: Standing): Screen {
  const isAsked = screen.at === 'asking' && screen.question === 'card';
  if (isAsked) return next({ deed: screen.deed, answers: { ...screen.answers, card } });
  // A card that is presented while an amount is typed answers both questions.
  if (screen.at === 'asking' && screen.question === 'amountMinor' && screen.typed !== '') {
    const { deed, answers, typed } = screen;
    return next({ deed, answers: { ...answers, amountMinor: BigInt(typed), card } });
  }
  const mayBegin = firstDeed(standing) === undefined && screen.at === 'ready';
  return mayBegin ? begin('sale', { card }) : screen;
}

function answerCode(screen: Screen, payCode: string): Screen {
  if (screen.at !== 'asking') return screen;
  const { deed, question, answers, typed } = screen;
  if (question === 'payCode') return next({ deed, answers: { ...answers, payCode } });
  // The customer shows a code instead of a card.
  const hasAmount = deed === 'sale' && (question === 'card' || typed !== '');
  if (!hasAmount) return screen;
  const amountMinor = answers.amountMinor ?? BigInt(typed);
  return next({ deed: 'qrSale', answers: { amountMinor, payCode } });
}

function isDigits(key: Key): key is Digit | '00' {
  return /^\d+$/.test(key);
}
