/** What a reviewer decides, in the order of reading: each paper, then the fields that it proves. */
import type { Application, Dictionary, Reason } from './queries.ts';

export type File = Application['documents'][number];
type Field = Dictionary['fields'][number];

export type Item = {
  readonly path: string;
  /** A word key. */
  readonly label: string;
  readonly group: string;
  readonly field?: Field;
  readonly value?: string | boolean;
  readonly files: readonly File[];
  readonly checks: Application['checks'];
  /** Absent where nobody decides: what the merchant merely chose. */
  readonly decision?: Application['decisions'][number];
};

export type Group = {
  readonly id: string;
  readonly label: string;
  readonly items: readonly Item[];
};

/** Which papers prove the fields of which group. */
const proves: Readonly<Record<string, string>> = {
  idFront: 'legal',
  idBack: 'legal',
  licence: 'licence',
  bankCard: 'account',
  accountPermit: 'account',
  storeFront: 'store',
  storeIndoor: 'store',
  cashierDesk: 'store',
  scenePhoto: 'store',
  premisesProof: 'store',
  qualification: 'business',
};

/** Fields that are read off a paper of another group. */
const readOff: Readonly<Record<string, string>> = {
  'merchant.shortName': 'storeFront',
  'merchant.receiptName': 'storeFront',
  'business.mcc': 'licence',
  'legal.name': 'idFront',
  'legal.idNo': 'idFront',
  'legal.idAddress': 'idFront',
  'legal.idFrom': 'idBack',
  'legal.idTo': 'idBack',
  'legal.idLongTerm': 'idBack',
};

export function groupsOf(application: Application, dictionary: Dictionary): Group[] {
  const items = itemsOf(application, dictionary);
  return dictionary.groups
    .map(({ id, label }) => ({ id, label, items: items.filter(({ group }) => group === id) }))
    .filter((group) => group.items.length > 0);
}

function itemsOf(application: Application, dictionary: Dictionary): Item[] {
  const { fields, documents, checks, decisions } = application;
  const known = dictionary.groups.map(({ id }) => id);
  const more = (path: string) => {
    const decision = decisions.find((each) => each.path === path);
    return {
      checks: checks.filter((check) => check.path === path),
      ...(decision ? { decision } : {}),
    };
  };
  const papers = dictionary.documents
    .map(({ path, label, kind }) => ({
      path,
      label,
      group: groupOfPaper(kind, known),
      files: documents.filter((file) => file.kind === kind),
      ...more(path),
    }))
    .filter(({ path, files }, at, all) => {
      // The dictionary names a paper once for each case in which it is asked for.
      return files.length > 0 && all.findIndex((each) => each.path === path) === at;
    });
  const given = dictionary.fields
    .filter(({ path }) => fields[path] !== undefined)
    .map((field): Item => {
      const { path, label, group } = field;
      return { path, label, group, field, value: fields[path] ?? '', files: [], ...more(path) };
    });
  return [...papers, ...given];
}

function groupOfPaper(kind: string, known: readonly string[]): string {
  const group = proves[kind] ?? 'documents';
  return known.includes(group) ? group : 'documents';
}

/** The paper to look at while one judges this item. */
export function evidenceFor(item: Item, files: readonly File[]): File | undefined {
  if (item.files.length > 0) return item.files[0];
  const kind = readOff[item.path];
  return (
    files.find((file) => file.kind === kind) ??
    files.find((file) => proves[file.kind] === item.group)
  );
}

/** New or other than at the last review. The first time nothing is. */
export function isChanged(item: Item, revision: number): boolean {
  return revision > 1 && item.decision !== undefined && !item.decision.carried;
}

export function isOpen({ decision }: Item): boolean {
  return decision?.decision === 'open';
}

/** Where the eye goes when this one is decided: the next open one, going round. */
export function nextOpen(items: readonly Item[], path: string): string {
  const at = items.findIndex((item) => item.path === path);
  const turned = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))];
  return turned.find(isOpen)?.path ?? path;
}

export function stepFrom(items: readonly Item[], path: string | undefined, way: 1 | -1) {
  const at = items.findIndex((item) => item.path === path);
  if (at < 0) return items[0]?.path;
  return items[Math.min(items.length - 1, Math.max(0, at + way))]?.path;
}

/** Reasons for which this may be sent back: the server refuses others. */
export function reasonsFor(reasons: readonly Reason[], path: string): Reason[] {
  return reasons.filter(
    ({ kind, on }) =>
      kind !== 'D' && on.some((at) => at === path || (at.endsWith('.') && path.startsWith(at))),
  );
}

export type Tally = { readonly total: number; readonly done: number; readonly marked: number };

export function tallyOf(items: readonly Item[]): Tally {
  const asked = items.filter(({ decision }) => decision !== undefined);
  return {
    total: asked.length,
    done: asked.filter((item) => !isOpen(item)).length,
    marked: asked.filter(({ decision }) => decision?.decision === 'revise').length,
  };
}
