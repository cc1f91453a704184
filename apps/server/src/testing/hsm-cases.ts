/** What every HSM does, whatever is inside. Both implementations pass these cases. */
import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import {
  decryptPin,
  desCipher,
  encryptPin,
  fromHex,
  kcvOf,
  macOf,
  openWorkKeys,
  sm4Cipher,
  toHex,
  wrapKey,
  type MacAlgorithm,
} from '@kaitong/iso8583';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeyTrouble, type FreshKey, type Hsm, type KeySpec } from '#platform/hsm/port';

const KEY = '0123456789ABCDEFFEDCBA9876543210';
const PAN = '6200001234567890123';
const PIN = Uint8Array.of(1, 2, 3, 4, 5, 6);
const data = fromHex('1234567890ABCDEFABCDEF1234567890');

export function hsmCases(name: string, openHsm: () => Promise<Hsm>): void {
  describe(`the HSM ${name}`, () => {
    let hsm: Hsm;
    const at = () => hsm;
    beforeAll(async () => {
      hsm = await openHsm();
    });
    afterAll(() => hsm.close());
    keysAreMade(at);
    keysAreBound(at);
    keysTravel(at);
    macsAndTracks(at);
    pinsMove(at);
  });
}

function spec(purpose: KeySpec['purpose'], more: Partial<KeySpec> = {}): KeySpec {
  return { purpose, algorithm: 'des', bytes: 16, place: `place of ${purpose}`, ...more };
}

function known(hsm: Hsm, of: KeySpec, hex = KEY): FreshKey {
  return hsm.adopt(of, fromHex(hex));
}

function keysAreMade(at: () => Hsm): void {
  it('makes keys that differ, each with its check value', () => {
    const keys = (['main', 'pin', 'mac', 'data'] as const).map((one) => at().generate(spec(one)));
    expect(new Set(keys.map(({ kcv }) => kcv)).size).toBe(4);
    for (const key of keys) expect(at().kcvOf(key)).toBe(key.kcv);
  });

  it('shows the check value of a key that came in, and zeroes what it was given', () => {
    const key = fromHex(KEY);
    const fresh = at().adopt(spec('pin'), key);
    expect(fresh.kcv).toBe(toHex(kcvOf({ key: fromHex(KEY), cipher: desCipher })));
    expect(key).toEqual(new Uint8Array(16));
    expect(fresh.block).not.toContain(KEY);
  });

  it('takes a key in components of several people', () => {
    const parts = [fromHex('00112233445566778899AABBCCDDEEFF'), fromHex('FF'.repeat(16))];
    const fresh = at().importComponents(spec('main'), parts);
    const whole = fromHex('FFEEDDCCBBAA99887766554433221100');
    expect(fresh.kcv).toBe(toHex(kcvOf({ key: whole, cipher: desCipher })));
    expect(parts[0]).toEqual(new Uint8Array(16));
    expect(() => at().importComponents(spec('main'), [fromHex(KEY)])).toThrow('two components');
  });

  it('takes a key under a main key', () => {
    const main = known(at(), spec('main'));
    const wrapped = wrapKey(fromHex('00112233445566778899AABBCCDDEEFF'), {
      key: fromHex(KEY),
      cipher: desCipher,
    });
    const fresh = at().importUnder(spec('pin'), wrapped, main);
    const key = fromHex('00112233445566778899AABBCCDDEEFF');
    expect(fresh.kcv).toBe(toHex(kcvOf({ key, cipher: desCipher })));
  });
}

