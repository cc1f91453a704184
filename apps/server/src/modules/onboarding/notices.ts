import type { Facts, WordKey } from '@kaitong/contract';
import { dayOf } from '@kaitong/values';
import { notify } from '#messages';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import type { Application } from './model.ts';

type Sms = Extract<WordKey, `onboarding.sms.${string}`>;

/** Tells the merchant how the application stands, in the app and by SMS. */
export async function notifyOwner(
  tx: Tx,
  ask: Ask,
  { application, key, facts = {} }: { application: Application; key: Sms; facts?: Facts },
): Promise<void> {
  if (application.ownerId === undefined) return;
  const { number, dueAt } = application;
  await notify(tx, ask, {
    to: { userId: application.ownerId },
    key,
    facts: { number, ...(dueAt ? { due: dayOf(dueAt) } : {}), ...facts },
    link: `/applications/${application.id}`,
  });
}
