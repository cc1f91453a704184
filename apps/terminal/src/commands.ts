/** What a person can tell a terminal, one verb a line. */
import { readFile } from 'node:fs/promises';
import type { OfAuthorisation, Terminal } from '@kaitong/terminal';
import { cardOf } from './cards.ts';
import { amountIn, need, type Options } from './options.ts';
import { Trouble } from './trouble.ts';

/** What came of it, in any of the shapes of the library. */
export type Outcome = object | boolean;

type Command = {
  readonly usage: string;
  readonly about: string;
  readonly run: (terminal: Terminal, options: Options, args: readonly string[]) => Promise<Outcome>;
};

const RRN = 'the reference number on the slip of the sale';
const DATE = 'the day of the original, MMDD';
const AUTH = 'the authorisation code on the slip';

export const COMMANDS: Readonly<Record<string, Command>> = {
  activate: {
    usage: 'activate CODE',
    about: 'trade the activation code for number and main key (JSON, --url)',
    run: async (terminal, _, [code]) => terminal.activate(given(code, 'activate CODE')),
  },
  initialise: {
    usage: 'initialise',
    about: 'get the numbers by serial number over the card line (0800/101)',
    run: async (terminal, options) =>
      terminal.initialise({
        manufacturer: options.value('manufacturer') ?? 'SAIL',
        serial: need(options, 'serial', 'it is what the host looks up'),
        tpdu: options.value('tpdu') ?? '6000030000',
        header: '603100100000',
      }),
  },
  'main-key': {
    usage: 'main-key',
    about: 'download the main key under RSA (352, 350, 351)',
    run: async (terminal) => terminal.fetchMainKey(),
  },
  prepare: {
    usage: 'prepare [OPERATOR]',
    about: 'download everything in order, sign in, echo',
    run: async (terminal, _, [operator = '01']) => terminal.prepare(operator),
  },
  'sign-in': {
    usage: 'sign-in [OPERATOR]',
    about: 'get working keys and batch number',
    run: async (terminal, _, [operator = '01']) => terminal.signIn(operator),
  },
  'sign-out': {
    usage: 'sign-out',
    about: 'forget the working keys',
    run: async (terminal) => terminal.signOut(),
  },
  echo: {
    usage: 'echo',
    about: 'ask whether the host is there',
    run: async (terminal) => terminal.echo(),
  },
  'upload-status': {
    usage: 'upload-status',
    about: 'tell the host how the terminal is (362)',
    run: async (terminal, options) =>
      terminal.uploadStatus({ reader: true, printer: !options.has('no-paper') }),
  },
  balance: {
    usage: 'balance [--card N --pin P]',
    about: 'ask what is on the card',
    run: async (terminal, options) => terminal.balance(cardOf(options)),
  },
  sale: {
    usage: 'sale AMOUNT [--card N --entry swipe|chip|tap|manual --pin P]',
    about: 'take a payment by card',
    run: async (terminal, options, [amount]) =>
      terminal.sale({ amountMinor: amountIn(amount, 'sale AMOUNT'), card: cardOf(options) }),
  },
  qr: {
    usage: 'qr AMOUNT CODE',
    about: 'take a payment by the code that the customer shows',
    run: async (terminal, _, [amount, code]) =>
      terminal.qrSale({
        amountMinor: amountIn(amount, 'qr AMOUNT CODE'),
        code: given(code, 'qr AMOUNT CODE'),
      }),
  },
  'show-qr': {
    usage: 'show-qr AMOUNT',
    about: 'show a code for the customer to scan',
    run: async (terminal, _, [amount]) => terminal.showQr(amountIn(amount, 'show-qr AMOUNT')),
  },
  'check-qr': {
    usage: 'check-qr AMOUNT ORDER',
    about: 'ask whether a shown code has been paid',
    run: async (terminal, _, [amount, order]) =>
      terminal.checkQr({
        amountMinor: amountIn(amount, 'check-qr AMOUNT ORDER'),
        order: given(order, 'check-qr AMOUNT ORDER'),
      }),
  },
  void: {
    usage: 'void TRACE',
    about: 'take back a sale of this batch',
    run: async (terminal, _, [trace]) =>
      terminal.voidSale({ trace: sixDigits(given(trace, 'void TRACE')) }),
  },
  refund: {
    usage: 'refund AMOUNT --rrn R --date MMDD [--card N …]',
    about: 'give money back for a sale of any day',
    run: async (terminal, options, [amount]) =>
      terminal.refund({
        amountMinor: amountIn(amount, 'refund AMOUNT --rrn R --date MMDD'),
        rrn: need(options, 'rrn', RRN),
        date: need(options, 'date', DATE),
        card: cardOf(options),
      }),
  },
  'pre-auth': {
    usage: 'pre-auth AMOUNT [--card N …]',
    about: 'hold money on a card',
    run: async (terminal, options, [amount]) =>
      terminal.preAuth({ amountMinor: amountIn(amount, 'pre-auth AMOUNT'), card: cardOf(options) }),
  },
  'add-pre-auth': {
    usage: 'add-pre-auth AMOUNT --auth A --date MMDD',
    about: 'hold more',
    run: async (terminal, options, [amount]) => terminal.addPreAuth(ofHold(options, amount)),
  },
  'void-pre-auth': {
    usage: 'void-pre-auth AMOUNT --auth A --date MMDD',
    about: 'let the money go',
    run: async (terminal, options, [amount]) => terminal.voidPreAuth(ofHold(options, amount)),
  },
  complete: {
    usage: 'complete AMOUNT --auth A --date MMDD [--advice]',
    about: 'take held money, by request or by advice',
    run: async (terminal, options, [amount]) =>
      options.has('advice')
        ? terminal.adviseCompletion(ofHold(options, amount))
        : terminal.complete(ofHold(options, amount)),
  },
  'void-completion': {
    usage: 'void-completion TRACE',
    about: 'take back a completion of this batch',
    run: async (terminal, _, [trace]) =>
      terminal.voidCompletion({ trace: sixDigits(given(trace, 'void-completion TRACE')) }),
  },
  tip: {
    usage: 'tip TRACE AMOUNT',
    about: 'add a tip to a sale of this batch; sent later',
    run: async (terminal, _, [trace, amount]) =>
      terminal.tip({
        trace: sixDigits(given(trace, 'tip TRACE AMOUNT')),
        tipMinor: amountIn(amount, 'tip TRACE AMOUNT'),
      }),
  },
  offline: {
    usage: 'offline AMOUNT --auth A [--card N …]',
    about: 'a sale that the bank authorised by telephone; sent later',
    run: async (terminal, options, [amount]) =>
      terminal.offlineSale({
        amountMinor: amountIn(amount, 'offline AMOUNT --auth A'),
        authCode: need(options, 'auth', AUTH),
        card: cardOf(options),
      }),
  },
  'send-advices': {
    usage: 'send-advices',
    about: 'tell the host what was promised offline',
    run: async (terminal) => terminal.sendAdvices(),
  },
  'clear-doubt': {
    usage: 'clear-doubt TRACE',
    about: 'a refund without an answer was looked up at the host',
    run: async (terminal, _, [trace]) =>
      terminal.clearDoubt(sixDigits(given(trace, 'clear-doubt TRACE'))),
  },
  reversals: {
    usage: 'reversals',
    about: 'send the reversals that wait',
    run: async (terminal) => terminal.flushReversals(),
  },
  sign: {
    usage: 'sign TRACE IMAGE-FILE',
    about: 'keep the signature of a payment; sent before settlement',
    run: async (terminal, _, [trace, file]) =>
      terminal.sign({
        trace: sixDigits(given(trace, 'sign TRACE IMAGE-FILE')),
        image: await readFile(given(file, 'sign TRACE IMAGE-FILE')),
      }),
  },
  settle: {
    usage: 'settle',
    about: 'compare sums with the host and close the batch',
    run: async (terminal) => terminal.settle(),
  },
  print: {
    usage: 'print [SLIP]',
    about: 'print the slips that wait, or one again',
    run: async (terminal, _, [id]) => terminal.print(id),
  },
  operator: {
    usage: 'operator add|log-in|log-out|change|unlock NUMBER PASSWORD [NEW]',
    about: 'who may use the terminal',
    run: async (terminal, _, args) => staff(terminal, args),
  },
};

