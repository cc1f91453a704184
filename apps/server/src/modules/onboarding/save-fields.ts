import { binOf } from '#catalogue';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { lockToEdit } from './access.ts';
import { derivedValues, fieldsFor, type FieldEntry, type Value } from './dictionary.ts';
import { isRightKind, tidyValue } from './field-checks.ts';
import type { Application } from './model.ts';
import { phoneKey } from './open.ts';
import { sealValue } from './sealing.ts';
import { startPatience } from './stages.ts';
import { saveApplication } from './store.ts';

type Save = {
  readonly services: Services;
  readonly id: string;
  /** The version that was seen; an older one means that someone else saved since. */
  readonly version: number;
  readonly fields: Readonly<Record<string, Value | null>>;
};

/** Keeps what has been filled in so far, complete or not; not told on, since it changes no state. */
export async function saveFields(tx: Tx, ask: Ask, save: Save): Promise<Application> {
  const before = await lockToEdit(tx, ask, save.id);
  if (before.version !== save.version)
    throw refuse('onboarding.changedElsewhere', { version: before.version });
  const changed = Object.entries(save.fields).reduce(
    (application, [path, value]) => change(application, save.services, { path, value }),
    before,
  );
  const isDraft = before.status === 'draft';
  const after = {
    ...(await withBank(tx, changed, save)),
    version: before.version + 1,
    dueAt: isDraft ? await startPatience(tx, ask, { id: save.id, kind: 'draft' }) : before.dueAt,
    updatedAt: ask.now,
  };
  await saveApplication(tx, after);
  return after;
}

function change(
  application: Application,
  services: Services,
  { path, value }: { path: string; value: Value | null },
): Application {
  // What follows from the kind of merchant is shown like a field; a form may send it back as it is.
  if (derivedValues(application.subjectType, {})[path] === value) return application;
  const entry = fieldsFor(application.subjectType).find((one) => one.path === path);
  if (!entry) throw refuse('onboarding.unknownField', { path });
  if (value !== null && !isRightKind(entry.type, value))
    throw refuse('onboarding.wrongKind', { path });
  const tidy = value === null ? '' : tidyValue(entry.type, value);
  return withTitle(
    entry.sensitive === true
      ? changeSealed(application, services, { path, value: String(tidy) })
      : changePlain(application, entry, tidy),
  );
}

function changePlain(application: Application, { path }: FieldEntry, value: Value): Application {
  const { [path]: _old, ...others } = application.fields;
  return { ...application, fields: value === '' ? others : { ...others, [path]: value } };
}

function changeSealed(
  application: Application,
  services: Services,
  { path, value }: { path: string; value: string },
): Application {
  const { [path]: old, ...others } = application.sealed;
  // An agent sees only the mask; a form that sends it back unchanged must not overwrite the value.
  if (old && value === old.mask) return application;
  const place = { id: application.id, path, value };
  const sealed = value === '' ? others : { ...others, [path]: sealValue(services.keeper, place) };
  const isPhone = path === 'contact.phone';
  return {
    ...application,
    sealed,
    ...(isPhone ? { phoneKey: value === '' ? undefined : phoneKey(services, value) } : {}),
  };
}

function withTitle(application: Application): Application {
  const { 'merchant.shortName': short, 'licence.name': licence } = application.fields;
  return { ...application, title: String(short ?? licence ?? '') };
}

/** The number of a card says its bank: nobody has to type it. */
async function withBank(tx: Tx, application: Application, { fields }: Save): Promise<Application> {
  const number = fields['account.number'];
  if (typeof number !== 'string' || fields['account.bank'] !== undefined) return application;
  const bin = await binOf(tx, String(tidyValue('account', number)));
  if (!bin) return application;
  return {
    ...application,
    fields: { ...application.fields, 'account.bank': bin.bank['zh-Hans'] },
  };
}
