import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aesCipher } from './aes.ts';
import { fromHex, toHex } from './bytes.ts';
import { desCipher } from './des.ts';
import {
  decryptPin,
  encryptPin,
  openPin,
  pinBlock,
  pinFrom,
  sealPin,
  translatePin,
  type PinSide,
} from './pin.ts';
import { sm4Cipher } from './sm4.ts';
import vectors from './testing/crypto.json' with { type: 'json' };

const { workKeys } = vectors;
const pan = '6200001234567890123';
const pik = { key: fromHex(workKeys.pik), cipher: desCipher };
const zone = { key: fromHex(workKeys.tmk), cipher: desCipher };
const wide = { key: fromHex('00112233445566778899AABBCCDDEEFF'), cipher: aesCipher };
const sm4 = { key: fromHex('0123456789ABCDEFFEDCBA9876543210'), cipher: sm4Cipher };
const chance = (count: number) => Uint8Array.from({ length: count }, (_, i) => 53 * i + 11);
const pin = Uint8Array.of(1, 2, 3, 4, 5, 6);

describe('a PIN of format 0', () => {
  it.each(vectors.pinBlocks)('$pin of $pan is block $block', (vector) => {
    expect(toHex(pinBlock(vector.pin, vector.pan))).toBe(vector.block);
    expect(pinFrom(fromHex(vector.block), vector.pan)).toBe(vector.pin);
  });

  it.each(vectors.sealedPins)('is $f52 under the PIN key', (vector) => {
    const f52 = fromHex(vector.f52);
    expect(sealPin(pinBlock(vector.pin, vector.pan), pik)).toEqual(f52);
    expect(pinFrom(openPin(f52, pik), vector.pan)).toBe(vector.pin);
    const format = vector.pan === undefined ? 'withoutPan' : 'iso0';
    const card = vector.pan === undefined ? {} : { pan: vector.pan };
    expect(decryptPin(f52, { ...pik, format, ...card })?.join('')).toBe(vector.pin);
  });

  it('is not found in a block of another card', () => {
    expect(pinFrom(fromHex('0612713176FEDCBA'), pan)).toBeUndefined();
  });

  it.each(['123', '1234567890123', '12a4'])('refuses %s', (wrong) => {
    expect(() => pinBlock(wrong)).toThrow('4 to 12 digits');
  });

  it.each([
    // psec, tests/test_pinblock.py: other control field, too long, too short, filler, not a number.
    '241261AAAAEDCBA9',
    '0F1261AAAAEDCBA9',
    '021261AAAAEDCBA9',
    '041261AAAAEDCBAA',
    '051261AAAAEDCBA9',
  ])('is not found in %s', (block) => {
    expect(pinFrom(fromHex(block), '5555555551234567')).toBeUndefined();
  });

  it('under SM4 is followed by zeros, and by nothing else', () => {
    const sealed = encryptPin(pin, { ...sm4, format: 'iso0', pan });
    const clear = sm4Cipher.decrypt(sm4.key, sealed);
    expect(toHex(clear)).toBe(`${toHex(pinBlock('123456', pan))}0000000000000000`);
    clear[15] = 1;
    const spoilt = sm4Cipher.encrypt(sm4.key, clear);
    expect(decryptPin(spoilt, { ...sm4, format: 'iso0', pan })).toBeUndefined();
  });
});

const sides: readonly PinSide[] = [
  { ...pik, format: 'iso0', pan },
  { ...pik, format: 'withoutPan' },
  { ...pik, format: 'iso1' },
  { ...pik, format: 'iso3', pan },
  { ...sm4, format: 'iso0', pan },
  { ...sm4, format: 'iso3', pan },
  { ...wide, format: 'iso4', pan },
];

describe.each(sides)('a PIN in format $format', (side) => {
  it('comes back as it went, of any length', () => {
    const pins = fc.uint8Array({ minLength: 4, maxLength: 12, max: 9 });
    fc.assert(
      fc.property(pins, fc.infiniteStream(fc.nat(255)), (digits, stream) => {
        const dice = (count: number) => Uint8Array.from(stream.take(count));
        const sealed = encryptPin(digits, side, dice);
        expect(sealed).toHaveLength(side.cipher.blockBytes);
        expect(decryptPin(sealed, side)).toEqual(digits);
      }),
      { numRuns: 30 },
    );
  });

  it('is not read in a block of another length, nor in any other block', () => {
    expect(decryptPin(new Uint8Array(7), side)).toBeUndefined();
    expect(decryptPin(chance(side.cipher.blockBytes), side)).toBeUndefined();
  });

  it('refuses digits that are none', () => {
    expect(() => encryptPin(Uint8Array.of(1, 2, 3, 10), side, chance)).toThrow('4 to 12 digits');
    expect(() => encryptPin(Uint8Array.of(1, 2, 3), side, chance)).toThrow('4 to 12 digits');
  });
});

