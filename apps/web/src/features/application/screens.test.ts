import { expect, it } from 'vitest';
import type { Dictionary, DictionaryField } from './queries.ts';
import { firstOpen, screenOf, screensOf, troublesOn } from './screens.ts';

const field = (path: string, more: Partial<DictionaryField> = {}): DictionaryField => ({
  path,
  label: `onboarding.field.${path}`,
  group: path.split('.')[0] ?? '',
  type: 'text',
  required: true,
  sensitive: false,
  reviewed: true,
  maxLength: 40,
  choices: [],
  source: 'sample',
  ...more,
});

const dictionary: Dictionary = {
  subjectType: 'individual',
  groups: ['legal', 'ubo', 'order', 'documents'].map((id) => ({ id, label: id })),
  fields: [
    field('legal.name'),
    field('legal.idTo', { when: { path: 'legal.idLongTerm', is: [false] } }),
    field('ubo.name', { when: { path: 'ubo.legalIsOwner', is: [false] } }),
    field('order.planId', { type: 'plan' }),
  ],
  documents: [
    {
      kind: 'idFront',
      path: 'documents.idFront',
      label: 'onboarding.document.idFront',
      hint: '',
      required: true,
      filesMax: 1,
      source: 'sample',
    },
  ],
};
const todo = [{ path: 'documents.idFront', code: 'document', facts: {} }];

const ids = (values: Record<string, boolean>) =>
  screensOf(dictionary, { values, todo: [] }).map(({ id }) => id);
const paths = (values: Record<string, boolean>) =>
  screensOf(dictionary, { values, todo: [] })[0]?.fields.map(({ path }) => path);

it('makes a screen of each group with questions, then documents, then the review', () => {
  expect(ids({})).toEqual(['legal', 'ubo', 'order', 'documents', 'review']);
  expect(ids({ 'ubo.legalIsOwner': true })).toEqual(['legal', 'order', 'documents', 'review']);
});

it('asks for a field only while its condition holds', () => {
  expect(paths({})).toEqual(['legal.name', 'legal.idTo']);
  expect(paths({ 'legal.idLongTerm': true })).toEqual(['legal.name']);
});

it('asks for what the server waits for, whatever the condition', () => {
  const waits = [{ path: 'ubo.name', code: 'required', facts: {} }];
  const screens = screensOf(dictionary, { values: { 'ubo.legalIsOwner': true }, todo: waits });
  expect(screens.map(({ id }) => id)).toContain('ubo');
});

it('finds what is left and where', () => {
  const screens = screensOf(dictionary, { values: {}, todo });
  expect(firstOpen(screens, todo)).toBe('documents');
  expect(firstOpen(screens, [])).toBe('review');
  expect(screenOf('order.planId', screens)?.id).toBe('order');
  expect(screens.map((screen) => troublesOn(screen, todo).length)).toEqual([0, 0, 0, 1, 0]);
});
