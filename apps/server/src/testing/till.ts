import { day, money, secret, yuan } from '@kaitong/values';
import { sql } from 'kysely';
import { beforeAll, beforeEach } from 'vitest';
import type { NetworkMessage } from '#connectors/card-network';
import { balancesOf } from '#ledger';
import { setMerchantStatus } from '#merchants';
import {
  clearables,
  followUp,
  openBatch,
  refundPayment,
  reversePayment,
  sale,
  voidPayment,
  wallClock,
  type FollowKind,
  type MessageKey,
  type Original,
  type Payer,
  type ReversibleType,
  type Till,
  type VoidKind,
} from '#payments';
import type { Ask } from '#platform/ask';
import { testDatabase, type TestDatabase } from './database.ts';
import { makeMerchant, seedCatalogue, type SampleMerchant } from './merchant.ts';
import { makeWorld, TUESDAY, type World } from './world.ts';

export const DEBIT = '6200000000000005';
export const CREDIT = '6200010000000008';

type Wanted = { amount: string; pan?: string; qr?: string; key?: Partial<MessageKey> };
type Paid = { merchant_id: string; id: string; rrn: string; status: string; at: Date };

/**
 * A merchant and a till of its own for every test, so that limits and batches do not mix, below a
 * network that says yes until it is told otherwise.
 */
export function useTill() {
  const test: TestDatabase = testDatabase();
  let world: World;
  let shop: SampleMerchant;
  let till: Till;
  let trace = 0;
  let terminals = 0;
  const batch = { no: '' };

  beforeAll(async () => {
    world = makeWorld(test);
    await seedCatalogue(world);
  });
  beforeEach(async () => {
    world.setNow(TUESDAY);
    world.outside.networkAnswer = async (request) => approve(request);
    shop = await makeMerchant(world);
    await world.transact(async (tx) => setMerchantStatus(tx, shop.merchant_id, 'active'));
    till = {
      merchantId: shop.merchant_id,
      merchantNo: shop.merchant_no,
      terminalId: `trm_${String(++terminals).padStart(22, '0')}`,
      terminalNo: String(10_000_000 + terminals),
      epoch: 1,
    };
    await nextBatch();
  });

  const ask = () => world.system();
  const nextBatch = async () => {
    batch.no = await world.transact(async (tx) => openBatch(tx, ask(), till));
    return batch.no;
  };

  /** A second passes between two messages, so that ids sort as things happened. */
  const nextKey = (): MessageKey => {
    world.setNow(new Date(world.now().getTime() + 1000));
    return { ...till, batchNo: batch.no, trace: String(++trace).padStart(6, '0') };
  };

  const requestOf = ({ amount, pan = DEBIT, qr, key = {} }: Wanted) => ({
    key: { ...nextKey(), ...key },
    amount: yuan(amount),
    payer: qr === undefined ? card(pan) : ({ kind: 'qr', code: secret(qr) } as const),
    reading: { entryMode: qr === undefined ? '051' : '032' },
    fingerprint: `sale of ${amount}`,
  });

  /** The newest payment of this test's merchant. */
  const last = async (): Promise<Paid> => {
    const { rows } = await sql<Paid>`
      select * from payment where merchant_id = ${till.merchantId}
      order by id desc limit 1`.execute(test.db);
    const [payment] = rows;
    if (!payment) throw new Error('no payment');
    return payment;
  };

  const core = {
    test,
    world: () => world,
    till: () => till,
    batch,
    ask,
    nextKey,
    nextBatch,
    requestOf,
    last,
  };
  return { ...core, ...messagesOf(core), ...holdsOf(core), ...booksOf(core) };
}

type Core = {
  readonly test: TestDatabase;
  readonly world: () => World;
  readonly till: () => Till;
  readonly ask: () => Ask;
  readonly nextKey: () => MessageKey;
  readonly requestOf: (wanted: Wanted) => Parameters<typeof sale>[2];
  readonly last: () => Promise<Paid>;
};

