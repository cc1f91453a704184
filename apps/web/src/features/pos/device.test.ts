import { desCipher, kcvOf } from '@kaitong/iso8583';
import { describe, expect, it } from 'vitest';
import { walletCards } from './cards.data.ts';
import { Device, type Facts, type Snapshot } from './device.ts';
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
    hashPassword: async (password, salt) =>
      Uint8Array.from([...salt, ...new TextEncoder().encode(password)]),
    sleep: async () => {},
  });
  return { device, heard, place };
}

/** Until the work is over; the terminal works without timers, so a few turns are enough. */
async function until(device: Device, isSo: (snapshot: Snapshot) => boolean) {
  await new Promise<void>((resolve) => {
    const look = () => isSo(device.snapshot()) && resolve();
    device.subscribe(look);
    look();
  });
}

async function told(device: Device) {
  await until(device, ({ screen }) => screen.at === 'told');
  const { screen } = device.snapshot();
  return screen.at === 'told' ? screen.told : undefined;
}

/** The same memory, as a sign-in leaves it. */
function signedIn(place: ReturnType<typeof storage>) {
  const state = JSON.parse(place.getItem('kaitong.pos.state') ?? '{}') as object;
  const key = '11'.repeat(16);
  place.setItem('kaitong.pos.state', JSON.stringify({ ...state, keys: { pik: key, mak: key } }));
  return place;
}

/** With the first password, which has to go. */
async function logIn(device: Device) {
  const keys = ['enter', '0', '1', 'enter', '0', '0', '0', '0', 'enter'] as const;
  for (const key of keys) device.hear({ type: 'key', key });
  await until(device, ({ screen }) => screen.at === 'asking');
  expect(device.snapshot().screen).toMatchObject({
    deed: 'changePassword',
    question: 'newPassword',
  });
  for (const key of ['1', '2', '3', '4', 'enter'] as const) device.hear({ type: 'key', key });
  expect(await told(device)).toMatchObject({ outcome: { kind: 'done' } });
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
    await logIn(device);
    device.hear({ type: 'key', key: 'enter' });
    device.hear({ type: 'key', key: 'enter' });
    expect(device.snapshot().screen.at).toBe('busy');
    expect(await told(device)).toMatchObject({
      deed: 'signIn',
      outcome: { kind: 'unknown', reason: 'noAnswer' },
    });
    expect(heard).toHaveLength(1);
  });

  it('gives a chip card back that is swiped', async () => {
    const { device, place } = deviceOn();
    await device.install(profile, facts);
    await logIn(device);
    const open = deviceOn(signedIn(place)).device;
    await until(open, ({ status }) => status !== undefined);
    open.hear({ type: 'begin', deed: 'sale', answers: { amountMinor: 100n } });
    const [card] = walletCards;
    if (!card) throw new Error('the wallet is empty');
    open.present(card, 'swipe');
    expect(open.snapshot().screen).toMatchObject({ question: 'card', hint: 'hasChip' });
    open.present(card, 'chip');
    expect(open.snapshot().screen).toMatchObject({ question: 'pin' });
  });

  it('hears nothing more once another tab works with the same terminal', () => {
    const { device } = deviceOn();
    device.giveWay();
    device.hear({ type: 'key', key: 'menu' });
    expect(device.snapshot().screen).toEqual({ at: 'ready' });
  });
});
