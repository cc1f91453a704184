import { beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '#platform/refuse';
import { callRoute } from '#testing/call';
import { testDatabase } from '#testing/database';
import { makeWorld, type World } from '#testing/world';
import { downloadsModule } from './index.ts';
import { checksumOf, keysOf, TABLES } from './model.ts';
import { tableOf } from './read-table.ts';
import { replaceTable } from './replace-table.ts';
import { routes } from './routes.ts';
import { sampleTables } from './tables.data.ts';

const test = testDatabase();
let world: World;
beforeAll(() => {
  world = makeWorld(test);
});

const replace = async (content: (typeof sampleTables)[number], after: number) =>
  world.transact(async (tx) =>
    replaceTable(tx, world.ask('admin'), { content, after, why: 'a test' }),
  );
const refusal = (code: string) => expect.objectContaining({ code }) as Refusal;

describe('the tables of the sandbox', () => {
  it('are all there, no row twice, and every key fits its checksum', () => {
    expect(sampleTables.map(({ table }) => table)).toEqual([...TABLES]);
    for (const content of sampleTables) {
      const keys = keysOf(content);
      expect(new Set(keys).size).toBe(keys.length);
      if (content.table !== 'caKeys') continue;
      expect(content.rows.map(checksumOf)).toEqual(content.rows.map(({ checksum }) => checksum));
    }
  });
});

describe('a table', () => {
  it('is empty until somebody puts one in, and keeps what it was', async () => {
    expect(await tableOf(test.db, 'blacklist')).toEqual({ version: 0, rows: [] });
    expect(await replace({ table: 'blacklist', rows: ['629999'] }, 0)).toMatchObject({
      version: 1,
    });
    await replace({ table: 'blacklist', rows: ['629998'] }, 1);
    expect(await tableOf(test.db, 'blacklist')).toEqual({ version: 2, rows: ['629998'] });
  });

  it('is replaced only by who read it as it is', async () => {
    await expect(replace({ table: 'blacklist', rows: [] }, 1)).rejects.toEqual(
      refusal('downloads.moved'),
    );
  });

  it('has no row twice, and no key that does not fit its checksum', async () => {
    await expect(replace({ table: 'noPinBins', rows: ['62', '62'] }, 0)).rejects.toEqual(
      refusal('downloads.twice'),
    );
    const [first] = sampleTables;
    if (first?.table !== 'caKeys') throw new Error('the keys stand first');
    const [key] = first.rows;
    if (!key) throw new Error('a key');
    const wrong = { ...key, index: key.index === 'FF' ? '00' : 'FF' };
    await expect(replace({ table: 'caKeys', rows: [wrong] }, 0)).rejects.toEqual(
      refusal('downloads.checksum'),
    );
  });

  it('is seeded once, and read through the contract', async () => {
    const { services } = world;
    await world.transact(async (tx) => downloadsModule.seed?.(tx, services));
    await world.transact(async (tx) => downloadsModule.seed?.(tx, services));
    const ask = world.ask('technician');
    const list = await callRoute<{ tables: { table: string; version: number; count: number }[] }>(
      world,
      routes(services),
      { at: 'GET /v1/downloads', ask },
    );
    const versions = list.tables.map(({ table, version }) => [table, version]);
    expect(versions).toEqual(TABLES.map((name) => [name, name === 'blacklist' ? 2 : 1]));
    const params = { id: 'caKeys' };
    const read = await callRoute<{ stamp: { by: string } }>(world, routes(services), {
      at: 'GET /v1/downloads/:id',
      ask,
      params,
    });
    expect(read.stamp.by).toBe('sandbox');
  });
});
