import { isWordKey, word, type Facts, type WordKey } from '@kaitong/contract';
import type { Lang } from '@kaitong/values';

/** With the growing pauses of the job runner, eight tries reach over about half an hour. */
export const SMS_ATTEMPTS_MAX = 8;
/** Operators join up to this many letters of one text; more would be cut. */
export const SMS_LETTERS_MAX = 350;

/** The words of a message; a fact that is itself a key of words is said in the same language. */
export function textOf(lang: Lang, key: string, facts: Facts): string {
  if (!isWordKey(key)) return key;
  return word(lang, key, spoken(lang, facts));
}

function spoken(lang: Lang, facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'string' && isWordKey(fact) ? word(lang, fact) : fact,
    ]),
  );
}

/** A text message says who sends it, as the operators ask; once, where the words say it already. */
export function smsOf(lang: Lang, key: WordKey, facts: Facts): string {
  const signature = word(lang, 'messages.sms.signature');
  const text = textOf(lang, key, facts);
  const signed = text.startsWith(signature.trim()) ? text : `${signature}${text}`;
  return signed.slice(0, SMS_LETTERS_MAX);
}
