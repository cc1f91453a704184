import { isWordKey, subjectTypes } from '@kaitong/contract';
import { describe, expect, it } from 'vitest';
import { documents, fields } from './dictionary.data.ts';
import { dictionaryReply, documentPath, documentsFor, fieldsFor } from './dictionary.ts';
import { fitsPath, mayDecline, reasons } from './reasons.data.ts';

const paths = [
  ...fields.map(({ path }) => path),
  ...documents.map(({ kind }) => documentPath(kind)),
];

const count = (list: { required: boolean; when?: unknown }[]) =>
  list.filter(({ required, when }) => required && when === undefined).length;

describe('the dictionary', () => {
  it.each(subjectTypes)('has words for everything that it asks a %s', (of) => {
    const { groups, fields: asked, documents: papers } = dictionaryReply(of);
    const keys = [
      ...groups.map(({ label }) => label),
      ...asked.flatMap(({ label, choices }) => [label, ...choices.map((choice) => choice.label)]),
      ...papers.flatMap(({ label, hint }) => [label, hint]),
    ];
    expect(keys.filter((key) => !isWordKey(key))).toEqual([]);
  });

  it.each([
    ['individual', 18, 3],
    ['micro', 20, 3],
    ['sole_proprietor', 26, 6],
    ['enterprise', 30, 6],
  ] as const)('asks a %s for at most %i fields and %i documents', (of, fieldCount, paperCount) => {
    const must = dictionaryReply(of);
    expect(count(must.fields)).toBeLessThanOrEqual(fieldCount);
    expect(count(must.documents)).toBeLessThanOrEqual(paperCount);
  });

  it.each(subjectTypes)('asks a %s for nothing twice', (of) => {
    const asked = [
      ...fieldsFor(of).map(({ path }) => path),
      ...documentsFor(of).map(({ kind }) => documentPath(kind)),
    ];
    expect(asked.filter((path, at) => asked.indexOf(path) !== at)).toEqual([]);
  });

  it('looks only at values that there are', () => {
    const known = new Set<string>([...paths, 'business.special']);
    const looked = [...fields, ...documents].flatMap(({ when }) => when?.path ?? []);
    expect(looked.filter((path) => !known.has(path))).toEqual([]);
  });

  it('names a source for every entry', () => {
    expect([...fields, ...documents].filter(({ source }) => source === '')).toEqual([]);
  });
});

describe('the reasons', () => {
  it('are at least thirty, each once', () => {
    expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length);
    expect(reasons.length).toBeGreaterThanOrEqual(30);
  });

  it('are for paths that the dictionary has', () => {
    const lost = reasons
      .flatMap(({ on }) => on)
      .filter(
        (at) => !paths.some((path) => path === at || (at.endsWith('.') && path.startsWith(at))),
      );
    expect(lost).toEqual([]);
  });

  it('leave no reviewed path without one', () => {
    const reviewed = fields.filter((entry) => entry.reviewed !== false).map(({ path }) => path);
    const bare = [...reviewed, ...documents.map(({ kind }) => documentPath(kind))].filter(
      (path) => !reasons.some(({ code }) => fitsPath(code, path)),
    );
    expect(bare).toEqual([]);
  });

  it.each([
    ['DOC-05', 'documents.idFront', true],
    ['DOC-05', 'legal.name', false],
    ['ACC-01', 'account.name', true],
    ['CTX-08', 'legal.name', false],
    ['NO-01', 'legal.name', false],
  ])('%s for %s: %s', (code, path, fits) => {
    expect(fitsPath(code, path)).toBe(fits);
  });

  it.each([
    ['CTX-08', true],
    ['DOC-10', true],
    ['DOC-05', false],
    ['NO-01', false],
  ])('%s declines: %s', (code, declines) => {
    expect(mayDecline(code)).toBe(declines);
  });
});
