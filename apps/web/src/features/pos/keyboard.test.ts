import { expect, it } from 'vitest';
import { keyOf } from './keyboard.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

it.each([
  ['5', 'BODY', '5'],
  ['5', 'BUTTON', '5'],
  ['Enter', 'H1', 'enter'],
  ['Escape', 'BUTTON', 'cancel'],
  ['Backspace', 'BODY', 'clear'],
  // What has the focus keeps its own keys.
  ['Enter', 'BUTTON', undefined],
  ['Enter', 'A', undefined],
  ['5', 'INPUT', undefined],
  ['x', 'BODY', undefined],
] as const)('%s on %s presses %s', (key, tagName, pressed) => {
  expect(keyOf({ ...plain, key }, { tagName })).toBe(pressed);
});

it('leaves what the browser wants for itself', () => {
  expect(keyOf({ ...plain, ctrlKey: true, key: '1' }, null)).toBeUndefined();
});
