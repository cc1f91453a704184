import { kcvOf, macOf, toHex, wrapKey } from '@kaitong/iso8583';
import { describe, expect, it } from 'vitest';
import { nativeDes } from '#platform/des';
import { KeyTrouble, type KeySpec } from '#platform/hsm/port';
import { softwareHsm } from '#platform/hsm/software';
import { zoneKeySpec } from '#platform/hsm/zone-keys';
import { waitOf } from './card-network-tcp.ts';
import { LINE_MAC, macKeyIn } from './network-management.ts';

describe('the wait before the next try', () => {
  it('doubles up to half a minute', () => {
    const waits = [0, 1, 2, 3, 7, 20].map((failures) => waitOf(failures, () => 1));
    expect(waits).toEqual([250, 500, 1_000, 2_000, 30_000, 30_000]);
  });

  it('is somewhere between half of it and all, so that not all come back together', () => {
    expect([waitOf(3, () => 0), waitOf(3, () => 0.5)]).toEqual([1_000, 1_500]);
  });
});

const message = (f48: string) => ({ mti: '0810', fields: { 48: f48 } });

/** The last digit of its check value is another. */
const changed = (text: string) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0');

const wrapped = (key: Uint8Array, master: Uint8Array) =>
  toHex(wrapKey(key, { key: master, cipher: nativeDes })) +
  toHex(kcvOf({ key, cipher: nativeDes }));

describe('a key that comes over the line', () => {
  const master = new Uint8Array(16).fill(3);
  const key = Uint8Array.from({ length: 16 }, (_, at) => at);
  const hsm = softwareHsm([new Uint8Array(32).fill(5)]);
  const zmk = zoneKeySpec('zmk');
  const kept = (spec: KeySpec) => hsm.adopt(spec, Uint8Array.from(master));
  const main = kept(zmk);

  it('opens under the master key, makes the MACs of the line, and is not seen by the line', () => {
    const held = macKeyIn(message(wrapped(key, master)), { hsm, main });
    const use = held && hsm.macKey(held, LINE_MAC);
    const clear = { algorithm: LINE_MAC, key, cipher: nativeDes } as const;
    const data = new Uint8Array(24).fill(1);
    expect(use && macOf(data, use)).toEqual(macOf(data, clear));
    expect(use?.key).not.toEqual(key);
    expect(JSON.stringify(held)).not.toContain(toHex(key));
    expect(() => held && hsm.dataKey(held)).toThrow(KeyTrouble);
  });

  it.each([
    ['under another master key', wrapped(key, new Uint8Array(16).fill(4))],
    ['that was changed on the way', changed(wrapped(key, master))],
    ['that is cut short', wrapped(key, master).slice(0, 30)],
    ['that is none', 'no key'],
  ])('%s is not taken', (_, f48) => {
    expect(macKeyIn(message(f48), { hsm, main })).toBeUndefined();
  });

  it('is not opened by a key that is for PINs, or that lay at another place', () => {
    const f48 = message(wrapped(key, master));
    const forPins = kept({ ...zmk, purpose: 'pin' });
    expect(() => macKeyIn(f48, { hsm, main: forPins })).toThrow('purpose');
    const { block } = kept({ ...zmk, place: 'zone_key:zpk' });
    expect(() => macKeyIn(f48, { hsm, main: { ...main, block } })).toThrow('place');
  });
});
