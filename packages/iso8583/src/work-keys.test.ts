import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex } from './bytes.ts';
import { desCipher } from './des.ts';
import { kcvOf } from './keys.ts';
import { sm4Cipher } from './sm4.ts';
import vectors from './testing/crypto.json' with { type: 'json' };
import { openWorkKeys, sealWorkKeys } from './work-keys.ts';

const cipher = desCipher;
const { workKeys } = vectors;
const tmk = { key: fromHex(workKeys.tmk), cipher };

describe('the published sign-in', () => {
  it('opens the published sign-in answer', () => {
    const read = openWorkKeys(fromHex(workKeys.f62), tmk);
    if (!read.ok) throw new Error(read.reason);
    expect(toHex(read.keys.pik)).toBe(workKeys.pik);
    expect(toHex(read.keys.mak)).toBe(workKeys.mak);
    expect(toHex(kcvOf({ key: read.keys.pik, cipher }))).toBe(workKeys.pikKcv);
    expect(toHex(kcvOf({ key: read.keys.mak, cipher }))).toBe(workKeys.makKcv);
  });

  it('seals the same keys into the same bytes', () => {
    const keys = { pik: fromHex(workKeys.pik), mak: fromHex(workKeys.mak) };
    expect(toHex(sealWorkKeys(keys, tmk))).toBe(workKeys.f62);
  });

  it('brings a track key in the 60-byte form', () => {
    const keys = {
      pik: fromHex(workKeys.pik),
      mak: fromHex(workKeys.tmk),
      tdk: fromHex(workKeys.pik),
    };
    expect(openWorkKeys(sealWorkKeys(keys, tmk), tmk)).toEqual({ ok: true, keys });
  });

  it.each([
    ['length', workKeys.f62.slice(2)],
    ['pik', workKeys.f62.replace('8D0A74B8', '8D0A74B9')],
    ['mak', workKeys.f62.replace('AB7153CA', '00000000')],
  ])('refuses keys with a wrong %s', (reason, f62) => {
    expect(openWorkKeys(fromHex(f62), tmk)).toEqual({ ok: false, reason });
  });
});

const more = {
  pik: fromHex(workKeys.pik),
  mak: fromHex(workKeys.tmk),
  tdk: fromHex(workKeys.pik).toReversed(),
};
const single = fromHex(workKeys.mak);
const sm4Tmk = { key: fromHex(workKeys.tmk), cipher: sm4Cipher };

describe('a work key answer', () => {
  it.each([
    ['001', 24, tmk, { pik: single, mak: single.toReversed() }],
    ['003', 40, tmk, { pik: more.pik, mak: more.mak }],
    ['004', 60, tmk, { ...more, mak: single }],
    ['004', 60, tmk, more],
    ['005', 60, sm4Tmk, more],
    ['006', 60, sm4Tmk, more],
    ['short', 57, tmk, more],
    ['labelled', 50, tmk, { pik: more.pik, mak: single }],
    ['labelled', 75, sm4Tmk, more],
    ['labelled', 100, tmk, { ...more, tmk: more.tdk.toReversed() }],
  ] as const)(
    'of form %s has %d bytes and opens to what it was made of',
    (form, length, under, keys) => {
      const f62 = sealWorkKeys(keys, under, form);
      expect(f62).toHaveLength(length);
      expect(openWorkKeys(f62, under)).toEqual({ ok: true, keys });
    },
  );

  it.each([
    ['001', tmk, more],
    ['001', tmk, { pik: more.pik, mak: single }],
    ['003', tmk, { pik: single, mak: single }],
    ['003', tmk, more],
    ['004', tmk, { pik: more.pik, mak: more.mak }],
    ['004', tmk, { ...more, tmk: more.tdk }],
    ['004', sm4Tmk, more],
    ['005', tmk, more],
    ['005', sm4Tmk, { ...more, mak: single }],
  ] as const)('of form %s is not made of what does not fit', (form, under, keys) => {
    expect(() => sealWorkKeys(keys, under, form)).toThrow(RangeError);
  });

  it('with a label twice, or one that nobody knows, is refused', () => {
    const f62 = sealWorkKeys({ pik: more.pik, mak: more.mak }, tmk, 'labelled');
    expect(openWorkKeys(concat([f62.subarray(0, 25), f62.subarray(0, 25)]), tmk)).toEqual({
      ok: false,
      reason: 'label',
    });
    f62[0] = 9;
    expect(openWorkKeys(f62, tmk)).toEqual({ ok: false, reason: 'label' });
  });

  it('of any bytes is answered, never thrown', () => {
    const lengths = fc.constantFrom(0, 24, 40, 50, 57, 60, 75, 100);
    const answers = lengths.chain((length) =>
      fc.uint8Array({ minLength: length, maxLength: length }),
    );
    fc.assert(
      fc.property(answers, fc.constantFrom(tmk, sm4Tmk), (f62, under) => {
        expect(openWorkKeys(f62, under).ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
