import type { Facts } from '@kaitong/contract';
import { langs, type Lang, type Words } from '@kaitong/values';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { HOUSE } from './language.ts';
import type { HouseKey } from './zh-Hans.ts';

/** The words of one feature. Its keys are known to the compiler, its texts to i18next. */
export type Vocabulary<Key extends string> = { readonly noun: string; readonly key?: Key };

export type Say<Key extends string> = (key: Key, facts?: Facts) => string;

/** Teaches the house the words of a feature: `features/<noun>/words.ts`. */
export function vocabulary<const Table extends Readonly<Record<string, Words>>>(
  noun: string,
  table: Table,
): Vocabulary<keyof Table & string> {
  for (const lang of langs) {
    const texts = Object.entries(table).map(([key, words]) => [key, words[lang]]);
    i18next.addResourceBundle(lang, noun, Object.fromEntries(texts));
  }
  return { noun };
}

/** `say('signIn.title')`: from the feature's words first, then from those of the house. */
export function useSay<Key extends string = never>(words?: Vocabulary<Key>): Say<Key | HouseKey> {
  const { t } = useTranslation(words ? [words.noun, HOUSE] : HOUSE, { nsMode: 'fallback' });
  return (key, facts) => t(key, { ...facts });
}

/** The same words outside of a page: for whoever looks at one and must know what it says. */
export function sayIn<Key extends string = never>(
  lang: Lang,
  words?: Vocabulary<Key>,
): Say<Key | HouseKey> {
  const t = i18next.getFixedT(lang, words ? [words.noun, HOUSE] : HOUSE);
  return (key, facts) => t(key, { ...facts });
}