async function staff(terminal: Terminal, args: readonly string[]): Promise<Outcome> {
  const { usage } = COMMANDS['operator'] ?? { usage: '' };
  const [what, number, password, next] = args;
  if (what === 'log-out') return terminal.logOut();
  const who = { number: given(number, usage), password: given(password, usage) };
  if (what === 'add') return terminal.addOperator(who);
  if (what === 'log-in') return terminal.logIn(who);
  if (what === 'unlock') return terminal.unlockOperator(who);
  if (what === 'change') return terminal.changePassword({ ...who, next: given(next, usage) });
  throw new Trouble('needsArguments', { usage });
}

function ofHold(options: Options, amount: string | undefined): OfAuthorisation {
  const [batch, trace] = [options.value('batch'), options.value('trace')];
  return {
    amountMinor: amountIn(amount, 'complete AMOUNT --auth A --date MMDD'),
    authCode: need(options, 'auth', AUTH),
    date: need(options, 'date', DATE),
    card: cardOf(options),
    ...(batch === undefined ? {} : { batch: sixDigits(batch) }),
    ...(trace === undefined ? {} : { trace: sixDigits(trace) }),
  };
}

function given(word: string | undefined, usage: string): string {
  if (word === undefined) throw new Trouble('needsArguments', { usage });
  return word;
}

/** `12` is trace 000012. */
function sixDigits(text: string): string {
  return text.padStart(6, '0');
}
