import type { Facts, WordKey } from '@kaitong/contract';
import { peopleOfMerchant, personById, type Person } from '#identity';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { insertMessage } from './store.ts';

/** One person, or everyone who acts for a merchant. */
type Recipient = { readonly userId: string } | { readonly merchantId: string };

export type Notice = {
  readonly to: Recipient;
  readonly key: WordKey;
  /** What fills the words. A fact that is a key of words itself is said in the reader's language. */
  readonly facts?: Facts;
  /** Where in the web it leads. */
  readonly link?: string;
};

/** Tells people something: in the app at once, and by SMS who has a phone. */
export async function notify(tx: Tx, ask: Ask, notice: Notice): Promise<void> {
  for (const person of await recipients(tx, notice.to)) {
    const id = newId('msg', ask.now);
    await insertMessage(tx, {
      id,
      person_id: person.id,
      key: notice.key,
      facts: notice.facts ?? {},
      link: notice.link ?? null,
      phone: null,
      body: null,
      sms: person.phone === null ? null : 'queued',
      attempts: 0,
      created_at: ask.now,
      delivered_at: null,
      read_at: null,
    });
    if (person.phone !== null) await enqueue(tx, 'messages.deliver', { messageId: id });
  }
}

async function recipients(tx: Tx, to: Recipient): Promise<readonly Person[]> {
  if ('merchantId' in to) return peopleOfMerchant(tx, to.merchantId);
  const person = await personById(tx, to.userId);
  return person ? [person] : [];
}
