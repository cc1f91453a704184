import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testFolder } from '#testing/folder';
import { createKeeper, keptSecret, loadMasterKey } from './secrets.ts';

const keeper = createKeeper(new Uint8Array(32).fill(7));
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

const fresh = () => join(testFolder(), 'data', 'master.key');

describe('a sealed value', () => {
  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), fc.string(), (plain, purpose, aad) => {
        const opened = keeper.open(purpose, keeper.seal(purpose, plain, aad), aad);
        expect([...opened]).toEqual([...plain]);
      }),
    );
    expect(textOf(keeper.open('note', keeper.seal('note', '开通', 'a'), 'a'))).toBe('开通');
  });

  it('looks different each time', () => {
    expect(keeper.seal('note', 'same', 'a')).not.toEqual(keeper.seal('note', 'same', 'a'));
  });

  it('does not open in another place', () => {
    const sealed = keeper.seal('merchant.owner', 'a name', 'merchant:1');
    expect(() => keeper.open('merchant.owner', sealed, 'merchant:2')).toThrow('does not open');
  });

  it('does not open for another purpose, or under another master key', () => {
    const sealed = keeper.seal('note', 'text', 'a');
    const other = createKeeper(new Uint8Array(32).fill(8));
    expect(() => keeper.open('file', sealed, 'a')).toThrow('does not open');
    expect(() => other.open('note', sealed, 'a')).toThrow('does not open');
  });

  it('does not open when any bit of it was changed, or an end is missing', () => {
    const sealed = keeper.seal('note', 'text', 'a');
    for (const [place, byte] of sealed.entries()) {
      const changed = Uint8Array.from(sealed);
      changed[place] = byte ^ 1;
      expect(() => keeper.open('note', changed, 'a')).toThrow('sealed value');
      expect(() => keeper.open('note', sealed.subarray(0, place), 'a')).toThrow('sealed value');
    }
  });
});

it('blinds the same text to the same letters, for one purpose and one key only', () => {
  const blinded = keeper.blind('phone', '13800138000');
  expect(blinded).toMatch(/^[0-9a-f]{64}$/);
  expect(keeper.blind('phone', '13800138000')).toBe(blinded);
  expect(keeper.blind('card', '13800138000')).not.toBe(blinded);
  const other = createKeeper(new Uint8Array(32).fill(8));
  expect(other.blind('phone', '13800138000')).not.toBe(blinded);
});

it('takes no master key of another length', () => {
  expect(() => createKeeper(new Uint8Array(16))).toThrow('32 bytes');
});

describe('the master key', () => {
  it('is made at the first start of a sandbox, for its owner only, and then kept', () => {
    const file = fresh();
    const key = loadMasterKey(file, { mode: 'sandbox' });
    expect(key).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(loadMasterKey(file, { mode: 'sandbox' })).toEqual(key);
  });

  it('is never made live', () => {
    expect(() => loadMasterKey(fresh(), { mode: 'live' })).toThrow(
      /KAITONG_MASTER_KEY_FILE.*missing/,
    );
  });

  it.each([0o644, 0o640, 0o604, 0o620])('is refused live with mode %o', (mode) => {
    const file = fresh();
    loadMasterKey(file, { mode: 'sandbox' });
    expect(loadMasterKey(file, { mode: 'live' })).toHaveLength(32);
    chmodSync(file, mode);
    expect(() => loadMasterKey(file, { mode: 'live' })).toThrow('others may read the master key');
    expect(loadMasterKey(file, { mode: 'sandbox' })).toHaveLength(32);
  });

  it('is refused with another length', () => {
    const file = fresh();
    loadMasterKey(file, { mode: 'sandbox' });
    writeFileSync(file, 'too short');
    expect(() => loadMasterKey(file, { mode: 'sandbox' })).toThrow('9 bytes instead of 32');
  });
});

it('keeps a made secret in its file', () => {
  const file = fresh();
  const made = keptSecret(file);
  expect(made).toHaveLength(64);
  expect(keptSecret(file)).toBe(made);
  expect(readFileSync(file, 'utf8')).toBe(made);
});
