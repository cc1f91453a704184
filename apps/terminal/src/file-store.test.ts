import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TerminalState } from '@kaitong/terminal';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileStore } from './file-store.ts';

const state = { batch: '000007' } as TerminalState;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaitong-terminal-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

describe('the memory of a terminal', () => {
  it('comes back as it was, with the address beside it, readable by its owner alone', async () => {
    const path = join(folder, 'deep', 'terminal.json');
    const store = new FileStore(path);
    expect(await store.load()).toBeUndefined();
    await store.save(state);
    await store.saveAddress({ host: '127.0.0.1', port: 8583 });
    await store.save({ ...state, batch: '000008' });
    const again = new FileStore(path);
    expect(await again.load()).toEqual({ batch: '000008' });
    expect(await again.address()).toEqual({ host: '127.0.0.1', port: 8583 });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'deep'))).toEqual(['terminal.json']);
  });

  it('that is broken is not taken for an empty one', async () => {
    const path = join(folder, 'terminal.json');
    await writeFile(path, '{"state":');
    await expect(new FileStore(path).load()).rejects.toMatchObject({ word: 'stateBroken' });
  });
});
