import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { bankGateway } from '#connectors/bank';
import { courierGateway } from '#connectors/courier';
import { identityGateway } from '#connectors/identity-authority';
import { OutsideRefusal, Unreachable } from '#connectors/outside';
import { smsGateway } from '#connectors/sms';
import { transact } from '#platform/db';
import { clockAt } from '#platform/clock';
import { testDatabase } from '#testing/database';
import { createFaults, type Faults, type Party } from './faults.ts';
import { outsideServer } from './routes.ts';
import { balanceOf, decideCollection, messagesTo, movingShipments } from './store.ts';

const test = testDatabase();
const clock = clockAt(new Date('2026-03-10T02:00:00Z'));
let server: FastifyInstance;
let faults: Faults;
let base = '';

const publicUrl = () => 'http://localhost:8080';
const clearingFileOf = async (_: unknown, day: string) =>
  day === '2026-03-09' ? 'a file' : undefined;

beforeAll(async () => {
  faults = createFaults();
  server = outsideServer({ db: test.db, clock, faults, publicUrl, clearingFileOf });
  await server.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => server.close());
beforeEach(() => {
  for (const party of ['bank', 'courier', 'sms', 'authority'] as const)
    faults.set(party, 'none', 0);
});

function payoutFile(lines: readonly string[], sum: bigint): string {
  const body = ['H|f|2026-03-10|CNY', ...lines].map((line) => `${line}\n`).join('');
  return `${body}T|${lines.length}|${sum}|${createHash('sha256').update(body).digest('hex')}\n`;
}

describe('the adapters against the sandbox, over a real socket', () => {
  it('delivers a text once, though it is sent twice', async () => {
    const sms = smsGateway(base);
    const message = { id: 'm1', phone: '13800138000', text: '您好' };
    await sms.send(message);
    await sms.send(message);
    expect(await messagesTo(test.db, message.phone)).toMatchObject([{ id: 'm1', text: '您好' }]);
  });

  it('collects once, and the first decision of the payer stays', async () => {
    const bank = bankGateway(base);
    const request = { id: 'col_1', amountMinor: 29_900n, payer: 'a', text: 'deposit' };
    expect((await bank.collect(request)).payUrl).toBe('http://localhost:8080/sandbox-bank/col_1');
    await bank.collect(request);
    const at = clock.now();
    expect(await decideCollection(test.db, { id: 'col_1', status: 'paid', at })).toMatchObject({
      status: 'paid',
    });
    expect(await decideCollection(test.db, { id: 'col_1', status: 'failed', at })).toMatchObject({
      status: 'paid',
    });
    expect(await balanceOf(test.db, 'institution')).toBe(29_900n);
  });

  it('pays a payout file once, and gives back what goes to a closed account', async () => {
    const bank = bankGateway(base);
    expect(await bank.payoutResults('file_1')).toBeUndefined();
    const lines = ['pyo_1|6200000000001234|A|700', 'pyo_2|6200000000000000|B|300'];
    const file = { id: 'file_1', bytes: payoutFile(lines, 1000n) };
    await bank.sendPayouts(file);
    await bank.sendPayouts(file);
    expect(await bank.payoutResults('file_1')).toEqual([
      { payoutId: 'pyo_1', outcome: 'paid', reason: '' },
      { payoutId: 'pyo_2', outcome: 'returned', reason: 'account closed' },
    ]);
    expect(await balanceOf(test.db, '6200000000001234')).toBe(700n);
    const other = bank.sendPayouts({ id: 'file_1', bytes: payoutFile(lines.slice(0, 1), 700n) });
    await expect(other).rejects.toThrow(OutsideRefusal);
  });

  it.each([
    ['a wrong sum', payoutFile(['pyo_3|62|A|700'], 701n)],
    ['a cut file', payoutFile(['pyo_3|62|A|700', 'pyo_4|62|A|1'], 701n).replace(/pyo_4.*\n/, '')],
    ['nothing', ''],
  ])('refuses a payout file with %s', async (_, bytes) => {
    const sent = bankGateway(base).sendPayouts({ id: `bad ${_}`, bytes });
    await expect(sent).rejects.toThrow(OutsideRefusal);
  });
});

describe('what else is outside', () => {
  it('takes a parcel once and moves it with business time', async () => {
    const courier = courierGateway(base);
    const parcel = {
      id: 'shp_1',
      to: { name: 'a', phone: 'b', address: 'c' },
      content: 'terminal',
    };
    const first = await courier.ship(parcel);
    expect(await courier.ship(parcel)).toEqual(first);
    expect(await movingShipments(test.db, clock.now())).toMatchObject([
      { id: 'shp_1', status: 'taken' },
    ]);
  });

  it('knows which name does not belong to a number', async () => {
    const authority = identityGateway(base);
    expect(await authority.check({ name: '林一', idNo: 'x' })).toEqual({ kind: 'match' });
    expect(await authority.check({ name: '名不符', idNo: 'x' })).toMatchObject({
      kind: 'mismatch',
    });
  });

  it.each([
    ['loseReply', Unreachable],
    ['loseRequest', Unreachable],
    ['disconnect', Unreachable],
    ['refuse', OutsideRefusal],
    ['garbage', SyntaxError],
  ] as const)('misbehaves once when told to: %s', async (fault, error) => {
    const party: Party = 'authority';
    faults.set(party, fault, 1);
    const authority = identityGateway(base);
    await expect(authority.check({ name: 'a', idNo: 'b' })).rejects.toThrow(error);
    expect(await authority.check({ name: 'a', idNo: 'b' })).toEqual({ kind: 'match' });
  });

  it('is never asked inside a transaction', async () => {
    const asked = transact(test.db, async () =>
      smsGateway(base).send({ id: 'x', phone: 'y', text: 'z' }),
    );
    await expect(asked).rejects.toThrow('network call inside a transaction');
  });

  it('says that nobody is there', async () => {
    await server.ready();
    const nobody = smsGateway('http://127.0.0.1:1').send({ id: 'x', phone: 'y', text: 'z' });
    await expect(nobody).rejects.toThrow(Unreachable);
  });
});
