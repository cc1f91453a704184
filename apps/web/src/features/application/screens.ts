/** Which screens an application has, and what is asked on each: as the dictionary of the server says. */
import type {
  Application,
  Dictionary,
  DictionaryDocument,
  DictionaryField,
  Fields,
} from './queries.ts';

export const DOCUMENTS = 'documents';
export const REVIEW = 'review';

export type Screen = {
  readonly id: string;
  /** A word key; absent for the last screen. */
  readonly label?: string;
  readonly fields: readonly DictionaryField[];
  readonly documents: readonly DictionaryDocument[];
};

export type Trouble = Application['todo'][number];

type Filled = { readonly values: Fields; readonly todo: readonly Trouble[] };

/** One group of questions a screen, then the documents, then the look at everything. */
export function screensOf(dictionary: Dictionary, filled: Filled): Screen[] {
  const groups = dictionary.groups
    .filter(({ id }) => id !== DOCUMENTS)
    .map(({ id, label }) => ({ id, label, fields: askedIn(dictionary, id, filled) }))
    .filter(({ fields }) => fields.length > 0)
    .map((group) => ({ ...group, documents: [] }));
  const documents = dictionary.documents.filter((document) => isAsked(document, filled));
  const papers = { id: DOCUMENTS, label: 'onboarding.group.documents', fields: [], documents };
  return [
    ...groups,
    ...(documents.length > 0 ? [papers] : []),
    { id: REVIEW, fields: [], documents: [] },
  ];
}

function askedIn({ fields }: Dictionary, group: string, filled: Filled): DictionaryField[] {
  return fields.filter((field) => field.group === group && isAsked(field, filled));
}

/** By its condition, or because the server waits for it: some values only the server derives. */
function isAsked(
  { path, when }: DictionaryField | DictionaryDocument,
  { values, todo }: Filled,
): boolean {
  return holds(when, values) || todo.some((trouble) => trouble.path === path);
}

function holds(when: DictionaryField['when'], values: Fields): boolean {
  if (when === undefined) return true;
  // A box that was never ticked is not ticked.
  const value = values[when.path] ?? false;
  return when.is.includes(value);
}

/** What is still wrong on one screen. */
export function troublesOn(screen: Screen, todo: readonly Trouble[]): Trouble[] {
  const paths = new Set([...screen.fields, ...screen.documents].map(({ path }) => path));
  return todo.filter(({ path }) => paths.has(path));
}

/** The screen on which a path is asked for. */
export function screenOf(path: string, screens: readonly Screen[]): Screen | undefined {
  return screens.find(({ fields, documents }) =>
    [...fields, ...documents].some((asked) => asked.path === path),
  );
}

/** Where one goes on after a pause: the first screen with something left to do. */
export function firstOpen(screens: readonly Screen[], todo: readonly Trouble[]): string {
  return screens.find((screen) => troublesOn(screen, todo).length > 0)?.id ?? REVIEW;
}
