import { langs } from '@kaitong/values';
import { describe, expect, it } from 'vitest';
import { sayIn } from './narrator.ts';
import { words, type StoryWord } from './words.ts';

const keys = Object.keys(words) as StoryWord[];

describe('the words of the story', () => {
  it('say something in three languages', () => {
    const silent = keys.filter((key) => langs.some((lang) => words[key][lang].trim() === ''));
    expect(silent).toEqual([]);
  });

  it('have the same facts in three languages', () => {
    const different = keys.filter(
      (key) => new Set(langs.map((lang) => factsIn(words[key][lang]))).size > 1,
    );
    expect(different).toEqual([]);
  });

  it('have a name for each step and for the ending', () => {
    const steps = keys.filter((key) => key.startsWith('step.'));
    expect(steps).toHaveLength(11);
  });

  it('are filled with facts', () => {
    expect(sayIn('en')('support.opened', { number: 'T-1' })).toBe('opens ticket T-1');
    expect(sayIn('zh-Hant')('step.3')).toBe('審核');
  });
});

function factsIn(text: string): string {
  return [...text.matchAll(/\{\w+\}/g)].map(String).toSorted().join();
}
