/**
 * How the sandbox card network answers, as a table: `npm run docs` prints it. It looks at the amount
 * alone, so it is the same for cards, codes and terminals of every kind.
 */
import { isSuccess, RESPONSE_CODES } from '@kaitong/iso8583';
import type { Words } from '@kaitong/values';

export type Misbehaviour = 'none' | 'slow' | 'lost' | 'duplicate' | 'wrongMac' | 'partial';

type Row = {
  /** The last digit of the yuan: the hundreds digit of the amount in fen. */
  readonly digit: string;
  readonly does: Exclude<Misbehaviour, 'none'>;
  readonly words: Words;
};

/** What the hundreds digit adds to an answer. */
export const HUNDREDS: readonly Row[] = [
  {
    digit: '1',
    does: 'slow',
    words: {
      'zh-Hans': '迟答，但还来得及',
      'zh-Hant': '遲答，但還來得及',
      en: 'late, but in time',
    },
  },
  {
    digit: '2',
    does: 'lost',
    words: {
      'zh-Hans': '记了账，答复丢失',
      'zh-Hant': '記了帳，答覆遺失',
      en: 'booked, and its answer lost',
    },
  },
  {
    digit: '3',
    does: 'duplicate',
    words: { 'zh-Hans': '答两次', 'zh-Hant': '答兩次', en: 'answered twice' },
  },
  {
    digit: '4',
    does: 'wrongMac',
    words: {
      'zh-Hans': '答复的 MAC 错',
      'zh-Hant': '答覆的 MAC 錯',
      en: 'answered with a wrong MAC',
    },
  },
  {
    digit: '5',
    does: 'partial',
    words: {
      'zh-Hans': '只批准一半（终端须能接受，60.6=1）',
      'zh-Hant': '只批准一半（終端機須能接受，60.6=1）',
      en: 'half of it approved, where the terminal can take that (60.6 = 1)',
    },
  },
];

/**
 * The rule in words. Cents of `00`, and cents that are no code, are ordinary money: 12.00 and 25.80
 * are sales like any other, whatever their hundreds digit.
 */
export const CENTS_RULE: readonly Words[] = [
  {
    'zh-Hans': '金额的角分就是应答码：10.51 答 51。',
    'zh-Hant': '金額的角分就是回應碼：10.51 答 51。',
    en: 'The cents are the answer code: 10.51 is answered 51.',
  },
  {
    'zh-Hans': '角分是 00，或者没有这个应答码，就批准，百位也不起作用。',
    'zh-Hant': '角分是 00，或者沒有這個回應碼，就批准，百位也不起作用。',
    en: 'Cents of 00, or that are no code, approve, and then the hundreds digit says nothing.',
  },
  {
    'zh-Hans':
      '角分是应答码时，元的个位（分的百位）再加一种毛病：12.51 是 51 但答复丢失，12.11 是批准但答复丢失。',
    'zh-Hant':
      '角分是回應碼時，元的個位（分的百位）再加一種毛病：12.51 是 51 但答覆遺失，12.11 是批准但答覆遺失。',
    en: 'Where they are a code, the last digit of the yuan adds a fault: 12.51 is 51 and lost, 12.11 is a yes and lost.',
  },
  {
    'zh-Hans': '11 是批准；10 是只批准一半，终端不能接受时全额批准。',
    'zh-Hant': '11 是批准；10 是只批准一半，終端機不能接受時全額批准。',
    en: '11 is a yes; 10 is half of it approved, or all of it where the terminal can not take a half.',
  },
  {
    'zh-Hans':
      '问钱的报文都这样：消费、预授权、完成、小费、离线上送。撤销、退货、冲正跟着原交易。密码 000000 一律答 55。',
    'zh-Hant':
      '問錢的訊息都這樣：消費、預授權、完成、小費、離線上送。撤銷、退貨、沖正跟著原交易。密碼 000000 一律答 55。',
    en: 'So it is with all that asks for money: sale, hold, completion, tip, offline sale. Void, refund and reversal follow their original. The PIN 000000 is always answered 55.',
  },
];

const CODES = new Set(RESPONSE_CODES.map(({ code }) => code));
const PARTIAL = '10';
const YES = '00';

/** The answer code of an amount, and what goes wrong with it. */
export function answerTo(amountMinor: bigint): { code: string; does: Misbehaviour } {
  const digits = String(amountMinor).padStart(3, '0');
  const cents = digits.slice(-2);
  if (cents === YES || !CODES.has(cents)) return { code: YES, does: 'none' };
  if (cents === PARTIAL) return { code: YES, does: 'partial' };
  const found = HUNDREDS.find(({ digit }) => digit === digits.at(-3));
  const isTooMuch = found?.does === 'partial' && !isSuccess(cents);
  return { code: cents, does: found && !isTooMuch ? found.does : 'none' };
}
