import pg from 'pg';
import { CannotStart } from './cannot-start.ts';

const CONNECT_MAX_ms = 5_000;
const VERSION_MIN = 15;

/** Makes sure that the database of `DATABASE_URL` answers and is one that Kaitong can work with. */
export async function reachDatabase(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MAX_ms,
  });
  client.on('error', () => {}); // the query below says it
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; encoding: string }>(
      `select current_setting('server_version') as version,
         current_setting('server_encoding') as encoding`,
    );
    const [found] = rows;
    if (!found || Number.parseInt(found.version, 10) < VERSION_MIN) {
      throw unfit(`is PostgreSQL ${found?.version}; Kaitong needs ${VERSION_MIN} or later`);
    }
    if (found.encoding !== 'UTF8') throw unfit(`keeps text as ${found.encoding}, not UTF8`);
  } catch (cause) {
    if (cause instanceof CannotStart) throw cause;
    throw new CannotStart(
      `The database ${nameOf(url)} can not be reached (${reasonOf(cause)}): check DATABASE_URL, or ` +
        'leave it out to use the embedded PostgreSQL.',
      { cause },
    );
  } finally {
    await client.end().catch(() => {});
  }
}

function unfit(why: string): CannotStart {
  return new CannotStart(`The database of DATABASE_URL ${why}.`);
}

/** Without user and password. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${decodeURIComponent(host)}${pathname}`;
}

// Several addresses of one host fail together, with an empty message and a code.
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === '' && 'code' in error ? String(error.code) : error.message;
}
