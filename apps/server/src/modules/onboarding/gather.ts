import { word, type WordKey } from '@kaitong/contract';
import { dayOf } from '@kaitong/values';
import { binOf, mccByCode, modelById, planById } from '#catalogue';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import type { FieldError } from '#platform/refuse';
import type { Services } from '#platform/services';
import type { CheckFacts } from './checks.ts';
import type { Trouble } from './field-checks.ts';
import type { Application } from './model.ts';
import { wholeValues } from './sealing.ts';
import { documentsOf } from './store.ts';

/** Fetches everything that the checks of an application look at. */
export async function gather(
  tx: Tx,
  ask: Ask,
  { services, application }: { services: Services; application: Application },
): Promise<CheckFacts> {
  const values = wholeValues(services.keeper, application);
  const text = (path: string) => String(values[path] ?? '');
  const mcc = await mccByCode(tx, text('business.mcc'));
  const documents = await documentsOf(tx, application.id);
  return {
    subjectType: application.subjectType,
    values: { ...values, 'business.special': mcc?.special ?? false },
    kinds: documents.map(({ kind }) => kind),
    today: dayOf(ask.now),
    mcc,
    plan: await planById(tx, text('order.planId')),
    model: await modelById(tx, text('order.modelId')),
    bin: await binOf(tx, text('account.number')),
  };
}

/** Troubles as errors of a refusal: the same path as in the form, said in the caller's language. */
export function errorsOf(ask: Ask, troubles: readonly Trouble[]): FieldError[] {
  return troubles.map(({ path, code, facts }) => ({
    path,
    code,
    detail: word(ask.lang, `onboarding.check.${code}` as WordKey, facts),
  }));
}
