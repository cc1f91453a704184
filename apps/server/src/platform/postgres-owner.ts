import pg from 'pg';

export type Listen = { readonly host: string; readonly port: number; readonly password: string };

export const USER = 'kaitong';
const OWNER_LOCK = 0x6b74; // "kt"
const CONNECT_MAX_ms = 3_000;
// PostgreSQL lets go of a killed owner's lock only when its server process sees that the line is dead.
const LET_GO_MAX_ms = 3_000;
const LOCK_NOT_AVAILABLE = '55P03';

export function urlOf({ host, port, password }: Listen, database: string): string {
  return `postgres://${USER}:${password}@${encodeURIComponent(host)}:${port}/${database}`;
}

/** The connection whose lock says for as long as we live that this cluster has an owner. */
export async function own(listen: Listen): Promise<pg.Client> {
  const client = clientOf(listen);
  await client.connect();
  const { rows } = await client.query('select pg_try_advisory_lock($1) as got', [OWNER_LOCK]);
  if (rows[0]?.got !== true) throw new Error('a new cluster can not have an owner yet');
  return client;
}

export async function isOwned(listen: Listen): Promise<boolean> {
  const client = clientOf(listen);
  try {
    await client.connect();
    await client.query(`set lock_timeout = ${LET_GO_MAX_ms}`);
    await client.query('select pg_advisory_lock($1)', [OWNER_LOCK]);
    return false;
  } catch (error) {
    // Any other trouble: it does not answer, so nobody works with it.
    return error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE;
  } finally {
    await client.end().catch(() => {});
  }
}

function clientOf(listen: Listen): pg.Client {
  const client = new pg.Client({
    connectionString: urlOf(listen, 'postgres'),
    connectionTimeoutMillis: CONNECT_MAX_ms,
    application_name: 'kaitong owner',
  });
  client.on('error', () => {}); // PostgreSQL went away; whoever needs it will say so
  return client;
}
