import { expect, it } from 'vitest';
import { serialsIn, wrongSerial } from './serials.ts';

it.each([
  ['K9A00000001\nK9A00000002', ['K9A00000001', 'K9A00000002']],
  [' k9a00000001,K9A00000001;\r\n', ['K9A00000001']],
  ['K9A00000001、K9A00000002', ['K9A00000001', 'K9A00000002']],
  ['', []],
])('reads %j', (text, serials) => {
  expect(serialsIn(text)).toEqual(serials);
});

it('names the line that is no serial number', () => {
  expect(wrongSerial(['K9A00000001', 'K9-1'])).toBe('K9-1');
  expect(wrongSerial(['K9A00000001'])).toBeUndefined();
});
