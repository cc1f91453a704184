import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '#testing/database';
import { testFolder } from '#testing/folder';
import { migrate } from './migrate.ts';

const test = testDatabase();

function folderOf(files: Readonly<Record<string, string>>): URL {
  const folder = testFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return pathToFileURL(`${folder}/`);
}

async function ranHere(): Promise<unknown[]> {
  const { rows } = await sql`select name from schema_migration order by name`.execute(test.db);
  return rows.map((row) => (row as { name: string }).name).filter((name) => name.startsWith('9'));
}

it('runs each file once, in order, however many processes start together', async () => {
  const folder = folderOf({
    '9002_b.sql': 'insert into migrated values (1)',
    '9001_a.sql': 'create table migrated (id int)',
  });
  await Promise.all([migrate(test.url, folder), migrate(test.url, folder)]);
  await migrate(test.url, folder);
  expect(await ranHere()).toEqual(['9001_a.sql', '9002_b.sql']);
  const { rows } = await sql`select * from migrated`.execute(test.db);
  expect(rows).toHaveLength(1);
});

it('refuses a file that was changed after it ran', async () => {
  await migrate(test.url, folderOf({ '9003_c.sql': 'select 1' }));
  const changed = folderOf({ '9003_c.sql': 'select 2' });
  await expect(migrate(test.url, changed)).rejects.toThrow('9003_c.sql was changed');
});

it('takes back the whole file when one statement fails, and names its line', async () => {
  const folder = folderOf({ '9004_d.sql': 'create table half (id int);\nselect nonsense;' });
  await expect(migrate(test.url, folder)).rejects.toThrow('9004_d.sql, line 2');
  const { rows } = await sql`select to_regclass('half') as half`.execute(test.db);
  expect(rows).toEqual([{ half: null }]);
  expect(await ranHere()).not.toContain('9004_d.sql');
});

it.each([
  [{ '9005_e.sql': '', '9005_f.sql': '' }, 'one number'],
  [{ 'later.sql': '' }, 'must be named'],
])('refuses %o', async (files, why) => {
  await expect(migrate(test.url, folderOf(files))).rejects.toThrow(why);
});

it('leaves the tables of the job queue in place', async () => {
  const { rows } = await sql`select to_regclass('graphile_worker.jobs') as jobs`.execute(test.db);
  expect(rows).toEqual([{ jobs: 'graphile_worker.jobs' }]);
});
