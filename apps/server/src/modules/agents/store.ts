import { sql } from 'kysely';
import type { Day } from '@kaitong/values';
import type { Db, Tx } from '#platform/db';
import type { Agent } from './model.ts';

type Tables = {
  agent: {
    id: string;
    code: string;
    person_id: string;
    name: string;
    provider_id: string;
    authorisation_no: string;
    filing_no: string;
    filing: Agent['filing'];
    territory: readonly string[];
    valid_to: Day;
    status: Agent['status'];
    reason: string | null;
    created_at: Date;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

function fromRow(row: Tables['agent']): Agent {
  return {
    id: row.id,
    code: row.code,
    personId: row.person_id,
    name: row.name,
    providerId: row.provider_id,
    authorisationNo: row.authorisation_no,
    filingNo: row.filing_no,
    filing: row.filing,
    territory: row.territory,
    validTo: row.valid_to,
    status: row.status,
    ...(row.reason === null ? {} : { reason: row.reason }),
    createdAt: row.created_at,
  };
}

export async function nextCode(tx: Tx): Promise<string> {
  const { rows } = await sql<{ next: bigint }>`select nextval('agent_code') as next`.execute(tx);
  return `A${rows[0]?.next}`;
}

export async function insertAgent(tx: Tx, agent: Agent): Promise<void> {
  await on(tx)
    .insertInto('agent')
    .values({
      id: agent.id,
      code: agent.code,
      person_id: agent.personId,
      name: agent.name,
      provider_id: agent.providerId,
      authorisation_no: agent.authorisationNo,
      filing_no: agent.filingNo,
      filing: agent.filing,
      territory: agent.territory,
      valid_to: agent.validTo,
      status: agent.status,
      reason: agent.reason ?? null,
      created_at: agent.createdAt,
    })
    .execute();
}

export async function lockAgent(tx: Tx, id: string): Promise<Agent | undefined> {
  const query = on(tx).selectFrom('agent').selectAll().where('id', '=', id).forUpdate();
  const row = await query.executeTakeFirst();
  return row && fromRow(row);
}

export async function agentByCode(tx: Tx | Db, code: string): Promise<Agent | undefined> {
  const query = on(tx).selectFrom('agent').selectAll().where('code', '=', code);
  const row = await query.executeTakeFirst();
  return row && fromRow(row);
}

export async function agentOfPerson(tx: Tx | Db, personId: string): Promise<Agent | undefined> {
  const query = on(tx).selectFrom('agent').selectAll().where('person_id', '=', personId);
  const row = await query.executeTakeFirst();
  return row && fromRow(row);
}

export async function pageOfAgents(
  tx: Tx | Db,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<Agent[]> {
  let query = on(tx).selectFrom('agent').selectAll().orderBy('id', 'desc').limit(limit);
  if (after !== undefined) query = query.where('id', '<', after);
  return (await query.execute()).map(fromRow);
}

export async function saveStatus(
  tx: Tx,
  { id, status, reason }: { id: string; status: Agent['status']; reason: string | undefined },
): Promise<void> {
  await on(tx)
    .updateTable('agent')
    .set({ status, reason: reason ?? null })
    .where('id', '=', id)
    .execute();
}
