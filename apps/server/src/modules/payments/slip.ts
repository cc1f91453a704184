import { word, type WordKey } from '@kaitong/contract';
import { dayOf, formatMoney, money, type Lang } from '@kaitong/values';
import { refuse } from '#platform/refuse';
import { wallClock, type Slip } from './model.ts';
import type { Payment } from './store.ts';

const COLUMNS = 32;

/** The slip of a payment as values, in the language that is asked for. */
export function slipOf(payment: Payment, lang: Lang): Slip {
  const { slip, approved_at } = payment;
  if (!slip || !approved_at) throw refuse('payments.noSlip');
  return {
    merchantName: slip.merchantName,
    merchantNo: slip.merchantNo,
    terminalNo: payment.terminal_no,
    kind: payment.kind,
    ...(payment.card_masked === null ? {} : { cardMasked: payment.card_masked }),
    ...(payment.card_bank === null ? {} : { bank: payment.card_bank[lang] }),
    batchNo: payment.batch_no,
    trace: payment.trace,
    rrn: payment.rrn,
    ...(payment.auth_code === null ? {} : { authCode: payment.auth_code }),
    amount: money(payment.amount_minor),
    at: approved_at,
  };
}

/** The same as lines for a printer of 32 columns, in which a Chinese character takes two. */
export function slipText(slip: Slip, lang: Lang): string {
  const say = (key: WordKey) => word(lang, key);
  const pairs: readonly (readonly [WordKey, string | undefined])[] = [
    ['payments.slip.merchant', slip.merchantName],
    ['payments.slip.merchantNo', slip.merchantNo],
    ['payments.slip.terminalNo', slip.terminalNo],
    ['payments.slip.card', slip.cardMasked],
    ['payments.slip.bank', slip.bank],
    ['payments.slip.kind', say(`payments.kind.${slip.kind}`)],
    ['payments.slip.batch', slip.batchNo],
    ['payments.slip.trace', slip.trace],
    ['payments.slip.rrn', slip.rrn],
    ['payments.slip.authCode', slip.authCode],
    ['payments.slip.at', momentOf(slip.at)],
    ['payments.slip.amount', formatMoney(slip.amount, lang)],
  ];
  const lines = pairs.flatMap(([key, value]) =>
    value === undefined ? [] : pairLines(say(key), value),
  );
  const rule = '-'.repeat(COLUMNS);
  const title = centred(say('payments.slip.title'));
  const signature = `${say('payments.slip.sign')}:`;
  return [title, rule, ...lines, rule, signature, '', '', say('payments.slip.promise'), ''].join(
    '\n',
  );
}

/** Name left and value right, or on a line of its own when both do not fit. */
function pairLines(name: string, value: string): string[] {
  const room = COLUMNS - widthOf(name) - 1 - widthOf(value);
  if (room >= 1) return [`${name}:${' '.repeat(room)}${value}`];
  return [`${name}:`, `${' '.repeat(Math.max(0, COLUMNS - widthOf(value)))}${value}`];
}

function centred(text: string): string {
  return `${' '.repeat(Math.max(0, Math.floor((COLUMNS - widthOf(text)) / 2)))}${text}`;
}

function widthOf(text: string): number {
  return Array.from(text).reduce((width, char) => width + (/[⺀-￿]/.test(char) ? 2 : 1), 0);
}

function momentOf(at: Date): string {
  const time = wallClock(at)
    .slice(4)
    .replace(/(..)(..)(..)/, '$1:$2:$3');
  return `${dayOf(at).replaceAll('-', '/')} ${time}`;
}
