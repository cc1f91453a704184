import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { insertMessage } from './store.ts';

/** Sends a text to a phone, whoever it belongs to. What is kept of it is only that it was sent. */
export async function sendText(
  tx: Tx,
  ask: Ask,
  { phone, text }: { phone: string; text: string },
): Promise<{ messageId: string }> {
  const id = newId('msg', ask.now);
  await insertMessage(tx, {
    id,
    person_id: null,
    key: null,
    facts: {},
    link: null,
    phone,
    body: text,
    sms: 'queued',
    attempts: 0,
    created_at: ask.now,
    delivered_at: null,
    read_at: null,
  });
  await enqueue(tx, 'messages.deliver', { messageId: id });
  return { messageId: id };
}