function keysAreBound(at: () => Hsm): void {
  it('opens a key only for what it is for', () => {
    const [pin, mac] = [at().generate(spec('pin')), at().generate(spec('mac'))];
    expect(trouble(() => at().macKey(pin, 'cupEcb'))).toBe('purpose');
    expect(trouble(() => at().dataKey(mac))).toBe('purpose');
    expect(trouble(() => at().sealUnder(pin, { key: fromHex(KEY), cipher: desCipher }))).toBe(
      'purpose',
    );
  });

  it('does not open a key that was copied to another place', () => {
    const mac = at().generate(spec('mac'));
    expect(trouble(() => at().macKey({ ...mac, place: 'elsewhere' }, 'cupEcb'))).toBe('place');
    expect(trouble(() => at().kcvOf({ ...mac, place: '' }))).toBe('place');
  });

  it('does not open a block in which any character was changed', () => {
    const { block, place } = at().generate(spec('mac'));
    for (let i = 0; i < block.length; i += 3) {
      const other = block[i] === '1' ? '2' : '1';
      const changed = block.slice(0, i) + other + block.slice(i + 1);
      expect(trouble(() => at().macKey({ block: changed, place }, 'cupEcb'))).toBe('block');
    }
    expect(trouble(() => at().kcvOf({ block: '', place }))).toBe('block');
  });

  it('opens a block again after it was forgotten, and the reference of before does no more', () => {
    const mac = known(at(), spec('mac'));
    const before = at().macKey(mac, 'cupEcb');
    at().forget(mac.block);
    expect(() => macOf(data, before)).toThrow('put away');
    expect(macOf(data, at().macKey(mac, 'cupEcb'))).toEqual(expected('cupEcb'));
  });

  it('moves a block under the storage key of now, and it is the same key', () => {
    const mac = known(at(), spec('mac'));
    const again = at().rewrap(mac);
    expect(again.place).toBe(mac.place);
    expect(macOf(data, at().macKey(again, 'x9.19'))).toEqual(expected('x9.19'));
    expect(trouble(() => at().rewrap({ ...mac, place: 'elsewhere' }))).toBe('place');
  });
}

function keysTravel(at: () => Hsm): void {
  it.each([
    ['001', 8, 8, 24],
    ['003', 16, 8, 40],
    ['003', 16, 16, 40],
    ['004', 16, 8, 60],
  ] as const)('makes the keys of a sign-in %s (%d, %d)', (form, pikBytes, makBytes, length) => {
    const main = known(at(), spec('main'));
    const specs = {
      pik: spec('pin', { bytes: pikBytes }),
      mak: spec('mac', { bytes: makBytes }),
      ...(form === '004' ? { tdk: spec('data') } : {}),
    };
    const { f62, pik, mak, tdk } = at().makeWorkKeys(specs, { main, form });
    expect(f62).toHaveLength(length);
    const read = openWorkKeys(f62, { key: fromHex(KEY), cipher: desCipher });
    if (!read.ok) throw new Error(read.reason);
    const sent = [read.keys.pik, read.keys.mak, read.keys.tdk];
    const checks = sent.map((key) => key && toHex(kcvOf({ key, cipher: desCipher })));
    expect([pik.kcv, mak.kcv, tdk?.kcv]).toEqual(checks);
  });

  it('seals a main key for the terminal that has the RSA key, again and again', () => {
    const main = known(at(), spec('main'));
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
    for (let i = 0; i < 2; i++) {
      const sealed = at().sealForRsa(main, publicKey);
      expect(toHex(privateDecrypt({ key: privateKey, ...padding }, sealed))).toBe(KEY);
    }
    const pin = at().generate(spec('pin'));
    expect(trouble(() => at().sealForRsa(pin, publicKey))).toBe('purpose');
  });

  it('seals a main key under a key that the receiver chose', () => {
    const use = { key: fromHex('00112233445566778899AABBCCDDEEFF'), cipher: desCipher };
    const sealed = at().sealUnder(known(at(), spec('main')), use);
    expect(sealed).toEqual(wrapKey(fromHex(KEY), use));
  });
}

