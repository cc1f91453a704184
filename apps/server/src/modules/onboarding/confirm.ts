import type { Facts, WordKey } from '@kaitong/contract';
import { assert } from '@kaitong/values';
import { tell } from '#audit';
import { createMerchant } from '#merchants';
import { personOf, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { lockToReview, next } from './access.ts';
import type { Application } from './model.ts';
import { merchantFrom } from './new-merchant.ts';
import { notifyOwner } from './notices.ts';
import { startStage, stopClocks } from './stages.ts';
import { saveApplication } from './store.ts';

/** The second person confirms: the merchant comes into being, or the application is declined. */
export async function confirm(
  tx: Tx,
  ask: Ask,
  { services, id }: { services: Services; id: string },
): Promise<Application> {
  const before = await lockToReview(tx, ask, id);
  const status = next(before, 'confirm');
  mustBeSecond(before, ask);
  await stopClocks(tx, ask, { id });
  const merchantId =
    status === 'to_be_signed'
      ? await makeMerchant(tx, ask, { services, application: before })
      : undefined;
  const after: Application = {
    ...before,
    status,
    merchantId,
    confirmedBy: personOf(ask).id,
    dueAt: undefined,
    overdue: false,
    updatedAt: ask.now,
  };
  await saveApplication(tx, after);
  await tellOutcome(tx, ask, after);
  return after;
}

async function makeMerchant(
  tx: Tx,
  ask: Ask,
  { services, application }: { services: Services; application: Application },
): Promise<string> {
  const wanted = merchantFrom(services.keeper, application);
  const { merchant_id } = await createMerchant(tx, ask, { services, wanted });
  return merchant_id;
}

async function tellOutcome(tx: Tx, ask: Ask, application: Application): Promise<void> {
  const { id: applicationId, merchantId, verdictReason } = application;
  if (merchantId !== undefined) {
    await tell(tx, ask, { type: 'application.approved', payload: { applicationId, merchantId } });
    return notifyOwner(tx, ask, { application, key: 'onboarding.sms.approved' });
  }
  assert(verdictReason !== undefined, 'who is declined is told why');
  const reason = `onboarding.reason.${verdictReason}` as WordKey;
  await tell(tx, ask, {
    type: 'application.declined',
    payload: { applicationId, reason: verdictReason },
  });
  // The reason is a key of words: it is said in the language of the merchant.
  const facts: Facts = { reason };
  return notifyOwner(tx, ask, { application, key: 'onboarding.sms.declined', facts });
}

/** The second person sees it otherwise: it goes back to the first, with a note. */
export async function overturn(
  tx: Tx,
  ask: Ask,
  { id, note }: { id: string; note: string },
): Promise<Application> {
  const before = await lockToReview(tx, ask, id);
  const status = next(before, 'overturn');
  mustBeSecond(before, ask);
  await stopClocks(tx, ask, { id });
  const after: Application = {
    ...before,
    status,
    verdict: undefined,
    verdictBy: undefined,
    verdictReason: undefined,
    verdictNote: note,
    dueAt: await startStage(tx, ask, { id, stage: 'review' }),
    overdue: false,
    updatedAt: ask.now,
  };
  await saveApplication(tx, after);
  await tell(tx, ask, { type: 'application.overturned', payload: { applicationId: id } });
  return after;
}

function mustBeSecond({ verdictBy }: Application, ask: Ask): void {
  if (verdictBy === personOf(ask).id) throw refuse('onboarding.samePerson');
}
