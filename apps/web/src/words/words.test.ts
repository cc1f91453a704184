import { langs } from '@kaitong/values';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { guessLang, HOUSE } from './language.ts';
import type { Vocabulary } from './say.ts';

const features = import.meta.glob<{ words: Vocabulary<string> }>('../features/*/words.ts', {
  eager: true,
});
const nouns = [HOUSE, ...Object.values(features).map(({ words }) => words.noun)];
const textsOf = (lang: string, noun: string) =>
  i18next.getResourceBundle(lang, noun) as Record<string, string>;
const factsIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();

describe.each(nouns)('the words of %s', (noun) => {
  it.each(langs)('are calm in %s', (lang) => {
    for (const text of Object.values(textsOf(lang, noun))) expect(text).not.toMatch(/[!!]/);
  });

  it('ask for the same facts in every language', () => {
    for (const [key, text] of Object.entries(textsOf('zh-Hans', noun)))
      for (const lang of langs)
        expect(factsIn(textsOf(lang, noun)[key] ?? ''), `${lang} ${key}`).toEqual(factsIn(text));
  });

  it('are written in Traditional signs where they should be', () => {
    // A handful of the commonest signs that differ finds a table that was copied.
    for (const text of Object.values(textsOf('zh-Hant', noun)))
      expect(text).not.toMatch(/[这们费码请没还进发时写对话终录过]/);
  });
});

describe('the first language', () => {
  it.each([
    [['zh-CN'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['zh-TW'], 'zh-Hant'],
    [['zh-Hant-HK'], 'zh-Hant'],
    [['zh-HK', 'en'], 'zh-Hant'],
    [['fr-FR', 'en-US'], 'en'],
    [['fr-FR'], 'zh-Hans'],
    [[], 'zh-Hans'],
  ] as const)('of a reader of %j is %s', (wanted, lang) => {
    expect(guessLang(wanted)).toBe(lang);
  });
});
