import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testFolder } from '#testing/folder';
import { hsmCases } from '#testing/hsm-cases';
import { softHsmLibrary, softHsmToken } from '#testing/softhsm';
import { addTokenPair, openPkcs11 } from './pkcs11.ts';
import { KeyTrouble } from './port.ts';
import { openToken } from './token.ts';

const library = await softHsmLibrary();
const spec = { purpose: 'mac', algorithm: 'des', bytes: 16, place: 'here' } as const;

function saysThatItWasNotRun(): void {
  it('NOT RUN: the HSM by PKCS#11, because softhsm2 or pkcs11js is not installed here', () => {
    expect(library).toBeUndefined();
  });
}

function runs(at: string): void {
  // The library sees only the tokens that are there when it begins.
  const setting = { mode: 'sandbox', ...softHsmToken(at) } as const;
  const another = { mode: 'sandbox', ...softHsmToken(at) } as const;
  const empty = { mode: 'live', ...softHsmToken(at) } as const;
  hsmCases('by PKCS#11', async () => openPkcs11(setting));

  describe('the storage keys of a token', () => {
    it('open what was made under older ones, which moves under the newest', async () => {
      const before = await openPkcs11(setting);
      const key = before.generate(spec);
      before.close();
      const token = await openToken(setting);
      addTokenPair(token);
      token.close();
      const after = await openPkcs11(setting);
      expect(after.storageKey).not.toBe(before.storageKey);
      expect(after.kcvOf(key)).toBe(key.kcv);
      const moved = after.rewrap(key);
      expect(moved.block).toContain(after.storageKey);
      expect(after.kcvOf(moved)).toBe(key.kcv);
      after.close();
    });

    it('open nothing of another token', async () => {
      const [one, other] = [await openPkcs11(setting), await openPkcs11(another)];
      const key = one.generate(spec);
      expect(() => other.kcvOf(key)).toThrow(KeyTrouble);
      one.close();
      other.close();
    });

    it('are not made by a live start', async () => {
      await expect(openPkcs11(empty)).rejects.toThrow('has no storage keys');
    });
  });

  describe('a token that can not be used', () => {
    it.each([
      ['no library', { library: '/nowhere/lib.so' }, 'can not be used'],
      ['no such token', { token: 'of nobody' }, 'no token of nobody'],
      ['a wrong PIN', { pinFile: pinFile('0000') }, 'CKR_PIN_INCORRECT'],
      ['a PIN that others may read', { pinFile: pinFile('4711', 0o644) }, 'others may read'],
    ])('is named: %s', async (_, change, why) => {
      await expect(openPkcs11({ ...empty, ...change })).rejects.toThrow(why);
    });
  });
}

if (library === undefined) saysThatItWasNotRun();
else runs(library);

function pinFile(pin: string, mode = 0o600): string {
  const file = join(testFolder(), 'pin');
  writeFileSync(file, pin);
  chmodSync(file, mode);
  return file;
}
