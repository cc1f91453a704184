import { expect, it } from 'vitest';
import { toGb18030 } from './gb18030.ts';

const back = (bytes: Uint8Array) => new TextDecoder('gb18030').decode(bytes);

it('writes Chinese and ASCII, and is read back the same', () => {
  for (const text of ['青禾小吃', 'Kaitong 开通 88', '繁體字樣', '']) {
    expect(back(toGb18030(text, 40))).toBe(text);
  }
});

it('cuts between characters', () => {
  expect(back(toGb18030('青禾小吃', 7))).toBe('青禾小');
});

it('has a question mark for what terminals have no sign for', () => {
  expect(back(toGb18030('茶🍵', 40))).toBe('茶?');
});
