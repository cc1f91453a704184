import { expect, it } from 'vitest';
import { signInDoor } from './sign-in-door.ts';

it.each([
  ['/c', { back: '/c', as: 'staff' }],
  ['/c/payments?day=2026-01-02', { back: '/c/payments?day=2026-01-02', as: 'staff' }],
  ['/m/takings', { back: '/m/takings' }],
  ['/cards', { back: '/cards' }],
])('whoever wanted to see %s comes in by the right door', (href, door) => {
  expect(signInDoor(href)).toEqual(door);
});
