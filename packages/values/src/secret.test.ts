import { expect, it } from 'vitest';
import { secret } from './secret.ts';

const pin = secret('1234');

it('gives its value to who asks for it', () => {
  expect(pin.reveal()).toBe('1234');
});

it.each([
  ['a template', `pin ${pin as unknown as string}`],
  ['String()', String(pin)],
  ['JSON', JSON.stringify({ pin })],
  ['Node’s inspection', pin[Symbol.for('nodejs.util.inspect.custom') as never] as unknown],
  ['a list', [pin].join(',')],
  ['its properties', Object.entries(pin).join(',')],
])('shows nothing in %s', (_where, shown) => {
  const text = typeof shown === 'function' ? String(shown.call(pin)) : String(shown);
  expect(text).not.toContain('1234');
});
