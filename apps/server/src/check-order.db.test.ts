/**
 * The order in which the house looks at a message (docs/protocol.md §3.9). Each reason to refuse is
 * tried alone, and with each that comes after it: the earlier one is what the terminal hears.
 */
import {
  encode,
  fromHex,
  textOf,
  unionpay,
  verifyMac,
  type FieldValue,
  type MacKey,
  type Message,
} from '@kaitong/iso8583';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nativeDes } from '#platform/des';
import { restore, setGateItem, suspend } from '#terminals';
import { testDatabase } from '#testing/database';
import { seedCatalogue } from '#testing/merchant';
import { makePos, type Pos } from '#testing/pos';
import { sayYes } from '#testing/shop';
import { approve } from '#testing/till';
import { exchange, messageOf, openWire, type Wire } from '#testing/wire';
import { makeWorld, type World } from '#testing/world';

const test = testDatabase();
const PAN = '6200000000000005';
let world: World;
let wire: Wire;
let pos: Pos;
let traces = 0;

beforeAll(async () => {
  world = makeWorld(test);
  await seedCatalogue(world);
  wire = await openWire(test, world);
  pos = await makePos(world, wire.services, { port: wire.port });
  await pos.terminal.signIn('01');
});
afterAll(async () => wire.stop());

type Fields = Readonly<Record<number, FieldValue>>;

type Reason = {
  readonly what: string;
  readonly code: string;
  /** Fields that are wrong. */
  readonly fields?: Fields;
  readonly isMacWrong?: boolean;
  /** The same message was answered before, with other content. */
  readonly isRepeat?: boolean;
  /** Something in the house that is so. */
  readonly begin?: () => Promise<void>;
  readonly end?: () => Promise<void>;
};

/** In the order of the checks. */
const REASONS: readonly Reason[] = [
  { what: 'an unknown terminal', code: '97', fields: { 41: '99999999' } },
  { what: 'a transaction that we do not do', code: '40', fields: { 60: '47000001000600' } },
  {
    what: 'a suspended terminal',
    code: '58',
    begin: async () => {
      const reason = { terminalId: pos.terminalId, reason: 'hardware_fault' } as const;
      await world.transact(async (tx) => suspend(tx, world.ask('operator'), reason));
    },
    end: async () => {
      await world.transact(async (tx) => restore(tx, world.ask('operator'), pos.terminalId));
    },
  },
  { what: 'the number of another merchant', code: '03', fields: { 42: '898110154110099' } },
  {
    what: 'a merchant that misses something',
    code: '58',
    begin: async () => limited(true),
    end: async () => limited(false),
  },
  { what: 'another batch', code: '77', fields: { 60: '22000099000600' } },
  { what: 'a wrong MAC', code: 'A0', isMacWrong: true },
  { what: 'a currency that we do not take', code: '30', fields: { 49: '840' } },
  { what: 'an amount of nothing', code: '13', fields: { 4: '000000000000' } },
  { what: 'the number of another message', code: '94', isRepeat: true },
  {
    what: 'a PIN block that is none',
    code: '99',
    fields: { 26: '12', 52: new Uint8Array(8).fill(9), 53: '2600000000000000' },
  },
  { what: 'an amount beyond the limit', code: '61', fields: { 4: '000003000000' } },
  {
    what: 'a card network that says no',
    code: '51',
    begin: async () => {
      world.outside.networkAnswer = async (request) => approve(request, { 39: '51' });
    },
    end: async () => sayYes(world),
  },
];

describe('a message is refused for', () => {
  it.each(REASONS)('$what with $code', async (reason) => {
    expect(await codeOf([reason])).toBe(reason.code);
  });

  it('nothing when nothing is wrong', async () => {
    expect(await codeOf([])).toBe('00');
  });
});

const PAIRS = REASONS.flatMap((first, at) =>
  REASONS.slice(at + 1)
    .filter((second) => canBoth(first, second))
    .map((second) => ({ first, second })),
);

describe('of two reasons the earlier one is said', () => {
  it.each(PAIRS)('$first.what before $second.what', async ({ first, second }) => {
    expect(await codeOf([second, first])).toBe(first.code);
  });

  it('and the pairs are nearly all that there are', () => {
    expect(PAIRS.length).toBeGreaterThan(70);
  });
});

