import { describe, expect, it } from 'vitest';
import { aesCipher } from './aes.ts';
import { fromAscii, fromHex, toHex } from './bytes.ts';
import { desCipher } from './des.ts';
import { aesDukptKey, initialAesKey, nextAesKsn, type AesDukptUse } from './dukpt-aes.ts';
import { initialTdesKey, nextTdesKsn, tdesDukptKey } from './dukpt-tdes.ts';
import { macOf } from './mac-algorithms.ts';
import { encryptPin, openPin } from './pin.ts';
import vectors from './testing/dukpt.json' with { type: 'json' };

describe('DUKPT with triple DES', () => {
  const { bdk, initial, pinBlock, transactions, data } = vectors.tdes;
  const cipher = desCipher;
  const first = fromHex(transactions[0]?.ksn ?? '');
  const ipek = { key: fromHex(initial), cipher };

  it('derives the initial key, whatever the counter', () => {
    for (const { ksn } of transactions)
      expect(toHex(initialTdesKey({ key: fromHex(bdk), cipher }, fromHex(ksn)))).toBe(initial);
  });

  it.each(transactions)('derives the keys of $ksn', ({ ksn, pin, mac, sealed }) => {
    const key = tdesDukptKey(ipek, fromHex(ksn), 'pin');
    expect(toHex(key)).toBe(pin);
    expect(toHex(openPin(fromHex(sealed), { key, cipher }))).toBe(pinBlock);
    expect(toHex(tdesDukptKey(ipek, fromHex(ksn), 'macRequest'))).toBe(mac);
  });

  it.each(['macRequest', 'macResponse'] as const)('derives the key of %s', (use) => {
    const key = tdesDukptKey(ipek, first, use);
    const mac = macOf(fromAscii(data.text), { algorithm: 'x9.19', key, cipher });
    expect(toHex(mac)).toBe(data[use]);
  });

  it('derives data keys one way', () => {
    const key = tdesDukptKey(ipek, first, 'dataRequest');
    const block = fromAscii(data.text.slice(0, 8));
    expect(toHex(cipher.encrypt(key, block))).toBe(data.firstBlock);
    expect(tdesDukptKey(ipek, first, 'dataResponse')).not.toEqual(key);
  });

  it.each([
    ['FFFF9876543210E00000', 'FFFF9876543210E00001'],
    ['FFFF9876543210EFF802', 'FFFF9876543210EFF804'], // 11 ones lie between
    ['FFFF9876543210EFFC00', 'FFFF9876543210F00000'],
    ['FFFF9876543210FFF800', undefined],
  ])('counts from %s to %s', (ksn, next) => {
    const after = nextTdesKsn(fromHex(ksn));
    expect(after && toHex(after)).toBe(next);
  });

  it('refuses counters and lengths that no terminal has', () => {
    for (const [ksn, reason] of [
      ['FFFF9876543210E00000', 'counts from 1'],
      ['FFFF9876543210EFFE00', 'ten ones'],
      ['FFFF9876543210E000', '10 bytes'],
    ] as const)
      expect(() => tdesDukptKey(ipek, fromHex(ksn), 'pin')).toThrow(reason);
    const short = { key: new Uint8Array(8), cipher };
    expect(() => tdesDukptKey(short, first, 'pin')).toThrow('16 bytes');
    expect(() => initialTdesKey(short, first)).toThrow('16 bytes');
  });
});

describe('DUKPT with AES-128', () => {
  const { bdk, initial, keys, pin } = vectors.aes;
  const cipher = aesCipher;
  const ik = { key: fromHex(initial), cipher };

  it('derives the initial key', () => {
    const ksn = fromHex(keys[0]?.ksn ?? '');
    expect(toHex(initialAesKey({ key: fromHex(bdk), cipher }, ksn))).toBe(initial);
  });

  it.each(keys)('derives the key of $ksn for $use', ({ ksn, use, key }) => {
    expect(toHex(aesDukptKey(ik, fromHex(ksn), use as AesDukptUse))).toBe(key);
  });

  it('seals the PIN of the supplement in format 4', () => {
    const key = aesDukptKey(ik, fromHex(pin.ksn), 'pin');
    const side = { key, cipher, format: 'iso4', pan: pin.pan } as const;
    const digits = Uint8Array.from(pin.pin, Number);
    expect(toHex(encryptPin(digits, side, () => fromHex(pin.random)))).toBe(pin.sealed);
  });

  it.each([
    ['123456789012345600000000', '123456789012345600000001'],
    ['12345678901234560001FFFE', '123456789012345600020000'], // 17 ones lie between
    ['1234567890123456FFFE8000', '1234567890123456FFFF0000'],
    ['1234567890123456FFFF0000', undefined],
  ])('counts from %s to %s', (ksn, next) => {
    const after = nextAesKsn(fromHex(ksn));
    expect(after && toHex(after)).toBe(next);
  });

  it('refuses counters and lengths that no terminal has', () => {
    for (const [ksn, reason] of [
      ['123456789012345600000000', 'counts from 1'],
      ['12345678901234560001FFFF', 'sixteen ones'],
      ['1234567890123456000001', '12 bytes'],
    ] as const)
      expect(() => aesDukptKey(ik, fromHex(ksn), 'pin')).toThrow(reason);
    const long = { key: new Uint8Array(32), cipher };
    expect(() => aesDukptKey(long, fromHex(pin.ksn), 'pin')).toThrow('16 bytes');
  });
});
