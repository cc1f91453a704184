/** What a person can mend: said in their language, without a stack. */
import type { Lang } from '@kaitong/values';
import { say, type Word } from './words.ts';

export class Trouble extends Error {
  override name = 'Trouble';
  readonly word: Word;
  readonly facts: Readonly<Record<string, string>>;

  constructor(word: Word, facts: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(say('en', word, facts), options);
    this.word = word;
    this.facts = facts;
  }

  in(lang: Lang): string {
    return say(lang, this.word, this.facts);
  }
}
