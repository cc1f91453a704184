import {
  bytesOf,
  F59_PIN,
  kcvOf,
  openPin,
  pinFrom,
  readF59,
  sm4Cipher,
  textOf,
  tlvValue,
  toAscii,
} from '@kaitong/iso8583';
import { describe, expect, it } from 'vitest';
import { Terminal } from './terminal.ts';
import { CARD, makeBench, PROFILE, readyBench } from './testing/bench.ts';
import { turned } from './testing/host-management.ts';
import { PIK } from './testing/test-keys.ts';

const MAKER = {
  manufacturer: 'SAIL',
  serial: 'SN00000001',
  tpdu: '6000030000',
  header: '603100100000',
};
const rsaEncrypt = async (_: object, plain: Uint8Array) => turned(plain);

/** Every message from the box to the counter, in the order of the book. */
const WHOLE_WAY = [
  '0800/101',
  '0820/352',
  '0800/350',
  '0800/351',
  '0800/360',
  '0800/361',
  '0820/372',
  '0800/370',
  '0800/370',
  '0800/371',
  '0820/382',
  '0820/382',
  '0800/380',
  '0800/380',
  '0800/380',
  '0800/381',
  '0800/394',
  '0800/395',
  '0800/396',
  '0800/396',
  '0800/397',
  '0800/398',
  '0800/398',
  '0800/399',
  '0800/390',
  '0800/390',
  '0800/391',
  '0800/003',
  '0820/301',
];

describe('a terminal without anything', () => {
  it('gets its numbers by serial number, its main key by RSA, its lists, and signs in', async () => {
    const { terminal, host } = makeBench({ rsaEncrypt });
    expect(await terminal.initialise(MAKER)).toEqual({ kind: 'done' });
    expect(host.heard[0]?.fields).not.toHaveProperty('41');
    expect(toAscii(bytesOf(host.heard[0] ?? { mti: '', fields: {} }, 59) ?? new Uint8Array())).toBe(
      `${'SAIL'.padEnd(20)}${'SN00000001'.padEnd(30)}${' '.repeat(10)}01`,
    );
    expect(await terminal.status()).toMatchObject({
      terminalNo: '00000001',
      merchantNo: '123456789012345',
    });
    expect(await terminal.signIn('01')).toMatchObject({ kind: 'refused', reason: 'noMainKey' });
    expect(await terminal.fetchMainKey()).toMatchObject({ kind: 'done' });
    const prepared = await terminal.prepare('01');
    expect(prepared).toMatchObject({ signIn: { kind: 'done' }, echo: { kind: 'done' } });
    expect(host.log).toEqual(WHOLE_WAY);
    expect(await terminal.status()).toMatchObject({
      tables: { caKeys: 2, aids: 3, contactless: 1, noPinBins: 2, noPinBlocked: 2, blacklist: 2 },
    });
    expect(await terminal.sale({ amountMinor: 1n, card: CARD })).toMatchObject({
      kind: 'approved',
    });
  });

  it('whose serial number nobody knows stays without a number', async () => {
    const { terminal, host } = makeBench();
    host.will({ code: '97' });
    expect(await terminal.initialise(MAKER)).toMatchObject({ kind: 'declined', code: '97' });
  });

  it('is not initialised over a terminal that has a number', async () => {
    const { terminal } = await readyBench();
    expect(await terminal.initialise(MAKER)).toMatchObject({ reason: 'otherTerminal' });
  });

  it('without RSA says that this way is not its own', async () => {
    const { terminal } = await readyBench();
    expect(await terminal.fetchMainKey()).toMatchObject({ reason: 'noWay' });
    expect(await makeBench().terminal.activate('12345678')).toMatchObject({ reason: 'noWay' });
  });

  it('is activated by a code over a line of its own', async () => {
    const { terminal } = makeBench({ redeem: async () => PROFILE });
    expect(await terminal.activate('12345678')).toEqual({ kind: 'done' });
    expect(await terminal.signIn('01')).toMatchObject({ kind: 'done' });
  });
});