/** What a till can send. */
function messagesOf({ world, ask, nextKey, requestOf, last }: Core) {
  return {
    pay: async (wanted: Wanted) => sale(world().services, ask(), requestOf(wanted)),
    paid: async (amount: string, pan = DEBIT) => {
      const request = requestOf({ amount, pan });
      await sale(world().services, ask(), request);
      return { key: request.key, payment: await last() };
    },
    reverse: async (key: MessageKey, amount: string, type: ReversibleType = '22') => {
      const request = { key, type, amount: yuan(amount), fingerprint: `reverse ${amount}` };
      return reversePayment(world().services, ask(), request);
    },
    undo: async (original: MessageKey, amount: string, rrn: string, key = nextKey()) =>
      voidPayment(world().services, ask(), {
        key,
        amount: yuan(amount),
        original: { batchNo: original.batchNo, trace: original.trace, rrn },
        fingerprint: `void ${rrn}`,
      }),
    giveBack: async (
      payment: Paid,
      amount: string,
      but: { rrn?: string; date?: string; pan?: string } = {},
    ) =>
      refundPayment(world().services, ask(), {
        key: nextKey(),
        amount: yuan(amount),
        original: {
          rrn: but.rrn ?? payment.rrn,
          date: but.date ?? wallClock(payment.at).slice(0, 4),
        },
        ...(but.pan === undefined ? {} : { payer: card(but.pan) }),
        fingerprint: `refund ${amount}`,
      }),
  };
}

type Hold = { readonly key: MessageKey; readonly authCode: string; readonly date: string };

/** How a later message names a hold. */
const original = ({ key, authCode, date }: Hold) => ({
  batchNo: key.batchNo,
  trace: key.trace,
  date,
  authCode,
});

/** Pre-authorisations of a till, and what follows them. */
function holdsOf({ world, ask, nextKey, requestOf, last }: Core) {
  return {
    hold: async (amount: string, but: { key?: MessageKey } = {}) => {
      const request = { ...requestOf({ amount, ...but }), kind: '0100:10' as const };
      const answer = await sale(world().services, ask(), request);
      const { at } = await last();
      const date = wallClock(at).slice(0, 4);
      return { key: request.key, authCode: answer?.authCode ?? '', date, answer };
    },
    follow: async (kind: FollowKind, { of, amount, key = nextKey(), ...but }: Following) =>
      followUp(world().services, ask(), {
        key,
        kind,
        amount: yuan(amount),
        original: { ...original(of), ...but.original },
        reading: { entryMode: '012' },
        ...(but.tip === undefined ? {} : { tip: yuan(but.tip) }),
        ...(but.pan === undefined ? {} : { payer: card(but.pan) }),
        fingerprint: `${kind} ${amount}`,
      }),
    letGo: async (kind: VoidKind, { of, amount, key = nextKey(), ...but }: Following) =>
      voidPayment(world().services, ask(), {
        key,
        kind,
        amount: yuan(amount),
        original: { ...original(of), ...but.original },
        ...(but.pan === undefined ? {} : { payer: card(but.pan) }),
        fingerprint: `${kind} ${amount}`,
      }),
  };
}

type Following = {
  readonly of: Hold;
  readonly amount: string;
  readonly key?: MessageKey;
  readonly original?: Partial<Original>;
  readonly tip?: string;
  readonly pan?: string;
};

/** What came of it. */
function booksOf({ test, world, till }: Core) {
  const clearable = async () => {
    const all = await world().transact(async (tx) => clearables(tx, day('2026-03-12')));
    return all.filter(({ merchantId }) => merchantId === till().merchantId);
  };
  return {
    clearable,
    listed: async () => (await clearable()).map(({ kind }) => kind),
    balance: async (code: string) => {
      const balances = await balancesOf(test.db, till().merchantId);
      return (balances.find((one) => one.code === code)?.balance ?? money(0n)).minor;
    },
  };
}

export function card(pan: string): Payer {
  return { kind: 'card', pan: secret(pan) };
}

/** What a network that says yes would answer. */
export function approve(
  { mti, fields }: NetworkMessage,
  but: Readonly<Record<number, string | Uint8Array>> = {},
): NetworkMessage {
  const { 2: _, 48: __, 52: ___, 90: ____, ...echo } = fields;
  const answer = { ...echo, 38: '123456', 39: '00', ...but };
  return { mti: `${mti.slice(0, 2)}${Number(mti[2]) + 1}0`, fields: answer };
}
