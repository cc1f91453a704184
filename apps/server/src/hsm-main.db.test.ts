import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { fromHex, kcvOf, toHex } from '@kaitong/iso8583';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { nativeDes } from '#platform/des';
import { testDatabase } from '#testing/database';
import { testFolder } from '#testing/folder';

const test = testDatabase();
const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = fileURLToPath(new URL('./hsm-main.ts', import.meta.url));
const GIVEN = '00112233445566778899AABBCCDDEEFF';
const kcv = (hex: string) => toHex(kcvOf({ key: fromHex(hex), cipher: nativeDes }));

/** Runs the ceremony as people do: each answer is typed when it is asked for. */
async function ceremony(answers: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, 'import-zone-key', 'zmk'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      KAITONG_DATA: testFolder(),
      DATABASE_URL: test.url,
      KAITONG_ZONE_MASTER_KEY: GIVEN,
    },
  });
  const left = [...answers];
  child.stderr.on('data', (chunk: Buffer) => {
    if (chunk.toString().endsWith(': ')) child.stdin.write(`${left.shift() ?? ''}\n`);
  });
  child.stdout.resume();
  await once(child, 'close');
  return child.exitCode;
}

it('puts the ZMK of two people in use, and the one of the settings counts as seen', async () => {
  const parts = ['0123456789ABCDEF'.repeat(2), 'FEDCBA9876543210'.repeat(2)];
  expect(await ceremony([...parts, 'yes'])).toBe(0);
  const { rows } = await sql<{ kcv: string; used: boolean }>`
    select kcv, destroyed_at is null as used from zone_key where kind = 'zmk'
  `.execute(test.db);
  expect(rows.toSorted((a, b) => Number(a.used) - Number(b.used))).toEqual([
    { kcv: kcv(GIVEN), used: false },
    { kcv: kcv('FF'.repeat(16)), used: true },
  ]);
});
