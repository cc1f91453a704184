import { tell } from '#audit';
import { mustSeeMerchant, type Ask } from '#platform/ask';
import { step } from '#platform/chart';
import type { Db, Tx } from '#platform/db';
import { newDigits, newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Keeper } from '#platform/secrets';
import { chart } from './chart.ts';
import { lockOwned } from './lock.ts';
import { CODE_DIGITS, CODE_TRIES_MAX, codeExpiry, mayAllowDownload, maySeeCode } from './model.ts';
import {
  insertCode,
  newestCode,
  terminalById,
  withdrawCodes,
  type ActivationCode,
} from './store.ts';

const PURPOSE = 'activation-code';

/** Makes a new activation code; an earlier one stops working at once. */
export async function issueCode(
  tx: Tx,
  ask: Ask,
  { terminalId, keeper }: { terminalId: string; keeper: Keeper },
) {
  const terminal = await lockOwned(tx, ask, terminalId);
  if (step(chart, terminal.status, {}, { type: 'bind' }) === undefined)
    throw refuse('terminals.notDelivered');
  const code = newDigits(CODE_DIGITS);
  const id = newId('act', ask.now);
  const row: ActivationCode = {
    id,
    merchant_id: terminal.merchant_id,
    terminal_id: terminalId,
    code_hash: codeHash(keeper, { id, code }),
    sealed: Buffer.from(keeper.seal(PURPOSE, code, id)),
    tries: 0,
    issued_at: ask.now,
    expires_at: codeExpiry(ask.now),
    used_at: null,
    used_key_hash: null,
    withdrawn_at: null,
    allows_download: mayAllowDownload(ask.by),
  };
  await withdrawCodes(tx, terminalId, ask.now);
  await insertCode(tx, row);
  await tell(tx, ask, {
    type: 'terminal.codeIssued',
    payload: { merchantId: terminal.merchant_id, terminalId },
  });
  return codeReply(ask, { row, keeper });
}

/** The open code, for the owner and the technician who stand before the terminal. */
export async function openCode(
  tx: Tx | Db,
  ask: Ask,
  { terminalId, keeper }: { terminalId: string; keeper: Keeper },
) {
  const terminal = await terminalById(tx, terminalId);
  if (!terminal?.merchant_id) throw refuse('request.notFound');
  mustSeeMerchant(ask, terminal.merchant_id);
  const row = await newestCode(tx, terminalId);
  if (!row || row.used_at !== null || row.expires_at <= ask.now) throw refuse('terminals.noCode');
  return codeReply(ask, { row, keeper });
}

export function codeHash(keeper: Keeper, { id, code }: { id: string; code: string }): string {
  return keeper.blind(PURPOSE, `${id}:${code}`);
}

function codeReply(ask: Ask, { row, keeper }: { row: ActivationCode; keeper: Keeper }) {
  const seen = maySeeCode(ask.by) && row.sealed !== null ? row.sealed : undefined;
  return {
    terminalId: row.terminal_id,
    issuedAt: row.issued_at,
    expiresAt: row.expires_at,
    triesLeft: CODE_TRIES_MAX - row.tries,
    ...(seen ? { code: Buffer.from(keeper.open(PURPOSE, seen, row.id)).toString('utf8') } : {}),
  };
}
