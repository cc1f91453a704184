import type { Ask } from '#platform/ask';
import { transact, type Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { CODE_TRIES_MAX, type CodePurpose } from './model.ts';
import { lockOpenCode, saveCode } from './store.ts';

type Claim = { readonly phone: string; readonly purpose: CodePurpose; readonly code: string };
type Verdict =
  | { kind: 'right'; codeId: string }
  | { kind: 'wrong'; left: number }
  | { kind: 'expired' };

/**
 * Checks and uses up a one-time code, in a transaction of its own: a wrong guess must stay counted
 * when the request is refused. So call it before the transaction of what the code allows.
 */
export async function verifyCode(
  services: Services,
  { now }: Ask,
  claim: Claim,
): Promise<{ codeId: string }> {
  const verdict = await transact(services.db, async (tx) => judge(tx, { services, now, claim }));
  if (verdict.kind === 'right') return { codeId: verdict.codeId };
  if (verdict.kind === 'wrong') throw refuse('code.wrong', { left: verdict.left });
  throw refuse('code.expired');
}

async function judge(
  tx: Tx,
  { services, now, claim }: { services: Services; now: Date; claim: Claim },
): Promise<Verdict> {
  const sent = await lockOpenCode(tx, { phone: claim.phone, purpose: claim.purpose, now });
  if (!sent || sent.tries >= CODE_TRIES_MAX) return { kind: 'expired' };
  const tries = sent.tries + 1;
  if (services.keeper.blind('one-time-code', `${sent.id}:${claim.code}`) === sent.code_hash) {
    await saveCode(tx, { id: sent.id, tries, used_at: now });
    return { kind: 'right', codeId: sent.id };
  }
  await saveCode(tx, { id: sent.id, tries, used_at: null });
  return { kind: 'wrong', left: CODE_TRIES_MAX - tries };
}
