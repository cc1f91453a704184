/** What the pages say, taken from where they take it: a changed word changes the walk along with them. */
import { isWordKey, word, type Facts } from '@kaitong/contract';
import { words as adviceWords } from '../../apps/web/src/features/advice/words.ts';
import { words as applicationWords } from '../../apps/web/src/features/application/words.ts';
import { words as bankWords } from '../../apps/web/src/features/bank/words.ts';
import { words as contractWords } from '../../apps/web/src/features/contract/words.ts';
import { words as deskOrderWords } from '../../apps/web/src/features/desk-orders/words.ts';
import { words as deskTerminalWords } from '../../apps/web/src/features/desk-terminals/words.ts';
import { words as reviewWords } from '../../apps/web/src/features/desk-review/words.ts';
import { words as deskVisitWords } from '../../apps/web/src/features/desk-visits/words.ts';
import { words as identityWords } from '../../apps/web/src/features/identity/words.ts';
import { words as journeyWords } from '../../apps/web/src/features/journey/words.ts';
import { words as orderWords } from '../../apps/web/src/features/order/words.ts';
import { words as terminalWords } from '../../apps/web/src/features/terminal/words.ts';
import { words as trainingWords } from '../../apps/web/src/features/training/words.ts';
import { words as visitWords } from '../../apps/web/src/features/visit/words.ts';
import { installWords } from '../../apps/web/src/parts/install-words.ts';
import { words as posWords } from '../../apps/web/src/features/pos/words.ts';
import { nav as navWords } from '../../apps/web/src/words/nav.ts';
import { sayIn } from '../../apps/web/src/words/say.ts';
import { must } from '../journey/expect.ts';

export const lang = 'zh-Hans';

export const house = sayIn(lang);
export const advice = sayIn(lang, adviceWords);
export const application = sayIn(lang, applicationWords);
export const bank = sayIn(lang, bankWords);
export const contract = sayIn(lang, contractWords);
export const review = sayIn(lang, reviewWords);
export const identity = sayIn(lang, identityWords);
export const journey = sayIn(lang, journeyWords);
export const order = sayIn(lang, orderWords);
export const visit = sayIn(lang, visitWords);
export const install = sayIn(lang, installWords);
export const training = sayIn(lang, trainingWords);
export const terminal = sayIn(lang, terminalWords);
export const deskOrder = sayIn(lang, deskOrderWords);
export const deskTerminal = sayIn(lang, deskTerminalWords);
export const pos = sayIn(lang, posWords);
export const deskVisit = sayIn(lang, deskVisitWords);

export function nav(page: keyof typeof navWords): string {
  return navWords[page][lang];
}

/** A word of the trade, which the server says too: fields, statuses, stations. */
export function trade(key: string, facts?: Facts): string {
  must(isWordKey(key), `There is no word for ${key}.`);
  return word(lang, key, facts);
}

/** A name that begins with this word: a card says a choice, and below it what that means. */
export function beginsWith(text: string): RegExp {
  return new RegExp(`^\\s*${quoted(text)}`);
}

/** This name and no longer one, but for a word that may follow. */
export function exactly(text: string, { before: end }: { readonly before: string }): RegExp {
  return new RegExp(`^\\s*${quoted(text)}\\s*(?:${quoted(end)})?\\s*$`);
}

/** The words with whatever number they count. */
export function anyCount(words: (count: string) => string): RegExp {
  return new RegExp(`^${quoted(words('#')).replace('#', String.raw`\d+`)}$`);
}

function quoted(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}
