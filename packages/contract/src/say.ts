import type { Lang, Words } from '@kaitong/values';

export type WordTable = Readonly<Record<string, Words>>;
export type Facts = Readonly<Record<string, string | number>>;

/** Fills `{name}` from the facts; a missing fact stays visible as its name. */
export function fill(text: string, facts: Facts = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

export function speak(words: Words, lang: Lang, facts?: Facts): string {
  return fill(words[lang], facts);
}
