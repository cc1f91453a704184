import { fromHex, textOf } from '@kaitong/iso8583';
import { describe, expect, it } from 'vitest';
import { Terminal } from './terminal.ts';
import { CARD, makeBench, PROFILE, readyBench } from './testing/bench.ts';

describe('install', () => {
  it('takes a main key that fits its check value', async () => {
    const { terminal } = makeBench();
    expect(await terminal.install(PROFILE)).toEqual({ kind: 'done' });
    expect(await terminal.status()).toMatchObject({ isInstalled: true, isSignedIn: false });
  });

  it('refuses a main key that does not', async () => {
    const { terminal } = makeBench();
    const result = await terminal.install({ ...PROFILE, tmkKcv: fromHex('43C6CCCA') });
    expect(result).toMatchObject({ kind: 'refused', reason: 'keyCheck' });
    expect(await terminal.signIn('01')).toMatchObject({ kind: 'refused', reason: 'notInstalled' });
  });

  it('keeps the log and open reversals when only the key is new', async () => {
    const { terminal, host } = await readyBench();
    host.will('silent');
    await terminal.sale({ amountMinor: 100n, card: CARD });
    await terminal.install(PROFILE);
    expect(await terminal.status()).toMatchObject({ openReversals: 1, isSignedIn: false });
  });

  it('refuses another terminal number while a reversal is open', async () => {
    const { terminal, host } = await readyBench();
    host.will('silent');
    await terminal.sale({ amountMinor: 100n, card: CARD });
    expect(await terminal.install({ ...PROFILE, terminalNo: '00000002' })).toMatchObject({
      kind: 'refused',
      reason: 'otherTerminal',
    });
  });
});

describe('sign-in', () => {
  it('brings the keys and the batch number', async () => {
    const { terminal, host } = makeBench();
    await terminal.install(PROFILE);
    expect(await terminal.signIn('01')).toMatchObject({
      kind: 'done',
      code: '00',
      batch: '000007',
      words: { 'zh-Hans': '交易成功' },
    });
    expect(host.log).toEqual(['0800/003']);
    expect(host.heard[0]?.fields).toEqual({
      11: '000001',
      41: '00000001',
      42: '123456789012345',
      60: '00000000003',
      63: '01 ',
    });
    expect(await terminal.status()).toMatchObject({ isSignedIn: true, batch: '000007' });
  });

  it('keeps no keys that fail their check value', async () => {
    const { terminal, host } = makeBench();
    await terminal.install(PROFILE);
    host.will('wrongKeys');
    expect(await terminal.signIn('01')).toMatchObject({ kind: 'unknown', reason: 'keyCheck' });
    expect(await terminal.sale({ amountMinor: 100n, card: CARD })).toMatchObject({
      kind: 'refused',
      reason: 'notSignedIn',
    });
  });

  it('says why the host declines', async () => {
    const { terminal, host } = makeBench();
    await terminal.install(PROFILE);
    host.will({ code: '97' });
    expect(await terminal.signIn('01')).toMatchObject({ kind: 'declined', code: '97' });
  });

  it.each([
    ['noLine', { kind: 'refused', reason: 'noLine' }],
    ['silent', { kind: 'unknown', reason: 'noAnswer' }],
    ['garbage', { kind: 'unknown', reason: 'undecodable' }],
  ] as const)('with a host that is %s leaves the terminal signed out', async (mood, result) => {
    const { terminal, host } = makeBench();
    await terminal.install(PROFILE);
    host.will(mood);
    expect(await terminal.signIn('01')).toMatchObject(result);
    expect(await terminal.status()).toMatchObject({ isSignedIn: false });
  });
});

it('signs out and forgets the keys even when nobody answers', async () => {
  const { terminal, host } = await readyBench();
  host.will('silent');
  expect(await terminal.signOut()).toMatchObject({ kind: 'unknown' });
  expect(host.log).toEqual(['0820/002']);
  expect(await terminal.status()).toMatchObject({ isSignedIn: false });
});

it('hears its echo', async () => {
  const { terminal, host } = await readyBench();
  expect(await terminal.echo()).toMatchObject({ kind: 'done' });
  expect(host.log).toEqual(['0820/301']);
});

it('notes what the host asks for in the header', async () => {
  const { terminal, host } = await readyBench();
  host.asks = '3';
  await terminal.echo();
  expect(await terminal.status()).toMatchObject({ hostAsks: '3' });
  host.asks = '0';
  await terminal.echo();
  expect(await terminal.status()).toMatchObject({ hostAsks: '0' });
});

it('counts the trace from 999999 on to 1', async () => {
  const { host, disk, ports } = await readyBench();
  const state = await disk.load();
  if (state === undefined) throw new Error('nothing on disk');
  await disk.save({ ...state, trace: 999_999 });
  const terminal = new Terminal(disk, ports);
  await terminal.echo();
  await terminal.echo();
  expect(host.heard.map((message) => textOf(message, 11))).toEqual(['999999', '000001']);
});
