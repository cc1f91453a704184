import { describe, expect, it } from 'vitest';
import {
  evidenceFor,
  groupsOf,
  isChanged,
  nextOpen,
  reasonsFor,
  stepFrom,
  tallyOf,
} from './items.ts';
import type { Application, Dictionary, Reason } from './queries.ts';

const field = (path: string) => ({
  path,
  label: path,
  group: path.split('.')[0] ?? '',
  type: 'text' as const,
  required: true,
  sensitive: false,
  reviewed: true,
  maxLength: 60,
  choices: [],
  source: '',
});
const paper = (kind: string) => ({
  kind,
  path: `documents.${kind}`,
  label: kind,
  hint: '',
  required: true,
  filesMax: 1,
  source: '',
});
const file = (kind: string) => ({
  id: `fil_${kind}`,
  kind,
  name: `${kind}.jpg`,
  type: 'image/jpeg',
  size: 1,
  uploadedAt: new Date(0),
});
const dictionary: Dictionary = {
  subjectType: 'micro',
  groups: ['legal', 'account', 'order', 'documents'].map((id) => ({ id, label: id })),
  fields: ['legal.name', 'account.number', 'order.planId'].map(field),
  // A micro merchant is asked for the shop front in two cases.
  documents: ['idFront', 'bankCard', 'storeFront', 'storeFront'].map(paper),
};
const decision = (path: string, decided: 'open' | 'accept' | 'revise', carried = false) => ({
  path,
  decision: decided,
  carried,
});
const application = {
  fields: { 'legal.name': 'Zhang', 'account.number': '6200', 'order.planId': 'standard' },
  documents: [file('idFront'), file('bankCard'), file('storeFront')],
  checks: [{ code: 'bank', path: 'account.number', outcome: 'pass' as const, evidence: {} }],
  decisions: [
    decision('documents.idFront', 'accept', true),
    decision('legal.name', 'open'),
    decision('documents.bankCard', 'open'),
    decision('account.number', 'revise'),
    decision('documents.storeFront', 'open'),
  ],
} as unknown as Application;

const groups = groupsOf(application, dictionary);
const items = groups.flatMap((group) => group.items);
const itemAt = (path: string) => {
  const item = items.find((each) => each.path === path);
  if (!item) throw new Error(`no item ${path}`);
  return item;
};

describe('what is to be reviewed', () => {
  it('puts each paper before the fields that it proves, and what proves nothing last', () => {
    expect(groups.map(({ id, items: of }) => [id, ...of.map(({ path }) => path)])).toEqual([
      ['legal', 'documents.idFront', 'legal.name'],
      ['account', 'documents.bankCard', 'account.number'],
      ['order', 'order.planId'],
      ['documents', 'documents.storeFront'],
    ]);
  });

  it('shows the paper of a field', () => {
    expect(evidenceFor(itemAt('legal.name'), application.documents)?.kind).toBe('idFront');
    expect(evidenceFor(itemAt('account.number'), application.documents)?.kind).toBe('bankCard');
    expect(evidenceFor(itemAt('order.planId'), application.documents)).toBeUndefined();
  });

  it('counts only what somebody decides', () => {
    expect(tallyOf(items)).toEqual({ total: 5, done: 2, marked: 1 });
  });

  it.each([
    ['documents.idFront', 'legal.name'],
    ['legal.name', 'documents.bankCard'],
    ['documents.storeFront', 'legal.name'],
  ])('goes on from %s to %s', (from, to) => {
    expect(nextOpen(items, from)).toBe(to);
  });

  it.each([
    ['documents.idFront', -1, 'documents.idFront'],
    ['documents.idFront', 1, 'legal.name'],
    ['documents.storeFront', 1, 'documents.storeFront'],
    [undefined, 1, 'documents.idFront'],
  ] as const)('walks from %s by %d to %s', (from, way, to) => {
    expect(stepFrom(items, from, way)).toBe(to);
  });

  it('calls changed what was not carried over, and nothing in the first round', () => {
    expect(isChanged(itemAt('legal.name'), 2)).toBe(true);
    expect(isChanged(itemAt('documents.idFront'), 2)).toBe(false);
    expect(isChanged(itemAt('order.planId'), 2)).toBe(false);
    expect(isChanged(itemAt('legal.name'), 1)).toBe(false);
  });
});

const reason = (code: string, kind: Reason['kind'], on: string[]): Reason => {
  return { code, kind, label: code, on };
};

it('offers the reasons that fit a path, and none that decline', () => {
  const all = [
    reason('whole', 'R', ['legal.name']),
    reason('group', 'H', ['legal.']),
    reason('other', 'R', ['account.']),
    reason('over', 'D', ['legal.']),
  ];
  expect(reasonsFor(all, 'legal.name').map(({ code }) => code)).toEqual(['whole', 'group']);
});
