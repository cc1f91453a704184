import type { ReplyOf, SubjectType, WordKey, api } from '@kaitong/contract';
import { documents, fields } from './dictionary.data.ts';

type Tail<Key, Head extends string> = Key extends `${Head}${infer Rest}` ? Rest : never;

/** Only what has words in every language can be a field or a document. */
type FieldPath = Tail<WordKey, 'onboarding.field.'>;
type DocumentKind = Tail<WordKey, 'onboarding.document.'>;

export type Value = string | boolean;
export type Values = Readonly<Record<string, Value>>;

/** The kinds of merchant by a letter; a capital: must be given, a small one: may be. */
export type Asked = string;

/** Holds when the other value is one of these; a value that is missing counts as `false`. */
export type Condition = { readonly path: string; readonly is: readonly Value[] };

export type FieldEntry = {
  readonly path: FieldPath;
  readonly type: FieldType;
  readonly asked: Asked;
  readonly max: number;
  readonly when?: Condition;
  readonly sensitive?: boolean;
  readonly reviewed?: boolean;
  readonly choices?: readonly string[];
  readonly source: string;
};

export type DocumentEntry = {
  readonly kind: DocumentKind;
  readonly asked: Asked;
  readonly when?: Condition;
  readonly files?: number;
  readonly source: string;
};

type Reply = ReplyOf<typeof api.onboarding.readDictionary>;
export type FieldType = Reply['fields'][number]['type'];

const LETTERS: Readonly<Record<SubjectType, string>> = {
  individual: 'I',
  micro: 'M',
  sole_proprietor: 'S',
  enterprise: 'E',
};

const mustGive = (asked: Asked, of: SubjectType): boolean => asked.includes(LETTERS[of]);
const mayGive = (asked: Asked, of: SubjectType): boolean =>
  asked.toUpperCase().includes(LETTERS[of]);

export function fieldsFor(of: SubjectType): FieldEntry[] {
  return fields.filter(({ asked }) => mayGive(asked, of));
}

export function documentsFor(of: SubjectType): DocumentEntry[] {
  return documents.filter(({ asked }) => mayGive(asked, of));
}

/** Whether the entry is wanted now, as far as the other values say. */
export function isAsked({ when }: { readonly when?: Condition }, values: Values): boolean {
  return when === undefined || when.is.includes(values[when.path] ?? false);
}

/** Whether the merchant can not go on without it. */
export function isRequired(
  entry: { readonly asked: Asked; readonly when?: Condition },
  { of, values }: { of: SubjectType; values: Values },
): boolean {
  return mustGive(entry.asked, of) && isAsked(entry, values);
}

/** What nobody types in, because the kind of merchant decides it. */
export function derivedValues(of: SubjectType, values: Values): Values {
  if (of === 'sole_proprietor') return values;
  return { ...values, 'account.kind': of === 'enterprise' ? 'corporate' : 'personal' };
}

export function documentPath(kind: string): string {
  return `documents.${kind}`;
}

const groupOf = (path: string): string => path.slice(0, path.indexOf('.'));

/** The dictionary of one kind of merchant, for a form that draws itself. */
export function dictionaryReply(of: SubjectType): Reply {
  const asked = fieldsFor(of);
  const groups = [...new Set(asked.map(({ path }) => groupOf(path)))];
  return {
    subjectType: of,
    groups: [...groups, 'documents'].map((id) => ({ id, label: `onboarding.group.${id}` })),
    fields: asked.map((entry) => ({
      path: entry.path,
      label: `onboarding.field.${entry.path}`,
      group: groupOf(entry.path),
      type: entry.type,
      required: mustGive(entry.asked, of),
      ...whenReply(entry),
      sensitive: entry.sensitive ?? false,
      reviewed: entry.reviewed ?? true,
      maxLength: entry.max,
      choices: (entry.choices ?? []).map((value) => ({
        value,
        label: `onboarding.choice.${entry.path}.${value}`,
      })),
      source: entry.source,
    })),
    documents: documentsFor(of).map((entry) => ({
      kind: entry.kind,
      path: documentPath(entry.kind),
      label: `onboarding.document.${entry.kind}`,
      hint: `onboarding.hint.${entry.kind}`,
      required: mustGive(entry.asked, of),
      ...whenReply(entry),
      filesMax: entry.files ?? 1,
      source: entry.source,
    })),
  };
}

function whenReply({ when }: { readonly when?: Condition }) {
  return when === undefined ? {} : { when: { path: when.path, is: [...when.is] } };
}
