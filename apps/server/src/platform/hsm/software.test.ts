import { describe, expect, it } from 'vitest';
import { hsmCases } from '#testing/hsm-cases';
import { KeyTrouble } from './port.ts';
import { softwareHsm } from './software.ts';

const older = new Uint8Array(32).fill(1);
const newer = new Uint8Array(32).fill(2);
const spec = { purpose: 'pin', algorithm: 'des', bytes: 16, place: 'here' } as const;

hsmCases('in software', async () => softwareHsm([older, newer]));

describe('the storage keys of the software HSM', () => {
  it('open what was made under an older one, which moves under the newest', () => {
    const before = softwareHsm([older]);
    const key = before.generate(spec);
    const after = softwareHsm([older, newer]);
    expect(after.kcvOf(key)).toBe(key.kcv);
    const moved = after.rewrap(key);
    expect(softwareHsm([newer]).kcvOf(moved)).toBe(key.kcv);
    expect(before.storageKey).not.toBe(after.storageKey);
    expect(moved.block).toContain(after.storageKey);
  });

  it('open nothing that was made under another', () => {
    const key = softwareHsm([older]).generate(spec);
    expect(() => softwareHsm([newer]).kcvOf(key)).toThrow(KeyTrouble);
    expect(() => softwareHsm([])).toThrow('has a storage key');
  });
});
