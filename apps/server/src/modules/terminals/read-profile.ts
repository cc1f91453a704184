import type { Db, Tx } from '#platform/db';
import { FIRST_PROFILE, type ProfileReply, type TerminalProfile } from './profile/model.ts';
import { asksOf, profileRow } from './profile/store.ts';

/** The profile of a terminal; one that nobody changed has the first one. */
export async function profileOf(tx: Tx | Db, terminalId: string): Promise<TerminalProfile> {
  const row = await profileRow(tx, terminalId);
  if (!row) return FIRST_PROFILE;
  return {
    line: row.line,
    signInCodes: row.sign_in_codes,
    macMode: row.mac_mode,
    tmkSlot: row.tmk_slot,
    // A setting that came later has its first value in a row that was written earlier.
    settings: { ...FIRST_PROFILE.settings, ...row.settings },
    version: row.version,
  };
}

/** The profile for people, with what the terminal is still to do. */
export async function profileReply(tx: Tx | Db, terminalId: string): Promise<ProfileReply> {
  const row = await profileRow(tx, terminalId);
  const asks = await asksOf(tx, terminalId);
  return {
    terminalId,
    ...(await profileOf(tx, terminalId)),
    ...(row ? { changedAt: row.changed_at } : {}),
    asks: asks.map(({ ask, asked_at: since }) => ({ ask, since })),
  };
}
