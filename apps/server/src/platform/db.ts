import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';

/**
 * The database without its tables: a store says which tables it owns with `withTables`, so no
 * module can even name the table of another.
 */
export type Db = Kysely<object>;
export type Tx = Transaction<object>;

const ATTEMPTS_MAX = 5;
const CONNECTIONS_MAX = 24;
const RETRYABLE = new Set(['40001', '40P01']); // serialization failure, deadlock
const INT8 = 20;
const DATE = 1082;

pg.types.setTypeParser(INT8, BigInt);
pg.types.setTypeParser(DATE, (day) => day); // a business day is not a moment

const open = new AsyncLocalStorage<true>();

export function connect(url: string): Db {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS_MAX });
  pool.on('error', () => {}); // an idle connection that dies is replaced; the next query tells
  return new Kysely<object>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * The only place that opens a transaction. Whoever receives a request calls it once; everyone below
 * takes the tx. A deadlock is retried, so `work` must do nothing but talk to the tx.
 */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (open.getStore()) throw new Error('transact inside transact: pass the tx down instead');
  for (let attempt = 1; ; attempt++) {
    try {
      return await open.run(true, async () => db.transaction().execute(work));
    } catch (error) {
      const retryable = error instanceof pg.DatabaseError && RETRYABLE.has(error.code ?? '');
      if (!retryable || attempt === ATTEMPTS_MAX) throw error;
    }
  }
}

/** Every network client calls this first: a row locked during a network call stops other tills. */
export function assertNoOpenTransaction(): void {
  if (open.getStore()) throw new Error('network call inside a transaction');
}

/** True for a unique violation, on the named constraint when one is given. */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  if (!(error instanceof pg.DatabaseError) || error.code !== '23505') return false;
  return constraint === undefined || error.constraint === constraint;
}
