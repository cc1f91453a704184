import { fromAscii } from '@kaitong/iso8583';
import { describe, expect, it } from 'vitest';
import { Terminal } from './terminal.ts';
import { CARD, readyBench } from './testing/bench.ts';

const SUPERVISOR = { number: '00', password: '123456' };
const CASHIER = { number: '01', password: '0000' };
const sale = { amountMinor: 1n, card: CARD };

/** Enough of a hash for a test: other salt, other bytes. */
const hashPassword = async (password: string, salt: Uint8Array) =>
  Uint8Array.from(fromAscii(password), (byte, i) => byte ^ ((salt[i] ?? 0) + 1));

/** A supervisor with a password of their own, and a cashier who has not changed the first one. */
async function staffedBench() {
  const bench = await readyBench({ hashPassword });
  await bench.terminal.addOperator(SUPERVISOR);
  await bench.terminal.changePassword({ ...SUPERVISOR, next: '654321' });
  await bench.terminal.logIn({ number: '00', password: '654321' });
  await bench.terminal.addOperator(CASHIER);
  await bench.terminal.logOut();
  return bench;
}

describe('an operator', () => {
  it('changes the first password before the first payment', async () => {
    const { terminal, host } = await staffedBench();
    expect(await terminal.sale(sale)).toMatchObject({ reason: 'notLoggedIn' });
    expect(await terminal.logIn(CASHIER)).toMatchObject({ reason: 'passwordMustChange' });
    expect(await terminal.sale(sale)).toMatchObject({ reason: 'passwordMustChange' });
    expect(await terminal.changePassword({ ...CASHIER, next: '2468' })).toEqual({ kind: 'done' });
    expect(await terminal.sale(sale)).toMatchObject({ kind: 'approved' });
    expect(host.heard[0]?.fields).toMatchObject({ 63: '01 ' });
  });

  it('is known only by a hash', async () => {
    const { disk } = await staffedBench();
    const state = JSON.stringify((await disk.load())?.operators);
    expect(state).not.toContain('654321');
    expect(state).not.toContain('0000"');
  });

  it('is locked after five wrong passwords, even by a terminal that was killed in between', async () => {
    const { terminal, disk, ports } = await staffedBench();
    for (let i = 0; i < 4; i++)
      // oxlint-disable-next-line no-await-in-loop
      expect(await terminal.logIn({ ...CASHIER, password: '9999' })).toMatchObject({
        reason: 'passwordWrong',
      });
    const again = new Terminal(disk, ports);
    expect(await again.logIn({ ...CASHIER, password: '9999' })).toMatchObject({
      reason: 'operatorLocked',
    });
    expect(await again.logIn(CASHIER)).toMatchObject({ reason: 'operatorLocked' });
    expect(await again.unlockOperator(CASHIER)).toMatchObject({ reason: 'supervisorOnly' });
    await again.logIn({ number: '00', password: '654321' });
    expect(await again.unlockOperator(CASHIER)).toEqual({ kind: 'done' });
    expect(await again.logIn(CASHIER)).toMatchObject({ reason: 'passwordMustChange' });
  });

  it.each([
    ['a new password that is the old one', { ...CASHIER, next: '0000' }],
    ['a short password', { ...CASHIER, next: '12' }],
    ['a wrong old password', { ...CASHIER, password: '1111', next: '2222' }],
    ['an unknown number', { number: '77', password: '0000', next: '2222' }],
  ])('keeps the password with %s', async (_, given) => {
    const { terminal } = await staffedBench();
    expect(await terminal.changePassword(given)).toMatchObject({ kind: 'refused' });
  });

  it('is added by the supervisor alone', async () => {
    const { terminal } = await readyBench({ hashPassword });
    expect(await terminal.addOperator(CASHIER)).toMatchObject({ reason: 'supervisorOnly' });
    await terminal.addOperator(SUPERVISOR);
    expect(await terminal.addOperator(CASHIER)).toMatchObject({ reason: 'supervisorOnly' });
    expect(await terminal.addOperator(SUPERVISOR)).toMatchObject({ reason: 'operatorKnown' });
  });

  it('needs a terminal that can hash', async () => {
    const { terminal } = await readyBench();
    expect(await terminal.addOperator(SUPERVISOR)).toMatchObject({ reason: 'noHash' });
  });
});
