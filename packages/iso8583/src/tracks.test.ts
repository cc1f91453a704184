import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from './bytes.ts';
import { desCipher } from './des.ts';
import { sm4Cipher } from './sm4.ts';
import vectors from './testing/crypto.json' with { type: 'json' };
import { decryptTrack, encryptTrack } from './tracks.ts';
import { serialCipher } from './tusn.ts';

const key = fromHex('0123456789ABCDEFFEDCBA9876543210');
const { track, block } = vectors.track;

describe('a track under the track key', () => {
  it('has the published block enciphered and nothing else', () => {
    const sealed = encryptTrack(track, { key, cipher: desCipher });
    const [clear, secret] = [
      track.replace('=', 'D'),
      toHex(desCipher.encrypt(key, fromHex(block))),
    ];
    expect(sealed).toBe(clear.replace(block, secret));
  });

  it.each([
    ['DES', desCipher],
    ['SM4', sm4Cipher],
  ] as const)('under %s comes back as it went', (_, cipher) => {
    const tracks = fc.stringMatching(/^\d{13,19}=\d{4,80}$/);
    fc.assert(
      fc.property(tracks, (text) => {
        const sealed = encryptTrack(text, { key, cipher });
        expect(sealed).not.toContain(text.replace('=', 'D'));
        expect(decryptTrack(sealed, { key, cipher })).toBe(text.replace('=', 'D'));
      }),
      { numRuns: 40 },
    );
  });

  it('too short for a block is filled first', () => {
    const sealed = encryptTrack('1234=56', { key, cipher: desCipher });
    expect(sealed).toHaveLength(18);
    expect(decryptTrack(sealed, { key, cipher: desCipher })).toBe('1234D56');
  });

  it('is not found under another key, nor in what is none', () => {
    const sealed = encryptTrack(track, { key, cipher: desCipher });
    const other = { key: key.toReversed(), cipher: desCipher };
    expect(decryptTrack(sealed, other)).toBeUndefined();
    expect(decryptTrack('12', other)).toBeUndefined();
    expect(decryptTrack(`${sealed}X`, other)).toBeUndefined();
    expect(() => encryptTrack('12^34', other)).toThrow(RangeError);
  });
});

describe('the serial cipher', () => {
  it('changes with serial, factor and key, and is eight characters', () => {
    const use = { key, cipher: sm4Cipher };
    const proof = { tusn: '00000302TEST0001', factor: '890123' };
    const all = [
      serialCipher(proof, use),
      serialCipher({ ...proof, factor: '890124' }, use),
      serialCipher({ ...proof, tusn: '00000302TEST0002' }, use),
      serialCipher(proof, { ...use, key: key.toReversed() }),
    ];
    expect(new Set(all).size).toBe(4);
    for (const text of all) expect(text).toMatch(/^[\dA-F]{8}$/);
  });
});
