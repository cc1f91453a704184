import { emit } from '#platform/events';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import type { KeyHolder } from './keys/model.ts';
import { removeAsk } from './profile/store.ts';
import { saveSignIn } from './store.ts';

/** A terminal signed in. Not in the audit chain: every terminal does it every day. */
export async function recordSignIn(tx: Tx, ask: Ask, holder: KeyHolder): Promise<void> {
  const { merchantId, terminalId } = holder;
  await saveSignIn(tx, { terminalId, at: ask.now });
  await removeAsk(tx, { terminalId, ask: '3' });
  await emit(tx, ask, { type: 'terminal.signedIn', payload: { merchantId, terminalId } });
}
