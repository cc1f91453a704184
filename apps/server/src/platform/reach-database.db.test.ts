import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '#testing/database';
import { reachDatabase } from './reach-database.ts';

const test = testDatabase();

it('is content with a database that answers', async () => {
  await expect(reachDatabase(test.url)).resolves.toBeUndefined();
});

it.each([
  [
    'a server that is not there',
    () => 'postgres://ann:hunter2@127.0.0.1:1/kaitong',
    'ECONNREFUSED',
  ],
  ['a name that is not there', () => test.url.replace(/[^/]*$/, 'nowhere'), 'does not exist'],
  ['a wrong password', () => test.url.replace(/:[0-9a-f]{48}@/, ':hunter2@'), 'authentication'],
])('says in one sentence that %s can not be reached', async (_, url, why) => {
  const trouble = await reachDatabase(url()).catch((error: unknown) => error as Error);
  expect(trouble?.message).toMatch(
    /^The database .* can not be reached \(.*\): check DATABASE_URL/,
  );
  expect(trouble?.message).toContain(why);
  expect(trouble?.message).not.toContain('hunter2');
});

it('refuses a database that does not keep text as UTF-8', async () => {
  const name = test.url.replace(/^.*\//, 'latin_');
  await sql`create database ${sql.id(name)} encoding 'LATIN1' locale 'C' template template0
    locale_provider libc`.execute(test.db);
  const trouble = reachDatabase(test.url.replace(/[^/]*$/, name));
  await expect(trouble).rejects.toThrow('keeps text as LATIN1, not UTF8');
});