describe('a message that comes again', () => {
  it('is answered as before, with a MAC under the keys of today', async () => {
    const sale = saleOf(nextTrace(), {});
    const first = await answerTo(sale);
    await pos.terminal.signIn('01');
    const again = await answerTo(sale);
    expect(again.isMacRight).toBe(true);
    expect(again.message.fields[64]).not.toEqual(first.message.fields[64]);
    const { 64: _, ...same } = first.message.fields;
    const { 64: __, ...repeated } = again.message.fields;
    expect(repeated).toEqual(same);
  });

  it('as a reversal is answered as before, and moves money once', async () => {
    const trace = nextTrace();
    await answerTo(saleOf(trace, {}));
    const reversal = reversalOf(trace);
    expect(textOf((await answerTo(reversal)).message, 39)).toBe('00');
    expect(textOf((await answerTo(reversal)).message, 39)).toBe('00');
    expect(await statusOf(trace)).toEqual(['reversal_pending']);
  });

  it('with another amount under the number of a reversal is refused with 94', async () => {
    const trace = nextTrace();
    await answerTo(saleOf(trace, {}));
    await answerTo(reversalOf(trace));
    const other = reversalOf(trace, { 4: '000000000200' });
    expect(textOf((await answerTo(other)).message, 39)).toBe('94');
  });

  it('too late, after its reversal, is refused and never reaches the network', async () => {
    const trace = nextTrace();
    expect(textOf((await answerTo(reversalOf(trace))).message, 39)).toBe('25');
    const asked = world.outside.networkRequests.length;
    expect(textOf((await answerTo(saleOf(trace, {}))).message, 39)).toBe('12');
    expect(textOf((await answerTo(saleOf(trace, {}))).message, 39)).toBe('12');
    expect(world.outside.networkRequests).toHaveLength(asked);
    expect(textOf((await answerTo(reversalOf(trace))).message, 39)).toBe('25');
    expect(await statusOf(trace)).toEqual([]);
  });
});

it('none of this moved money but what was approved', async () => {
  const { rows } = await sql<{ status: string }>`
    select distinct status from payment where terminal_id = ${pos.terminalId} order by status
  `.execute(test.db);
  expect(rows.map(({ status }) => status)).toEqual([
    'approved',
    'declined',
    'refused',
    'reversal_pending',
  ]);
});

/** Two that change the same field can not both be wrong. */
function canBoth(first: Reason, second: Reason): boolean {
  const fields = Object.keys(first.fields ?? {});
  return !fields.some((field) => field in (second.fields ?? {}));
}

async function codeOf(reasons: readonly Reason[]): Promise<string | undefined> {
  const trace = nextTrace();
  if (reasons.some(({ isRepeat }) => isRepeat)) await send(saleOf(trace, { 25: '08' }), macKey());
  for (const { begin } of reasons) await begin?.();
  try {
    const wrong = Object.assign({}, ...reasons.map(({ fields }) => fields ?? {})) as Fields;
    const isMacWrong = reasons.some((reason) => reason.isMacWrong);
    const mac = isMacWrong ? { ...macKey(), key: new Uint8Array(8).fill(1) } : macKey();
    return textOf(await send(saleOf(trace, wrong), mac), 39);
  } finally {
    for (const { end } of reasons) await end?.();
  }
}

function nextTrace(): string {
  return String(++traces).padStart(6, '0');
}

/** The answer, and whether its MAC is that of the keys that the terminal has now. */
async function answerTo(message: Message): Promise<{ message: Message; isMacRight: boolean }> {
  const answer = await send(message, macKey());
  // The encoding of a decoded answer is its bytes again, so the MAC can be checked over them.
  return { message: answer, isMacRight: verifyMac(unionpay, encode(unionpay, answer), macKey()) };
}

async function statusOf(trace: string): Promise<string[]> {
  const { rows } = await sql<{ status: string }>`
    select status from payment where terminal_id = ${pos.terminalId} and trace = ${trace}
  `.execute(test.db);
  return rows.map(({ status }) => status);
}

function reversalOf(trace: string, but: Fields = {}): Message {
  return { ...saleOf(trace, { 39: '98', ...but }), mti: '0400' };
}

async function send(message: Message, mac: MacKey): Promise<Message> {
  return exchange(wire.port, message, mac);
}

function macKey(): MacKey {
  const key = fromHex(pos.state()?.keys?.mak ?? '');
  return { algorithm: 'cupEcb', key, cipher: nativeDes };
}

function saleOf(trace: string, but: Fields): Message {
  return messageOf(pos, '0200', {
    2: PAN,
    3: '000000',
    4: '000000000100',
    11: trace,
    22: '021',
    25: '00',
    49: '156',
    60: '22000001000600',
    ...but,
  });
}

async function limited(isLimited: boolean): Promise<void> {
  const item = { merchantId: pos.merchantId, item: 'notLimited', ok: !isLimited } as const;
  await world.transact(async (tx) => setGateItem(tx, world.system(), item));
}
