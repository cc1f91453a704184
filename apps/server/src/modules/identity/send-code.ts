import { word } from '@kaitong/contract';
import type { Lang } from '@kaitong/values';
import type { Ask } from '#platform/ask';
import { transact, type Tx } from '#platform/db';
import { newDigits, newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { CODE_MINUTES, CODES_PER_HOUR_MAX, minutesAfter, type CodePurpose } from './model.ts';
import { closeCodes, codeById, countCodesSince, forgetCode, insertCode } from './store.ts';

const CODE_DIGITS = 6;
const SEAL = 'one-time-code';

/** Sends a one-time code; it lies sealed until the SMS is sent, then only its keyed hash is kept. */
export async function sendCode(
  tx: Tx,
  ask: Ask,
  { services, phone, purpose }: { services: Services; phone: string; purpose: CodePurpose },
): Promise<{ expiresAt: Date }> {
  if ((await countCodesSince(tx, phone, minutesAfter(ask.now, -60))) >= CODES_PER_HOUR_MAX)
    throw refuse('code.tooMany', { minutes: 60 });
  const code = newDigits(CODE_DIGITS);
  const id = newId('otc', ask.now);
  const expiresAt = minutesAfter(ask.now, CODE_MINUTES);
  await closeCodes(tx, { phone, purpose, now: ask.now });
  await insertCode(tx, {
    id,
    phone,
    purpose,
    code_hash: services.keeper.blind(SEAL, `${id}:${code}`),
    sealed: Buffer.from(services.keeper.seal(SEAL, code, id)),
    tries: 0,
    created_at: ask.now,
    expires_at: expiresAt,
    used_at: null,
  });
  await enqueue(tx, 'identity.sendCode', { id, lang: ask.lang });
  return { expiresAt };
}

/** The SMS itself, after the commit. */
export async function deliverCode(
  services: Services,
  { id, lang }: { id: string; lang: Lang },
): Promise<void> {
  const sent = await codeById(services.db, id);
  if (!sent || sent.sealed === null) return;
  const code = Buffer.from(services.keeper.open(SEAL, sent.sealed, id)).toString('utf8');
  const text = word(lang, `identity.sms.${sent.purpose}`, { code });
  await services.connectors.sms.send({ id, phone: sent.phone, text });
  await transact(services.db, async (tx) => forgetCode(tx, id));
}
