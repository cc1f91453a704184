import { maskId, maskName, maskPan, maskPhone } from '@kaitong/values';
import type { Keeper } from '#platform/secrets';
import { fields } from './dictionary.data.ts';
import { derivedValues, documentPath, type Value, type Values } from './dictionary.ts';
import type { Application, AttachedDocument, SealedValue } from './model.ts';

const SEAL = 'application-field';
const COMPARE = 'application-value';

const SENSITIVE: ReadonlyMap<string, string> = new Map(
  fields.filter(({ sensitive }) => sensitive).map(({ path, type }) => [path, type]),
);

/** Seals a value for its place; elsewhere it does not open. */
export function sealValue(
  keeper: Keeper,
  { id, path, value }: { id: string; path: string; value: string },
): SealedValue {
  return {
    sealed: Buffer.from(keeper.seal(SEAL, value, `${id}:${path}`)).toString('base64'),
    mask: maskOf(path, value),
    key: compareKey(keeper, value),
  };
}

const MASKS: Readonly<Record<string, (value: string) => string>> = {
  idNo: maskId,
  account: maskPan,
  phone: maskPhone,
  email: (value) => value.replace(/^(.).*(@.*)$/, '$1***$2'),
};

function maskOf(path: string, value: string): string {
  const mask = MASKS[SENSITIVE.get(path) ?? ''] ?? maskName;
  return mask(value);
}

/** All values whole, and those that follow from them: for checks and for those who may see them. */
export function wholeValues(keeper: Keeper, application: Application): Values {
  const { id, fields: plain, sealed, subjectType } = application;
  const opened = Object.entries(sealed).map(([path, value]): [string, Value] => [
    path,
    Buffer.from(keeper.open(SEAL, Buffer.from(value.sealed, 'base64'), `${id}:${path}`)).toString(
      'utf8',
    ),
  ]);
  return derivedValues(subjectType, { ...plain, ...Object.fromEntries(opened) });
}

/** As everyone else sees them. */
export function maskedValues({ fields: plain, sealed, subjectType }: Application): Values {
  const masks = Object.entries(sealed).map(([path, { mask }]): [string, Value] => [path, mask]);
  return derivedValues(subjectType, { ...plain, ...Object.fromEntries(masks) });
}

const compareKey = (keeper: Keeper, value: Value): string => keeper.blind(COMPARE, String(value));

/** What a decision was about, so that a later change is seen without keeping the value. */
export function valueKeys(
  keeper: Keeper,
  application: Application,
  documents: readonly AttachedDocument[],
): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [path, value] of Object.entries(application.fields))
    keys.set(path, compareKey(keeper, value));
  for (const [path, { key }] of Object.entries(application.sealed)) keys.set(path, key);
  for (const kind of new Set(documents.map((one) => one.kind))) {
    const ids = documents.filter((one) => one.kind === kind).map(({ fileId }) => fileId);
    keys.set(documentPath(kind), compareKey(keeper, ids.toSorted().join(' ')));
  }
  return keys;
}
