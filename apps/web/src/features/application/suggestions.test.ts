import { expect, it } from 'vitest';
import { suggestionFor } from './suggestions.ts';

const phone = '13800138000';

it.each([
  ['contact.phone', {}, phone],
  ['account.phone', { 'contact.phone': '13900139000' }, '13900139000'],
  ['account.name', { 'legal.name': 'A', 'licence.name': 'B' }, 'A'],
  ['account.name', { 'legal.name': 'A', 'licence.name': 'B', 'account.kind': 'corporate' }, 'B'],
  ['store.district', { 'legal.idNo': '310101198806180000' }, '310101'],
  ['store.district', { 'licence.uscc': '91440300MA00000000' }, '440300'],
  ['store.district', { 'legal.idNo': '31' }, undefined],
  ['legal.name', {}, undefined],
] as const)('%s of %j is %s', (path, values, suggestion) => {
  expect(suggestionFor(path, { values, phone })).toBe(suggestion);
});
