import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '#testing/database';
import { makeWorld } from '#testing/world';
import { historyOf, troublesOf } from './store.ts';
import { tell } from './tell.ts';

const test = testDatabase();

async function tellFive(merchantId: string): Promise<void> {
  const world = makeWorld(test);
  for (let i = 0; i < 5; i++)
    await world.transact(async (tx) =>
      tell(tx, world.ask('support'), {
        type: 'case.closed',
        payload: { merchantId, caseId: `cas_${i}` },
      }),
    );
}

it('keeps who did what, in order, in a chain that holds', async () => {
  await tellFive('mer_a');
  const history = await historyOf(test.db, { merchantId: 'mer_a', limit: 10 });
  expect(history.map(({ seq, role }) => [seq, role])).toEqual(
    [1n, 2n, 3n, 4n, 5n].map((n) => [n, 'support']),
  );
  expect(await troublesOf(test.db)).toEqual({ records: 5, troubles: [] });
});

it.each([
  [
    'changed',
    `update audit_record set payload = '{"merchantId":"mer_b","caseId":"x"}' where chain = 'mer_b' and seq = 3`,
    { seq: '3', what: 'changed' },
  ],
  [
    'taken out',
    `delete from audit_record where chain = 'mer_c' and seq = 3`,
    { seq: '4', what: 'gap' },
  ],
  [
    'cut off',
    `delete from audit_record where chain = 'mer_d' and seq = 5`,
    { seq: '5', what: 'tail' },
  ],
])('sees that a record was %s', async (_, damage, trouble) => {
  const chain = /mer_\w/.exec(damage)?.[0] ?? '';
  await tellFive(chain);
  // The trigger that forbids this is put aside, as one with the owner's rights could.
  await sql
    .raw(
      `alter table audit_record disable trigger user; ${damage}; alter table audit_record enable trigger user`,
    )
    .execute(test.db);
  const { troubles } = await troublesOf(test.db);
  expect(troubles.filter((one) => one.chain === chain)).toContainEqual({ chain, ...trouble });
});
