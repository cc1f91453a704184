import { describe, expect, it } from 'vitest';
import { isStale, pages } from './docs.ts';

describe('docs/generated', () => {
  it.each(pages())('$path is fresh: else run npm run docs', (page) => {
    expect(isStale(page)).toBe(false);
  });
});
