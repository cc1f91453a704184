import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { lockFor, next } from './access.ts';
import type { Application } from './model.ts';
import { notifyOwner } from './notices.ts';
import { stopClocks } from './stages.ts';
import { saveApplication } from './store.ts';

/** Ends the application at the wish of the merchant, while there is no merchant number yet. */
export async function withdraw(tx: Tx, ask: Ask, id: string): Promise<Application> {
  const before = await lockFor(tx, ask, id);
  const status = next(before, 'withdraw');
  await stopClocks(tx, ask, { id });
  const after = { ...before, status, dueAt: undefined, overdue: false, updatedAt: ask.now };
  await saveApplication(tx, after);
  await tell(tx, ask, { type: 'application.withdrawn', payload: { applicationId: id } });
  await notifyOwner(tx, ask, { application: after, key: 'onboarding.sms.withdrawn' });
  return after;
}
