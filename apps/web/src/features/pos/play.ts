/** From the answers on the screen to a verb of the terminal, and from its result to an outcome. */
import type { Card, Terminal } from '@kaitong/terminal';
import type { Words } from '@kaitong/values';
import { done, left } from './advice.data.ts';
import type { Deed } from './deeds.ts';
import type { Answers } from './flow.ts';
import type { Outcome } from './told.ts';

/** Does what was asked for. */
export async function play(terminal: Terminal, deed: Deed, answers: Answers): Promise<Outcome> {
  return verbs[deed](terminal, answers);
}

type Verb = (terminal: Terminal, answers: Answers) => Promise<Outcome>;

const verbs: Readonly<Record<Deed, Verb>> = {
  logIn: async (terminal, answers) => calm(await terminal.logIn(credentials(answers))),
  changePassword: async (terminal, { newPassword = '', ...answers }) =>
    calm(await terminal.changePassword({ ...credentials(answers), next: newPassword })),
  logOut: async (terminal) => calm(await terminal.logOut()),
  signIn: async (terminal, { operator = '01' }) => terminal.signIn(operator),
  signOut: async (terminal) => terminal.signOut(),
  echo: async (terminal) => terminal.echo(),
  sale: async (terminal, answers) => terminal.sale(moneyOn(answers)),
  qrSale: async (terminal, { amountMinor = 0n, payCode = '' }) =>
    terminal.qrSale({ amountMinor, code: payCode }),
  showQr: async (terminal, { amountMinor = 0n }) => terminal.showQr(amountMinor),
  checkQr: async (terminal, { amountMinor = 0n, shown }) =>
    terminal.checkQr({ amountMinor, order: shown?.order ?? '' }),
  void: async (terminal, { trace = '' }) => terminal.voidSale({ trace }),
  refund: async (terminal, { rrn = '', date = '', ...answers }) =>
    terminal.refund({ rrn, date, ...moneyOn(answers) }),
  balance: async (terminal, answers) => terminal.balance(cardOf(answers)),
  tip: async (terminal, { trace = '', amountMinor = 0n }) =>
    terminal.tip({ trace, tipMinor: amountMinor }),
  preAuth: async (terminal, answers) => terminal.preAuth(moneyOn(answers)),
  preAuthVoid: async (terminal, answers) => terminal.voidPreAuth(hold(answers)),
  completion: async (terminal, answers) => terminal.complete(hold(answers)),
  completionVoid: async (terminal, { trace = '' }) => terminal.voidCompletion({ trace }),
  reverse: async (terminal) =>
    (await terminal.flushReversals()) ? said(done.reversed) : still(left.reversals),
  print: async (terminal) => {
    const result = await terminal.print();
    if ('kind' in result) return result;
    return result.waiting === 0 ? said(done.printed) : still(left.slips);
  },
  settle: async (terminal) => terminal.settle(),
};

const NO_CARD: Card = { pan: '', entry: 'manual' };

/** A card with the PIN that was typed for it, if one was. */
function cardOf({ card = NO_CARD, pin = '' }: Answers): Card {
  return pin === '' ? card : { ...card, pin };
}

function moneyOn(answers: Answers) {
  return { amountMinor: answers.amountMinor ?? 0n, card: cardOf(answers) };
}

function hold({ authCode = '', date = '', ...answers }: Answers) {
  return { authCode, date, ...moneyOn(answers) };
}

function credentials({ operator = '', password = '' }: Answers) {
  return { number: operator, password };
}

/** Operators are let in without words of the host. */
function calm(result: Outcome): Outcome {
  return result.kind === 'done' ? { ...result, words: done.ready } : result;
}

function said(words: Words): Outcome {
  return { kind: 'done', words };
}

function still(words: Words): Outcome {
  return { kind: 'refused', reason: 'left', words };
}
