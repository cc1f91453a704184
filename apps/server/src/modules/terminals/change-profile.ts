import type { api, BodyOf } from '@kaitong/contract';
import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { lockOwned } from './lock.ts';
import type { HostWish, TerminalProfile } from './profile/model.ts';
import { profileOf } from './read-profile.ts';
import { insertAsk, insertAskOfAll, removeAsk, saveProfile } from './profile/store.ts';

type Changes = BodyOf<typeof api.terminals.changeProfile>;

/** Changes what a terminal may do and is told; its next answer asks it to download or sign in. */
export async function changeProfile(
  tx: Tx,
  ask: Ask,
  { terminalId, changes }: { terminalId: string; changes: Changes },
): Promise<TerminalProfile> {
  const { merchant_id: merchantId } = await lockOwned(tx, ask, terminalId);
  const before = await profileOf(tx, terminalId);
  const { settings, ...rest } = changes;
  const after: TerminalProfile = {
    ...before,
    ...given(rest),
    settings: { ...before.settings, ...given(settings ?? {}) },
    version: before.version + 1,
  };
  await keep(tx, ask, { terminalId, after });
  if (settings !== undefined || changes.tmkSlot !== undefined)
    await insertAsk(tx, { terminal_id: terminalId, ask: '1', asked_at: ask.now });
  if (settings?.appVersion !== undefined)
    await insertAsk(tx, { terminal_id: terminalId, ask: '6', asked_at: ask.now });
  // Another MAC mode or another kind of keys begins with the next sign-in.
  if (changes.macMode !== undefined || changes.signInCodes !== undefined)
    await insertAsk(tx, { terminal_id: terminalId, ask: '3', asked_at: ask.now });
  await tell(tx, ask, {
    type: 'terminal.profileChanged',
    payload: { merchantId, terminalId, version: after.version },
  });
  return after;
}

/** A terminal that was activated by JSON speaks JSON, and the other way round. */
export async function setLine(
  tx: Tx,
  ask: Ask,
  { terminalId, line }: { terminalId: string; line: TerminalProfile['line'] },
): Promise<void> {
  const before = await profileOf(tx, terminalId);
  if (before.line === line) return;
  await keep(tx, ask, { terminalId, after: { ...before, line, version: before.version + 1 } });
}

/** A person wants something of one terminal: its next answer says so. */
export async function askTerminal(
  tx: Tx,
  ask: Ask,
  { terminalId, wish }: { terminalId: string; wish: HostWish },
): Promise<void> {
  const { merchant_id: merchantId } = await lockOwned(tx, ask, terminalId);
  await insertAsk(tx, { terminal_id: terminalId, ask: wish, asked_at: ask.now });
  await tell(tx, ask, { type: 'terminal.asked', payload: { merchantId, terminalId, ask: wish } });
}

/** What every terminal downloads has changed. */
export async function askAllTerminals(tx: Tx, ask: Ask, wish: HostWish): Promise<void> {
  await insertAskOfAll(tx, { ask: wish, at: ask.now });
}

/** The terminal did what it was asked for. */
export async function doneAsking(
  tx: Tx,
  _: Ask,
  { terminalId, wish }: { terminalId: string; wish: HostWish },
): Promise<void> {
  await removeAsk(tx, { terminalId, ask: wish });
}

async function keep(
  tx: Tx,
  ask: Ask,
  { terminalId, after }: { terminalId: string; after: TerminalProfile },
): Promise<void> {
  await saveProfile(tx, {
    terminal_id: terminalId,
    line: after.line,
    sign_in_codes: after.signInCodes,
    mac_mode: after.macMode,
    tmk_slot: after.tmkSlot,
    settings: after.settings,
    version: after.version,
    changed_at: ask.now,
  });
}

/** A partial shape may hold undefined; that is: as before. */
function given<T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const said = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