describe('a download', () => {
  it('that breaks off leaves the old list', async () => {
    const { terminal, host } = await readyBench();
    await terminal.download('aids');
    host.will('approve', 'approve', 'approve', 'silent');
    expect(await terminal.download('aids')).toMatchObject({ kind: 'unknown' });
    expect(await terminal.status()).toMatchObject({ tables: { aids: 3 } });
  });

  it('of parameters changes what the terminal does', async () => {
    const { terminal } = await readyBench();
    await terminal.download('parameters');
    await terminal.sale({ amountMinor: 100n, card: CARD });
    const { transactions } = await terminal.status();
    const trace = transactions[0]?.trace ?? '';
    // 20 per cent instead of 15.
    expect(await terminal.tip({ trace, tipMinor: 20n })).toMatchObject({ kind: 'stored' });
  });

  it('of the blacklist keeps its cards out', async () => {
    const { terminal, host } = await readyBench();
    await terminal.download('blacklist');
    host.heard.length = 0;
    const card = { ...CARD, pan: '6212340000000000' };
    expect(await terminal.sale({ amountMinor: 1n, card })).toMatchObject({ reason: 'cardBlocked' });
    expect(host.log).toEqual([]);
  });

  it('that the host does not do is passed by', async () => {
    const { terminal, host } = await readyBench();
    host.will({ code: '40' }, { code: '40' });
    const prepared = await terminal.prepare('01');
    expect(prepared).toMatchObject({
      downloads: [
        { name: 'parameters', code: '40' },
        { name: 'caKeys', code: '40' },
        { name: 'aids', code: '00' },
        {},
        {},
        {},
        {},
      ],
      signIn: { kind: 'done' },
    });
  });
});

describe('sign-in with a track key', () => {
  it('sends tracks under it and says so in F53', async () => {
    const { terminal, host } = makeBench();
    await terminal.install({ ...PROFILE, signInCode: '004' });
    await terminal.signIn('01');
    const track2 = '6200000000000005=30122010000012345678';
    await terminal.sale({ amountMinor: 1n, card: { ...CARD, entry: 'swipe', track2 } });
    const sale = host.heard.at(-1) ?? { mti: '', fields: {} };
    expect(host.log).toEqual(['0800/004', '0200']);
    expect(textOf(sale, 53)).toBe('0610000000000000');
    const sent = textOf(sale, 35) ?? '';
    expect(sent).toHaveLength(track2.length);
    expect(sent.startsWith('62000000000000')).toBe(true);
    expect(sent).not.toContain('3012201');
  });
});

describe('sign-in with SM4 keys', () => {
  const sm4Profile = {
    ...PROFILE,
    signInCode: '005',
    tmkKcv: kcvOf({ key: PROFILE.tmk, cipher: sm4Cipher }),
  };

  it('makes MACs by them, and puts the wide PIN block into F59', async () => {
    const { terminal, host } = makeBench({ sm4: sm4Cipher });
    host.isSm4 = true;
    await terminal.install(sm4Profile);
    expect(await terminal.signIn('01')).toMatchObject({ kind: 'done' });
    const result = await terminal.sale({ amountMinor: 1n, card: { ...CARD, pin: '123456' } });
    expect(result).toMatchObject({ kind: 'approved' });
    const sale = host.heard.at(-1) ?? { mti: '', fields: {} };
    expect(textOf(sale, 53)).toBe('2300000000000000');
    expect(bytesOf(sale, 52)).toEqual(new Uint8Array(8));
    const f59 = readF59(bytesOf(sale, 59) ?? new Uint8Array()) ?? [];
    const sealed = tlvValue(f59, F59_PIN) ?? new Uint8Array();
    const block = openPin(sealed, { key: PIK, cipher: sm4Cipher });
    expect(pinFrom(block, CARD.pan)).toBe('123456');
  });

  it('is not for a terminal without SM4', async () => {
    expect(await makeBench().terminal.install(sm4Profile)).toMatchObject({ reason: 'keyCheck' });
  });
});

describe('what the host wants', () => {
  it.each([
    ['1', ['0800/360', '0800/361']],
    ['2', ['0820/362']],
    ['3', ['0800/003']],
    ['4', ['0820/372', '0800/370', '0800/370', '0800/371']],
    ['6', ['0800/364', '0800/365']],
    ['7', ['0800/390', '0800/390', '0800/391']],
    ['9', ['0800/394', '0800/395']],
  ] as const)('(%s) is done after the payment', async (wish, messages) => {
    const { terminal, host } = await readyBench();
    host.asks = wish;
    host.asksOnce = true;
    expect(await terminal.sale({ amountMinor: 1n, card: CARD })).toMatchObject({
      kind: 'approved',
    });
    expect(host.log).toEqual(['0200', ...messages]);
  });

  it('is tried once when it fails, and again after the next payment', async () => {
    const { terminal, host } = await readyBench();
    host.asks = '3';
    host.will('approve', { code: '96' });
    await terminal.sale({ amountMinor: 1n, card: CARD });
    expect(host.log).toEqual(['0200', '0800/003']);
    host.asks = '0';
    host.will('approve');
    await terminal.sale({ amountMinor: 1n, card: CARD });
    expect(host.log).toEqual(['0200', '0800/003', '0200']);
  });

  it('survives a loss of power', async () => {
    const { host, disk, ports, terminal } = await readyBench();
    host.asks = '2';
    host.will('approve', 'noLine');
    await terminal.sale({ amountMinor: 1n, card: CARD });
    host.asks = '0';
    const again = new Terminal(disk, ports);
    expect(await again.status()).toMatchObject({ hostAsks: '2' });
  });
});
