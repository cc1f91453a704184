import { sql } from 'kysely';
import type { Db, Tx } from '#platform/db';
import type { HostWish, TerminalProfile } from './model.ts';

type Tables = {
  terminal_profile: {
    terminal_id: string;
    line: TerminalProfile['line'];
    sign_in_codes: TerminalProfile['signInCodes'];
    mac_mode: TerminalProfile['macMode'];
    tmk_slot: number;
    settings: TerminalProfile['settings'];
    version: number;
    changed_at: Date;
  };
  terminal_ask: { terminal_id: string; ask: HostWish; asked_at: Date };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type ProfileRow = Tables['terminal_profile'];
export type AskRow = Tables['terminal_ask'];

export async function profileRow(tx: Tx | Db, terminalId: string): Promise<ProfileRow | undefined> {
  return on(tx)
    .selectFrom('terminal_profile')
    .selectAll()
    .where('terminal_id', '=', terminalId)
    .executeTakeFirst();
}

export async function saveProfile(tx: Tx, row: ProfileRow): Promise<void> {
  const { terminal_id, ...rest } = row;
  const settings = sql<ProfileRow['settings']>`${JSON.stringify(rest.settings)}::jsonb`;
  await on(tx)
    .insertInto('terminal_profile')
    .values({ terminal_id, ...rest, settings })
    .onConflict((c) => c.column('terminal_id').doUpdateSet({ ...rest, settings }))
    .execute();
}

export async function removeProfile(tx: Tx, terminalId: string): Promise<void> {
  await on(tx).deleteFrom('terminal_profile').where('terminal_id', '=', terminalId).execute();
  await on(tx).deleteFrom('terminal_ask').where('terminal_id', '=', terminalId).execute();
}

/** Oldest first, as the terminal is told them. */
export async function asksOf(tx: Tx | Db, terminalId: string): Promise<AskRow[]> {
  return on(tx)
    .selectFrom('terminal_ask')
    .selectAll()
    .where('terminal_id', '=', terminalId)
    .orderBy('asked_at')
    .orderBy('ask')
    .execute();
}

export async function insertAsk(tx: Tx, row: AskRow): Promise<void> {
  await on(tx)
    .insertInto('terminal_ask')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute();
}

/** Every terminal under a binding is asked; one statement for the whole fleet. */
export async function insertAskOfAll(tx: Tx, { ask, at }: { ask: HostWish; at: Date }) {
  await sql`
    insert into terminal_ask (terminal_id, ask, asked_at)
    select terminal_id, ${ask}, ${at} from trade_gate
    on conflict do nothing`.execute(tx);
}

export async function removeAsk(
  tx: Tx,
  { terminalId, ask }: { terminalId: string; ask: HostWish },
): Promise<void> {
  await on(tx)
    .deleteFrom('terminal_ask')
    .where('terminal_id', '=', terminalId)
    .where('ask', '=', ask)
    .execute();
}
