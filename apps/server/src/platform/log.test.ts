import { expect, it } from 'vitest';
import { maskDigits } from './log.ts';

it.each([
  ['card 6222021234567890123 said no', 'card 622202…0123 said no'],
  ['id 31010119880618123X', 'id 310101…123X'],
  ['phone 13800138000 and amount 1234567', 'phone 13800138000 and amount 1234567'],
])('keeps no long run of digits whole: %s', (text, masked) => {
  expect(maskDigits(text)).toBe(masked);
});
