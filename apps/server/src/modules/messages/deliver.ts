import type { WordKey } from '@kaitong/contract';
import { tell } from '#audit';
import { OutsideRefusal } from '#connectors/outside';
import { personById } from '#identity';
import { systemAsk } from '#platform/ask';
import { stepOr } from '#platform/chart';
import { transact, type Db } from '#platform/db';
import type { Services } from '#platform/services';
import { chart } from './chart.ts';
import { SMS_ATTEMPTS_MAX, smsOf } from './model.ts';
import { lockMessage, messageById, saveDelivery, type Message } from './store.ts';

/** Takes one message to its phone. The runner calls again after a failure, until it is given up. */
export async function deliver(
  services: Services,
  { messageId }: { messageId: string },
): Promise<void> {
  const message = await messageById(services.db, messageId);
  if (message?.sms !== 'queued') return;
  const sms = await addressed(services.db, message);
  try {
    if (!sms) throw new OutsideRefusal('nobody to send it to');
    await services.connectors.sms.send({ id: messageId, ...sms });
  } catch (error) {
    const isLast = error instanceof OutsideRefusal || message.attempts + 1 >= SMS_ATTEMPTS_MAX;
    await record(services, messageId, isLast ? 'giveUp' : 'tryAgain');
    if (isLast) return;
    throw error;
  }
  await record(services, messageId, 'deliver');
}

async function addressed(
  db: Db,
  message: Message,
): Promise<{ phone: string; text: string } | undefined> {
  if (message.phone !== null && message.body !== null)
    return { phone: message.phone, text: message.body };
  const person = message.person_id === null ? undefined : await personById(db, message.person_id);
  if (!person || person.phone === null || message.key === null) return undefined;
  return { phone: person.phone, text: smsOf(person.lang, message.key as WordKey, message.facts) };
}

async function record(
  { db, clock }: Services,
  id: string,
  outcome: 'deliver' | 'giveUp' | 'tryAgain',
): Promise<void> {
  await transact(db, async (tx) => {
    const before = await lockMessage(tx, id);
    if (before?.sms !== 'queued') return;
    const attempts = before.attempts + 1;
    if (outcome === 'tryAgain') return saveDelivery(tx, { ...before, attempts });
    const from = { status: before.sms, refusal: 'request.notFound' as const };
    const sms = stepOr(chart, from, { type: outcome });
    const now = clock.now();
    const delivered_at = sms === 'delivered' ? now : null;
    await saveDelivery(tx, { ...before, sms, attempts, delivered_at, body: null });
    if (sms === 'failed')
      await tell(tx, systemAsk('messages', now), {
        type: 'message.failed',
        payload: { messageId: id },
      });
  });
}
