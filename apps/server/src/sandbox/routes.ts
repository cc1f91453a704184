/**
 * The outside world over HTTP: SMS gateway, bank, courier, identity authority, clearing files.
 * Each behaves as its port in `connectors/` says, keeps its books, and misbehaves when told to.
 */
import { createHash } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/db';
import { newDigits } from '#platform/ids';
import type { Fault, Faults, Party } from './faults.ts';
import {
  keepCollection,
  keepMessage,
  keepShipment,
  payFile,
  payoutFile,
  type Order,
} from './store.ts';

export type Outside = {
  readonly db: Db;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly publicUrl: () => string;
  readonly clearingFileOf: (db: Db, day: string) => Promise<string | undefined>;
};

const LATE_MS = 12_000;
const HOURS_ON_THE_WAY = 20;
const id = z.string().min(1).max(80);

export function outsideServer(outside: Outside): FastifyInstance {
  const app = fastify({ bodyLimit: 8 * 1024 * 1024, forceCloseConnections: true });
  smsGateway(app, outside);
  bank(app, outside);
  courier(app, outside);
  authority(app, outside);
  network(app, outside);
  return app;
}

/** Does the work unless the request is to be lost, and answers unless the reply is to be lost. */
async function behave(
  outside: Outside,
  { party, reply }: { party: Party; reply: FastifyReply },
  work: () => Promise<unknown>,
): Promise<unknown> {
  const fault: Fault = outside.faults.take(party);
  if (fault === 'refuse') return reply.code(422).send('told to refuse');
  if (fault === 'loseRequest') return hangUp(reply);
  const answer = await work();
  if (fault === 'loseReply' || fault === 'disconnect') return hangUp(reply);
  if (fault === 'garbage') return reply.send('�<garbage>');
  if (fault === 'late') await new Promise((resolve) => setTimeout(resolve, LATE_MS));
  return answer;
}

function hangUp(reply: FastifyReply): FastifyReply {
  reply.raw.destroy();
  return reply.hijack();
}

function smsGateway(app: FastifyInstance, outside: Outside): void {
  const message = z.object({ id, phone: z.string(), text: z.string().max(1000) });
  app.post('/sms/messages', async (request, reply) =>
    behave(outside, { party: 'sms', reply }, async () => {
      await keepMessage(outside.db, { ...message.parse(request.body), at: outside.clock.now() });
      return reply.code(202).send({ ok: true });
    }),
  );
}

function bank(app: FastifyInstance, outside: Outside): void {
  const collection = z.object({ id, amountMinor: z.string(), payer: z.string(), text: z.string() });
  app.post('/bank/collections', async (request, reply) =>
    behave(outside, { party: 'bank', reply }, async () => {
      const { amountMinor, ...rest } = collection.parse(request.body);
      const at = outside.clock.now();
      await keepCollection(outside.db, {
        ...rest,
        amount_minor: BigInt(amountMinor),
        status: 'waiting',
        at,
      });
      return { payUrl: `${outside.publicUrl()}/sandbox-bank/${rest.id}` };
    }),
  );
  const file = z.object({ id, bytes: z.string() });
  app.post('/bank/payout-files', async (request, reply) =>
    behave(outside, { party: 'bank', reply }, async () => {
      const { id: fileId, bytes } = file.parse(request.body);
      const orders = ordersIn(bytes);
      if (!orders) return reply.code(422).send('the trailer does not match the lines');
      const at = outside.clock.now();
      const kept = await payFile(outside.db, { id: fileId, bytes, orders, at });
      if (kept === 'other') return reply.code(409).send('this file id had other bytes');
      return reply.code(202).send({ ok: true });
    }),
  );
  app.get<{ Params: { id: string } }>('/bank/payout-files/:id', async (request, reply) =>
    behave(outside, { party: 'bank', reply }, async () => {
      const kept = await payoutFile(outside.db, request.params.id);
      return kept ? { ready: true, lines: kept.lines } : { ready: false, lines: [] };
    }),
  );
}

/**
 * Lines of a payout file: `payoutId|account|name|amountMinor`, between a header that begins with H
 * and a trailer `T|count|sum|sha256`. Undefined when the trailer does not agree with the lines.
 */
function ordersIn(bytes: string): Order[] | undefined {
  const lines = bytes.split('\n').filter((line) => line !== '');
  const [, count = '', total = '', sha256 = ''] = lines.at(-1)?.split('|') ?? [];
  const body = lines.slice(0, -1).map((line) => `${line}\n`);
  if (createHash('sha256').update(body.join('')).digest('hex') !== sha256) return undefined;
  const orders = lines.slice(1, -1).map((line) => {
    const [payoutId = '', account = '', , amount = '0'] = line.split('|');
    return { payoutId, account, amountMinor: BigInt(amount) };
  });
  const sum = orders.reduce((all, { amountMinor }) => all + amountMinor, 0n);
  return Number(count) === orders.length && total === sum.toString() ? orders : undefined;
}

function courier(app: FastifyInstance, outside: Outside): void {
  const parcel = z.object({
    id,
    to: z.object({ name: z.string(), phone: z.string(), address: z.string() }),
    content: z.string(),
  });
  app.post('/courier/shipments', async (request, reply) =>
    behave(outside, { party: 'courier', reply }, async () => {
      const { id: shipmentId, to, content } = parcel.parse(request.body);
      const at = outside.clock.now();
      const { tracking } = await keepShipment(outside.db, {
        id: shipmentId,
        tracking: `SB${newDigits(10)}`,
        address: to.address,
        content,
        status: 'taken',
        delivers_at: new Date(at.getTime() + HOURS_ON_THE_WAY * 3_600_000),
        at,
      });
      return { tracking };
    }),
  );
}

/** A name that contains 不符 does not belong to any number; every other pair matches. */
function authority(app: FastifyInstance, outside: Outside): void {
  const person = z.object({ name: z.string(), idNo: z.string() });
  app.post('/authority/checks', async (request, reply) =>
    behave(outside, { party: 'authority', reply }, async () => {
      const { name } = person.parse(request.body);
      return name.includes('不符') ? { kind: 'mismatch', reason: 'name' } : { kind: 'match' };
    }),
  );
}

function network(app: FastifyInstance, outside: Outside): void {
  app.get<{ Params: { day: string } }>('/network/clearing/:day', async (request, reply) => {
    const text = await outside.clearingFileOf(outside.db, request.params.day);
    return text === undefined
      ? reply.code(404).send('no file')
      : reply.type('text/plain').send(text);
  });
}
