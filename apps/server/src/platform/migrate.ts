import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';

const ONE_AT_A_TIME = 0x6b75; // an advisory lock: several processes may start together
const NAME = /^\d{4}_[a-z0-9_]+\.sql$/;

type Migration = { readonly name: string; readonly text: string; readonly sha256: string };

/** Brings the database up to what this program needs: first the queue's tables, then our own. */
export async function migrate(url: string, folder: URL): Promise<void> {
  const migrations = read(folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [ONE_AT_A_TIME]);
    await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) });
    await client.query(`create table if not exists schema_migration (
      name text primary key,
      sha256 text not null check (length(sha256) = 64),
      ran_at timestamptz not null default now()
    )`);
    for (const migration of await notYetRun(client, migrations)) await run(client, migration);
  } finally {
    await client.end(); // and with it goes the lock
  }
}

function read(folder: URL): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  for (const [place, name] of names.entries()) {
    if (!NAME.test(name)) throw new Error(`migration ${name} must be named like 0001_what.sql`);
    const next = names[place + 1];
    if (next?.slice(0, 4) === name.slice(0, 4))
      throw new Error(`${name} and ${next} have one number`);
  }
  return names.map((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
  });
}

/** A name that only the database knows is fine: a newer program ran here, and ours still works. */
async function notYetRun(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from schema_migration',
  );
  const ran = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
  const changed = migrations.find(({ name, sha256 }) => (ran.get(name) ?? sha256) !== sha256);
  if (changed) {
    throw new Error(
      `migration ${changed.name} was changed after it ran here: bring the old text back, and ` +
        'write the change as a new migration',
    );
  }
  return migrations.filter(({ name }) => !ran.has(name));
}

async function run(client: pg.Client, { name, text, sha256 }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(text);
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [
      name,
      sha256,
    ]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`migration ${name}${lineOf(text, cause)}: ${String(cause)}`, { cause });
  }
}

function lineOf(text: string, error: unknown): string {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  return position > 0 ? `, line ${text.slice(0, position).split('\n').length}` : '';
}
