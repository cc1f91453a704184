/** From the answers on the screen to a verb of the terminal, and from its result to an outcome. */
import type { Card, Slip, Terminal } from '@kaitong/terminal';
import type { Words } from '@kaitong/values';
import type { Deed } from './deeds.ts';
import type { Answers } from './flow.ts';
import type { Outcome } from './told.ts';

export type Played = { readonly outcome: Outcome; readonly slip?: Slip };

/** Does what was asked for. */
export async function play(terminal: Terminal, deed: Deed, answers: Answers): Promise<Played> {
  if (deed === 'reverse') return { outcome: reversed(await terminal.flushReversals()) };
  return playedOf(await verbs[deed](terminal, answers));
}

type Result = Outcome & { readonly slip?: Slip };
type Verb = (terminal: Terminal, answers: Answers) => Promise<Result>;

const NO_CARD: Card = { pan: '', entry: 'manual' };

const verbs: Readonly<Record<Exclude<Deed, 'reverse'>, Verb>> = {
  signIn: async (terminal, { operator = '01' }) => terminal.signIn(operator),
  signOut: async (terminal) => terminal.signOut(),
  echo: async (terminal) => terminal.echo(),
  settle: async (terminal) => terminal.settle(),
  sale: async (terminal, answers) =>
    terminal.sale({ amountMinor: answers.amountMinor ?? 0n, card: cardOf(answers) }),
  qrSale: async (terminal, { amountMinor = 0n, payCode = '' }) =>
    terminal.qrSale({ amountMinor, code: payCode }),
  void: async (terminal, { trace = '' }) => terminal.voidSale({ trace }),
  refund: async (terminal, { rrn = '', date = '', ...answers }) =>
    terminal.refund({
      rrn,
      date,
      amountMinor: answers.amountMinor ?? 0n,
      card: cardOf(answers),
    }),
};

/** A card with the PIN that was typed for it, if one was. */
function cardOf({ card = NO_CARD, pin = '' }: Answers): Card {
  return pin === '' ? card : { ...card, pin };
}

function playedOf({ slip, ...outcome }: Result): Played {
  return slip === undefined ? { outcome } : { outcome, slip };
}

const ALL_SENT: Words = {
  'zh-Hans': '冲正都已送达',
  'zh-Hant': '沖正都已送達',
  en: 'No reversal is left',
};
const NOT_SENT: Words = {
  'zh-Hans': '冲正还没有送达',
  'zh-Hant': '沖正還沒有送達',
  en: 'A reversal still waits',
};

function reversed(isAllSent: boolean): Outcome {
  return isAllSent
    ? { kind: 'done', words: ALL_SENT }
    : { kind: 'refused', reason: 'reversalPending', words: NOT_SENT };
}
