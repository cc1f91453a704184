import { fromHex, kcvOf, toHex, wrapKey } from '@kaitong/iso8583';
import { expect, it } from 'vitest';
import { testDatabase } from '#testing/database';
import { nativeDes } from '../des.ts';
import { importPinKey, importZoneKey } from './ceremony.ts';
import { softwareHsm } from './software.ts';
import { createZoneKeys } from './zone-keys.ts';

const test = testDatabase();
const hsm = softwareHsm([new Uint8Array(32).fill(5)]);
const now = () => new Date('2026-11-23T02:00:00Z');
const PARTS = ['0123456789ABCDEF 0123456789ABCDEF', 'FEDCBA9876543210FEDCBA9876543210'] as const;
const ZMK = 'FF'.repeat(16);
const ZPK = '00112233445566778899AABBCCDDEEFF';
const kcv = (hex: string) => toHex(kcvOf({ key: fromHex(hex), cipher: nativeDes }));

function people(answers: readonly string[]) {
  const said: string[] = [];
  const left = [...answers];
  const ask = async () => left.shift() ?? '';
  return { said, ceremony: { db: test.db, hsm, now, ask, say: (line: string) => said.push(line) } };
}

it('takes a ZMK from two people, who see check values and no key', async () => {
  const { said, ceremony } = people([...PARTS, 'yes']);
  const fresh = await importZoneKey(ceremony, 'zmk');
  expect(fresh?.kcv).toBe(kcv(ZMK));
  expect(said.join('\n')).toContain(kcv(ZMK));
  expect(said.join('\n')).not.toContain(ZMK);
});

it('takes nothing that they do not agree to, and nothing that is no key', async () => {
  expect(await importZoneKey(people([...PARTS, 'no']).ceremony, 'zpk')).toBeUndefined();
  await expect(importZoneKey(people(['12', '34']).ceremony, 'zpk')).rejects.toThrow(
    '32 hex digits',
  );
});

it('takes a PIN key under the ZMK when its check value fits, and it is in use', async () => {
  const wrapped = toHex(wrapKey(fromHex(ZPK), { key: fromHex(ZMK), cipher: nativeDes }));
  const wrong = importPinKey({ db: test.db, hsm, now }, { wrapped, kcv: '000000' });
  await expect(wrong).rejects.toThrow('check value');
  await importPinKey({ db: test.db, hsm, now }, { wrapped, kcv: kcv(ZPK).slice(0, 6) });
  // What the settings name was seen before, and changes nothing.
  const given = { zpk: fromHex(ZPK), zmk: fromHex(ZMK) };
  const zone = createZoneKeys({ db: test.db, hsm, now, given });
  expect(hsm.kcvOf(await zone.pin())).toBe(kcv(ZPK));
  expect(hsm.kcvOf(await zone.main())).toBe(kcv(ZMK));
});
