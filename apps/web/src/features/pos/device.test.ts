import { desCipher, kcvOf } from '@kaitong/iso8583';
import { describe, expect, it } from 'vitest';
import { walletCards } from './cards.data.ts';
import { Device, type Facts } from './device.ts';
import { shelfIn } from './shelf.ts';

const tmk = new Uint8Array(16).fill(0x11);
const profile = {
  terminalNo: '10000001',
  merchantNo: '898310154110001',
  merchantName: '样例小店',
  tmk,
  tmkKcv: kcvOf({ key: tmk, cipher: desCipher }),
  tpdu: '6000030000',
  header: '603100311000',
};
const facts: Facts = {
  serial: 'TRAIN00000000001',
  terminalId: 'trm_0000000000',
  terminalNo: profile.terminalNo,
  merchantNo: profile.merchantNo,
  shop: profile.merchantName,
};

function storage() {
  const kept = new Map<string, string>([['kaitong.lang', 'en']]);
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

/** A host that hears everything and says nothing. */
function deviceOn(place = storage()) {
  const heard: Uint8Array[] = [];
  const device = new Device({
    shelf: shelfIn(place),
    carry: async (bytes) => {
      heard.push(bytes);
      return undefined;
    },
    now: () => new Date('2026-03-10T02:00:00Z'),
    lang: () => 'en',
    random: (count) => new Uint8Array(count),
    sleep: async () => {},
  });
  return { device, heard, place };
}

/** Until the work is over; the terminal works without timers, so a few turns are enough. */
async function told(device: Device) {
  await new Promise<void>((resolve) => {
    const look = () => device.snapshot().screen.at === 'told' && resolve();
    device.subscribe(look);
    look();
  });
  const { screen } = device.snapshot();
  return screen.at === 'told' ? screen.told : undefined;
}

describe('a browser terminal', () => {
  it('refuses a main key that fails its check value', async () => {
    const { device } = deviceOn();
    expect(await device.install({ ...profile, tmkKcv: new Uint8Array(4) }, facts)).toBe(false);
    expect(device.snapshot().facts).toBeUndefined();
  });

  it('remembers who it is in a new page, until it is made to forget', async () => {
    const { device, place } = deviceOn();
    expect(await device.install(profile, facts)).toBe(true);
    const again = deviceOn(place).device;
    expect(again.snapshot().facts).toEqual(facts);
    again.forget();
    expect(deviceOn(place).device.snapshot().facts).toBeUndefined();
    // What the house keeps beside it is not the terminal's to forget.
    expect([...place.kept.keys()]).toEqual(['kaitong.lang']);
  });

  it('asks the host by the keys of its keypad and says that no answer came', async () => {
    const { device, heard } = deviceOn();
    await device.install(profile, facts);
    for (const key of ['enter', '0', '1', 'enter'] as const) device.hear({ type: 'key', key });
    expect(device.snapshot().screen.at).toBe('busy');
    expect(await told(device)).toMatchObject({
      deed: 'signIn',
      outcome: { kind: 'unknown', reason: 'noAnswer' },
    });
    expect(heard).toHaveLength(1);
  });

  it('gives a chip card back that is swiped', () => {
    const { device } = deviceOn();
    device.hear({ type: 'begin', deed: 'sale', answers: { amountMinor: 100n } });
    const [card] = walletCards;
    if (!card) throw new Error('the wallet is empty');
    device.present(card, 'swipe');
    expect(device.snapshot().screen).toMatchObject({ question: 'card', hint: 'hasChip' });
    device.present(card, 'chip');
    expect(device.snapshot().screen).toMatchObject({ question: 'pin' });
  });

  it('hears nothing more once another tab works with the same terminal', () => {
    const { device } = deviceOn();
    device.giveWay();
    device.hear({ type: 'key', key: 'menu' });
    expect(device.snapshot().screen).toEqual({ at: 'ready' });
  });
});
