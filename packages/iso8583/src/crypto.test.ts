import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from './bytes.ts';
import { desCipher } from './des.ts';
import { encode } from './encode.ts';
import { aesCipher } from './aes.ts';
import { cmacKcvOf, isKcv, kcvOf, keyFromComponents, unwrapKey, wrapKey } from './keys.ts';
import { macOf, type MacAlgorithm } from './mac-algorithms.ts';
import { verifyMac, withMac } from './mac.ts';
import { iso87Ascii, iso87Binary } from './iso87.ts';
import vectors from './testing/crypto.json' with { type: 'json' };
import { messages } from './testing/messages.ts';
import { unionpay } from './unionpay.ts';

const cipher = desCipher;
const { workKeys } = vectors;
const tmk = { key: fromHex(workKeys.tmk), cipher };

describe('DES', () => {
  // NIST SP 500-20 and FIPS 81 known answers.
  it.each([
    ['0123456789ABCDEF', '4E6F772069732074', '3FA40E8A984D4815'],
    ['133457799BBCDFF1', '0123456789ABCDEF', '85E813540F0AB405'],
    ['0101010101010101', '8000000000000000', '95F8A5E5DD31D900'],
    ['8001010101010101', '0000000000000000', '95A8D72813DAA94D'],
  ])('under %s turns %s into %s', (key, plain, secret) => {
    expect(toHex(cipher.encrypt(fromHex(key), fromHex(plain)))).toBe(secret);
    expect(toHex(cipher.decrypt(fromHex(key), fromHex(secret)))).toBe(plain);
  });

  it('under the same key three times is DES once', () => {
    const [key, block] = [fromHex('0123456789ABCDEF'), fromHex('4E6F772069732074')];
    const thrice = Uint8Array.from([...key, ...key, ...key]);
    expect(cipher.encrypt(thrice, block)).toEqual(cipher.encrypt(key, block));
  });
});

describe('keys', () => {
  it('unwraps the published MAC key and wraps it again', () => {
    const { tmk: key, wrapped, key: plain } = vectors.unwrap;
    const use = { key: fromHex(key), cipher };
    expect(toHex(unwrapKey(fromHex(wrapped), use))).toBe(plain);
    expect(toHex(wrapKey(fromHex(plain), use))).toBe(wrapped);
  });

  it('checks a key by three or more bytes', () => {
    const kcv = fromHex(workKeys.tmkKcv);
    expect(isKcv(tmk, kcv)).toBe(true);
    expect(isKcv(tmk, kcv.subarray(0, 3))).toBe(true);
    expect(isKcv(tmk, kcv.subarray(0, 2))).toBe(false);
    expect(isKcv(tmk, fromHex('43C6CCCA'))).toBe(false);
  });

  it('checks a key by its enciphered zeros, or by CMAC', () => {
    expect(toHex(kcvOf(tmk))).toBe(workKeys.tmkKcv);
    expect(toHex(kcvOf(tmk, 8)).slice(0, 8)).toBe(workKeys.tmkKcv);
    const key = fromHex('2B7E151628AED2A6ABF7158809CF4F3C');
    // RFC 4493: the zeros enciphered under its key.
    expect(toHex(kcvOf({ key, cipher: aesCipher }))).toBe('7DF76B0C');
    // TR-31:2018 A.7.4, as public libraries check it.
    const pinKey = fromHex('3F419E1CB7079442AA37474C2EFBF8B8');
    expect(toHex(cmacKcvOf({ key: pinKey, cipher: aesCipher }))).toMatch(/^08793E.{4}$/);
  });

  it('come in components that are laid upon each other', () => {
    const parts = ['0123456789ABCDEF', 'FEDCBA9876543210', '1111111111111111'].map(fromHex);
    expect(toHex(keyFromComponents(parts))).toBe('EEEEEEEEEEEEEEEE');
    expect(toHex(parts[0] ?? new Uint8Array())).toBe('0123456789ABCDEF');
    expect(() => keyFromComponents(parts.slice(1, 2))).toThrow('two components');
    const [whole, half] = [new Uint8Array(16), new Uint8Array(8)];
    expect(() => keyFromComponents([whole, half])).toThrow('one length');
  });
});

describe('MAC', () => {
  it.each(vectors.macs)('$algorithm of $source', ({ algorithm, key, data, mac }) => {
    const use = { algorithm: algorithm as MacAlgorithm, key: fromHex(key), cipher };
    expect(toHex(macOf(fromHex(data), use))).toBe(mac);
  });

  it('x9.19 over one block is triple DES of it', () => {
    const block = fromHex('0123456789ABCDEF');
    expect(macOf(block, { algorithm: 'x9.19', ...tmk })).toEqual(cipher.encrypt(tmk.key, block));
  });

  it('x9.9 over one block is DES of it', () => {
    const [key, block] = [fromHex(workKeys.mak), fromHex('0123456789ABCDEF')];
    expect(macOf(block, { algorithm: 'x9.9', key, cipher })).toEqual(cipher.encrypt(key, block));
  });

  it.each([unionpay, iso87Binary, iso87Ascii])(
    'in $name fits only the bytes it was made for',
    (profile) => {
      const key = { algorithm: 'cupEcb', key: fromHex(workKeys.mak), cipher } as const;
      const start = profile.hasRouting ? 11 : 0;
      fc.assert(
        fc.property(messages(profile), fc.nat(), (message, at) => {
          const bytes = withMac(profile, message, key);
          expect(verifyMac(profile, bytes, key)).toBe(true);
          const place = start + (at % (bytes.length - start));
          bytes[place] = (bytes[place] ?? 0) ^ 1;
          expect(verifyMac(profile, bytes, key)).toBe(false);
        }),
        { numRuns: 20 },
      );
    },
  );

  it('does not cover TPDU and header', () => {
    const key = { algorithm: 'cupEcb', key: fromHex(workKeys.mak), cipher } as const;
    const message = { tpdu: '6000030000', header: '603100000000', mti: '0210', fields: {} };
    const bytes = withMac(unionpay, message, key);
    expect(verifyMac(unionpay, bytes.fill(0x99, 0, 11), key)).toBe(true);
  });

  it('is missing from a frame without F64', () => {
    const key = { algorithm: 'cupEcb', key: fromHex(workKeys.mak), cipher } as const;
    const message = { tpdu: '6000030000', header: '603100000000', mti: '0810', fields: {} };
    expect(verifyMac(unionpay, encode(unionpay, message), key)).toBe(false);
    expect(verifyMac(unionpay, new Uint8Array(3), key)).toBe(false);
  });
});