describe('a PIN format', () => {
  it('has its control digit, length and filler', () => {
    const clear = (side: PinSide) => {
      const block = side.cipher.decrypt(side.key, encryptPin(pin, side, chance));
      return toHex(block.map((byte, i) => byte ^ (side.pan === undefined ? 0 : (card[i] ?? 0))));
    };
    const card = fromHex(`0000${pan.slice(-13, -1)}`);
    expect(clear({ ...pik, format: 'iso1' })).toMatch(/^16123456[\dA-F]{8}$/);
    expect(clear({ ...pik, format: 'iso3', pan })).toMatch(/^36123456[A-F]{8}$/);
  });

  it('4 has a known answer', () => {
    // worked example of ISO 9564-1 format 4, as public libraries carry it: only its filler is by chance.
    const key = fromHex('0123456789ABCDEF0123456789ABCDEF');
    const side = { key, cipher: aesCipher, format: 'iso4', pan: '43219876543210987' } as const;
    const digits = decryptPin(fromHex('D3B650140FE182DA3D814D7F52615064'), side);
    expect(digits?.join('')).toBe('87654321');
  });

  it.each([
    ['iso0 without a card', { ...pik, format: 'iso0' }],
    ['iso3 with half a card', { ...pik, format: 'iso3', pan: '123456789012' }],
    ['iso4 under DES', { ...pik, format: 'iso4', pan }],
  ] as const)('is refused: %s', (_, side) => {
    expect(() => encryptPin(pin, side, chance)).toThrow(RangeError);
  });

  it('that is filled by chance needs some', () => {
    expect(() => encryptPin(pin, { ...pik, format: 'iso1' })).toThrow('by chance');
  });
});

describe('a PIN from one line to the other', () => {
  it.each([
    ['DES', { ...pik, format: 'iso0', pan }],
    ['SM4', { ...sm4, format: 'iso0', pan }],
  ] as const)('leaves nothing clear behind: %s', (_, side) => {
    const seen: Uint8Array[] = [];
    const watched = (cipher: typeof desCipher) => ({
      ...cipher,
      decrypt: (key: Uint8Array, block: Uint8Array) => noted(cipher.decrypt(key, block)),
      encrypt: (key: Uint8Array, block: Uint8Array) => cipher.encrypt(key, noted(block)),
    });
    const noted = (block: Uint8Array) => {
      seen.push(block);
      return block;
    };
    const from = { ...side, cipher: watched(side.cipher) };
    const to = { ...zone, cipher: watched(zone.cipher), format: 'iso0', pan } as const;
    expect(translatePin({ sealed: encryptPin(pin, side, chance), from, to })).toHaveLength(8);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.filter((block) => block.some((byte) => byte !== 0))).toEqual([]);
  });

  it.each([
    ['iso0', { ...pik, format: 'iso0', pan }, { ...zone, format: 'iso0', pan }],
    ['withoutPan', { ...pik, format: 'withoutPan' }, { ...zone, format: 'iso0', pan }],
    ['iso1', { ...pik, format: 'iso1' }, { ...zone, format: 'iso3', pan }],
    ['SM4', { ...sm4, format: 'iso0', pan }, { ...zone, format: 'iso0', pan }],
    ['iso0 to AES', { ...pik, format: 'iso0', pan }, { ...wide, format: 'iso4', pan }],
    ['iso4', { ...wide, format: 'iso4', pan }, { ...zone, format: 'iso0', pan }],
  ] as const)('stays the same: %s', (_, from, to) => {
    const sealed = encryptPin(pin, from, chance);
    const before = sealed.slice();
    const moved = translatePin({ sealed, from, to, chance });
    expect(moved && decryptPin(moved, to)).toEqual(pin);
    expect(sealed).toEqual(before);
  });

  it('is nothing when the block does not open', () => {
    const [from, to] = [
      { ...pik, format: 'iso0', pan },
      { ...zone, format: 'iso0', pan },
    ] as const;
    const sealed = encryptPin(pin, to);
    expect(translatePin({ sealed, from, to })).toBeUndefined();
  });

  it.each([
    ['another card', { ...zone, format: 'iso0', pan: '6200001234567890131' }],
    ['no card', { ...zone, format: 'withoutPan' }],
    ['a free format', { ...zone, format: 'iso1' }],
  ] as const)('is not bound to %s on the way', (_, to) => {
    const from = { ...pik, format: 'iso0', pan } as const;
    const sealed = encryptPin(pin, from);
    expect(() => translatePin({ sealed, from, to, chance })).toThrow(RangeError);
  });
});
