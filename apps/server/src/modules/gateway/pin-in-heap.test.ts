import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../testing/pin-in-heap.ts', import.meta.url));
const reader = new URL('./read-payment.ts', import.meta.url).href;

/** How often a heap dump of a process that read a payment has the PIN. */
async function search(leak: string): Promise<{ readonly found: number; readonly leaked: string }> {
  const flags = ['--max-old-space-size=512', '--import', 'tsx', program, reader, leak];
  const { stdout } = await promisify(execFile)(process.execPath, flags, { cwd: dirname(program) });
  return JSON.parse(stdout) as { found: number; leaked: string };
}

describe(
  'the PIN of a payment, from the key of the terminal to that of the zone',
  { timeout: 120_000 },
  () => {
    it('is nowhere in a heap dump', async () => {
      expect(await search('none')).toEqual({ found: 0, leaked: 'undefined' });
    });

    it.each(['text', 'list', 'number', 'hex'])('would be found there as a %s', async (leak) => {
      expect((await search(leak)).found).toBeGreaterThan(0);
    });
  },
);