function macsAndTracks(at: () => Hsm): void {
  it.each(['cupEcb', 'x9.19', 'x9.9', 'xor3des', 'cmac'] as const)(
    'makes a MAC: %s',
    (algorithm) => {
      const key = at().macKey(known(at(), spec('mac')), algorithm);
      expect(toHex(key.key)).not.toBe(KEY);
      expect(macOf(data, key)).toEqual(expected(algorithm));
    },
  );

  it('makes a MAC with a key of single length', () => {
    const half = KEY.slice(0, 16);
    const key = at().macKey(known(at(), spec('mac', { bytes: 8 }), half), 'cupEcb');
    const use = { algorithm: 'cupEcb', key: fromHex(half), cipher: desCipher } as const;
    expect(macOf(data, key)).toEqual(macOf(data, use));
  });

  it('enciphers and deciphers blocks under a track key', () => {
    const { key, cipher } = at().dataKey(known(at(), spec('data')));
    const sealed = cipher.encrypt(key, data.subarray(0, 8));
    expect(Uint8Array.from(sealed)).toEqual(desCipher.encrypt(fromHex(KEY), data.subarray(0, 8)));
    expect(Uint8Array.from(cipher.decrypt(key, sealed))).toEqual(data.slice(0, 8));
    expect(() => cipher.encrypt(key, data.subarray(0, 7))).toThrow(RangeError);
  });

  it('does with SM4 what it says it can', () => {
    const of = spec('mac', { algorithm: 'sm4' });
    const can = at().algorithms.includes('sm4');
    const use = { algorithm: 'cupEcb', key: fromHex(KEY), cipher: sm4Cipher } as const;
    const made = trouble(() => macOf(data, at().macKey(known(at(), of), 'cupEcb')));
    expect(made).toEqual(can ? macOf(data, use) : 'algorithm');
  });
}

function pinsMove(at: () => Hsm): void {
  const other = '00112233445566778899AABBCCDDEEFF';
  const lines = () => ({
    terminal: known(at(), spec('pin')),
    zone: known(at(), spec('pin', { place: 'zone' }), other),
  });

  it('moves a PIN from the key of the terminal to that of the zone', () => {
    const { terminal, zone } = lines();
    const from = { key: terminal, format: 'iso0', pan: PAN } as const;
    const to = { key: zone, format: 'iso3', pan: PAN } as const;
    const side = { key: fromHex(KEY), cipher: desCipher, format: 'iso0', pan: PAN } as const;
    const sealed = encryptPin(PIN, side);
    const moved = at().translatePin({ sealed, from, to });
    const there = { key: fromHex(other), cipher: desCipher, format: 'iso3', pan: PAN } as const;
    expect(moved && decryptPin(moved, there)).toEqual(PIN);
  });

  it('moves nothing that does not open under its key and card', () => {
    const { terminal, zone } = lines();
    const to = { key: zone, format: 'iso0', pan: PAN } as const;
    const from = { key: terminal, format: 'iso0', pan: PAN } as const;
    expect(at().translatePin({ sealed: data.subarray(0, 8), from, to })).toBeUndefined();
    expect(at().translatePin({ sealed: data.subarray(0, 7), from, to })).toBeUndefined();
  });

  it('moves a PIN only between keys for PINs', () => {
    const { terminal, zone } = lines();
    const from = { key: terminal, format: 'iso0', pan: PAN } as const;
    const to = { key: at().generate(spec('mac')), format: 'iso0', pan: PAN } as const;
    const sealed = data.subarray(0, 8);
    expect(trouble(() => at().translatePin({ sealed, from, to }))).toBe('purpose');
    const moved = { ...zone, place: 'elsewhere' };
    expect(
      trouble(() => at().translatePin({ sealed, from: { ...from, key: moved }, to: from })),
    ).toBe('place');
  });
}

function expected(algorithm: MacAlgorithm): Uint8Array {
  return macOf(data, { algorithm, key: fromHex(KEY), cipher: desCipher });
}

/** Why it is refused, or what came of it. */
function trouble(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof KeyTrouble) return error.reason;
    throw error;
  }
}
