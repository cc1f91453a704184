import { expect, it } from 'vitest';
import { testDatabase } from '#testing/database';
import { assertNoOpenTransaction, transact } from './db.ts';

const test = testDatabase();

it('refuses a network call inside a transaction', async () => {
  const call = transact(test.db, async () => assertNoOpenTransaction());
  await expect(call).rejects.toThrow('network call');
  expect(assertNoOpenTransaction).not.toThrow();
});

it('refuses a transaction inside a transaction', async () => {
  const nested = transact(test.db, async () => transact(test.db, async () => 1));
  await expect(nested).rejects.toThrow('pass the tx down');
});
