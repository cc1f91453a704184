import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import type { TerminalStatus } from './model.ts';
import { seen } from './seen.ts';
import { saveStatus } from './store.ts';

type Said = {
  readonly merchantId: string;
  readonly terminalId: string;
  readonly status: TerminalStatus;
};

/** Keeps what a terminal says of its parts; only the last word counts. */
export async function keepStatus(
  tx: Tx,
  ask: Ask,
  { merchantId, terminalId, status }: Said,
): Promise<void> {
  await seen(tx, ask, { merchantId, terminalId, by: 'status' });
  const { parts, parameters } = status;
  await saveStatus(tx, {
    terminal_id: terminalId,
    merchant_id: merchantId,
    parts,
    parameters,
    at: ask.now,
  });
}
