import { expect, it } from 'vitest';
import { shown, touchesSame, without } from './use-draft.ts';

it('shows one’s own writing on top of what the server has', () => {
  const fields = { 'legal.name': 'A', 'contact.email': 'a@example.com' };
  expect(shown(fields, { 'legal.name': 'B', 'contact.email': null })).toEqual({
    'legal.name': 'B',
  });
});

it('keeps what was written on while the save was under way', () => {
  const own = { 'legal.name': 'Chen Xiao', 'legal.idNo': '31' };
  expect(without(own, { 'legal.name': 'Chen', 'legal.idNo': '31' })).toEqual({
    'legal.name': 'Chen Xiao',
  });
});

it.each([
  [{ 'store.name': 'B' }, { 'store.name': 'A' }, { 'store.name': 'C' }, true],
  [{ 'store.name': 'B' }, { 'store.name': 'A' }, { 'store.name': 'B' }, false],
  [{ 'store.name': 'B' }, { 'store.name': 'A' }, { 'store.name': 'A', 'legal.name': 'X' }, false],
  [{ 'store.name': 'B' }, {}, { 'store.name': 'C' }, true],
] as const)('%j upon %j meets %j', (own, before, now, collides) => {
  expect(touchesSame(own, { before: { fields: before }, now: { fields: now } })).toBe(collides);
});
