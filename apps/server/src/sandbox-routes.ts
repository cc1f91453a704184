import { api } from '@kaitong/contract';
import { addDays, dayOf, nextWorkingDay, shanghai } from '@kaitong/values';
import { calendar } from '#catalogue';
import { sampleStaff } from '#identity';
import type { MovableClock } from '#platform/clock';
import type { Db } from '#platform/db';
import { on, type Route } from '#platform/http';
import type { Jobs } from '#platform/jobs';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { callTerminalPort } from './sandbox-line.ts';
import { furnishShop, passSelfTest } from './sandbox-shop.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import {
  balanceOf,
  collectionById,
  linesOf,
  messagesTo,
  type Collection,
} from './sandbox/store.ts';

type Move =
  | { readonly advance_ms: number }
  | { readonly to: Date }
  | { readonly toNext: 'workingDay' | 'cutOff' | 'payout' };
type Parts = { readonly sandbox: Sandbox; readonly clock: MovableClock; readonly jobs: Jobs };

/** What people and the journey may do to the sandbox. Not mounted in live mode. */
export function sandboxRoutes(services: Services, parts: Parts): readonly Route[] {
  return [...worldRoutes(services, parts), ...terminalRoutes(services)];
}

/** The world outside, and its time. */
function worldRoutes({ db }: Services, { sandbox, clock, jobs }: Parts): readonly Route[] {
  return [
    on(api.sandbox.readClock).handle(async () => ({
      now: clock.now(),
      offset_ms: clock.offset_ms(),
    })),
    on(api.sandbox.moveClock).handle(async (_, { body }) => {
      const target = await targetOf(db, { move: body, now: clock.now() });
      const by_ms = target.getTime() - clock.now().getTime();
      if (by_ms <= 0) throw refuse('clock.backwards', { now: clock.now().toISOString() });
      await jobs.settle();
      await clock.advance(by_ms);
      // Parcels arrive, what fell due is done, and what that set off is done too.
      await sandbox.tick();
      const fired = await jobs.catchUp();
      await sandbox.tick();
      await jobs.settle();
      return { now: clock.now(), fired };
    }),
    on(api.sandbox.listMessages).handle(async (_, { query }) => ({
      rows: await messagesTo(db, query.phone),
    })),
    on(api.sandbox.setFault).handle(async (_, { body }) => {
      sandbox.faults.set(body.party, body.fault, body.times);
      return { ok: true };
    }),
    on(api.sandbox.statement).handle(async (_, { params }) => ({
      balanceMinor: (await balanceOf(db, params.account)).toString(),
      lines: (await linesOf(db, params.account)).map(({ at, reference, amount_minor, text }) => ({
        at,
        reference,
        amountMinor: amount_minor.toString(),
        text,
      })),
    })),
    on(api.sandbox.readCollection).handle(async (_, { params }) =>
      collectionReply(await collectionById(db, params.id)),
    ),
    on(api.sandbox.decideCollection).handle(async (_, { params, body }) =>
      collectionReply(await sandbox.decide(params.id, body.outcome)),
    ),
    on(api.sandbox.payCode).handle(async (_, { body }) => ({
      paid: await sandbox.payCode(body.code),
    })),
    on(api.sandbox.logins).handle(async () => ({ rows: [...sampleStaff] })),
  ];
}

/** What a terminal in a browser needs, and a farm of terminals. */
function terminalRoutes(services: Services): readonly Route[] {
  return [
    on(api.sandbox.furnishShop).transact(async (tx, { now }, { body }) =>
      furnishShop(tx, services, { now, terminals: body.terminals }),
    ),
    on(api.sandbox.passSelfTest).transact(async (tx, { now }, { params }) => {
      await passSelfTest(tx, now, params.id);
      return { ok: true };
    }),
    on(api.sandbox.terminalLine).handle(async (_, { body }) => {
      const reply = await callTerminalPort(services, Buffer.from(body.bytes, 'base64'));
      return reply === undefined ? {} : { bytes: Buffer.from(reply).toString('base64') };
    }),
  ];
}

async function targetOf(db: Db, { move, now }: { move: Move; now: Date }): Promise<Date> {
  if ('advance_ms' in move) return new Date(now.getTime() + move.advance_ms);
  if ('to' in move) return move.to;
  const today = dayOf(now);
  if (move.toNext === 'cutOff') {
    const cutOff = shanghai(today, '23:05');
    return cutOff > now ? cutOff : shanghai(addDays(today, 1), '23:05');
  }
  const days = await calendar(db);
  const next = nextWorkingDay(days, today);
  return shanghai(next, move.toNext === 'payout' ? '09:05' : '10:00');
}

function collectionReply(collection: Collection | undefined) {
  if (!collection) throw refuse('request.notFound');
  const { id, amount_minor, payer, text, status } = collection;
  return { id, amountMinor: amount_minor.toString(), payer, text, status };
}
