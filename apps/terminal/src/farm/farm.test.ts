import type { Connection } from '@kaitong/terminal';
import { describe, expect, it } from 'vitest';
import { differences, type Sides } from './check.ts';
import { FaultyLine, type LineFault } from './faults.ts';
import { inLanes } from './lanes.ts';
import { MemoryStore } from './memory-store.ts';
import { randomFrom } from './random.ts';

const PAYMENT = Uint8Array.from([0, 15, 96, 0, 3, 0, 0, 96, 49, 0, 16, 0, 0, 2, 0, 1, 2, 3]);
const ECHO = Uint8Array.from([0, 15, 96, 0, 3, 0, 0, 96, 49, 0, 16, 0, 0, 8, 32, 1, 2, 3]);

/** What goes through a line with one fault: sent, received, and whether it was hung up on. */
async function through(fault: LineFault, requests = [ECHO, PAYMENT]) {
  const sent: Uint8Array[] = [];
  let closed = 0;
  const line: Connection = {
    send: async (bytes) => void sent.push(bytes),
    receive: async () => Uint8Array.of(7, 7),
    close: async () => void closed++,
  };
  const faulty = new FaultyLine(async () => line, { sent: 0, received: 0 });
  faulty.next(fault);
  const received: (Uint8Array | undefined)[] = [];
  for (const request of requests) {
    // oxlint-disable-next-line no-await-in-loop
    const open = await faulty.dial();
    // oxlint-disable-next-line no-await-in-loop
    await open.send(request);
    // oxlint-disable-next-line no-await-in-loop
    received.push(await open.receive());
    // oxlint-disable-next-line no-await-in-loop
    await open.close();
  }
  return { sent, received, closed };
}

describe('a line with a fault', () => {
  it.each([
    ['halfFrame', [ECHO, PAYMENT.subarray(0, 9)], undefined],
    ['noAnswer', [ECHO, PAYMENT], undefined],
    ['lateAnswer', [ECHO, PAYMENT], undefined],
    ['duplicate', [ECHO, PAYMENT, PAYMENT], Uint8Array.of(7, 7)],
    ['reordered', [ECHO, ECHO, PAYMENT], Uint8Array.of(7, 7)],
    ['wrongMac', [ECHO, Uint8Array.from([...PAYMENT.subarray(0, 17), 2])], Uint8Array.of(7, 7)],
    ['wrongReplyMac', [ECHO, PAYMENT], Uint8Array.of(7, 6)],
  ] as const)('(%s) treats the next payment so, and nothing else', async (fault, sent, answer) => {
    const went = await through(fault);
    expect(went.sent).toEqual(sent);
    expect(went.received).toEqual([Uint8Array.of(7, 7), answer]);
    // After half a frame the house is left to hang up by itself.
    expect(went.closed).toBe(fault === 'halfFrame' ? 1 : 2);
  });

  it('(noLine) is none once', async () => {
    await expect(through('noLine')).rejects.toThrow('no carrier');
  });
});

const there = (status: string) => [{ batchNo: '000001', trace: '000002', status }];

describe('the check of both sides', () => {
  const trace = { batch: '000001', trace: '000002' };
  const entry = { ...trace, kind: 'sale', status: 'approved' } as const;
  const deed = { ...trace, kind: 'sale', amountMinor: 1n } as const;

  it.each<[string, Sides, number]>([
    ['both approved', { deeds: [], settled: [entry], doubts: [], rows: there('approved') }, 0],
    ['approved here alone', { deeds: [], settled: [entry], doubts: [], rows: [] }, 1],
    ['approved there alone', { deeds: [], settled: [], doubts: [], rows: there('approved') }, 1],
    [
      'reversed here, approved there',
      {
        deeds: [{ ...deed, result: 'unknown' }],
        settled: [],
        doubts: [],
        rows: there('approved'),
      },
      1,
    ],
    [
      'reversed on both sides',
      {
        deeds: [{ ...deed, result: 'killed' }],
        settled: [],
        doubts: [],
        rows: there('reversed'),
      },
      0,
    ],
    [
      'never arrived',
      { deeds: [{ ...deed, result: 'unknown' }], settled: [], doubts: [], rows: [] },
      0,
    ],
    [
      'still moving there',
      {
        deeds: [{ ...deed, result: 'unknown' }],
        settled: [],
        doubts: [],
        rows: there('reversal_pending'),
      },
      1,
    ],
    [
      'a QR void that a person must look up',
      {
        deeds: [],
        settled: [entry],
        doubts: [{ batch: '000001', of: '000002' }],
        rows: there('voided'),
      },
      0,
    ],
  ])('finds what differs: %s', (_, sides, count) => {
    expect(differences(sides)).toHaveLength(count);
  });
});

function draw(seed: string): number[] {
  const random = randomFrom(seed);
  return Array.from({ length: 20 }, () => random.below(1_000));
}

it('the same seed makes the same day, another another', () => {
  expect(draw('7:1')).toEqual(draw('7:1'));
  expect(draw('7:1')).not.toEqual(draw('7:2'));
});

it('a memory without power keeps what it had', async () => {
  const store = new MemoryStore();
  await store.save({ batch: '1' } as never);
  store.failAfter(1);
  await store.save({ batch: '2' } as never);
  await expect(store.save({ batch: '3' } as never)).rejects.toThrow('power failed');
  expect(await store.load()).toEqual({ batch: '2' });
});

it('lanes do everything once, so many at a time', async () => {
  const done: number[] = [];
  let busy = 0;
  let most = 0;
  await inLanes([1, 2, 3, 4, 5], 2, async (item) => {
    most = Math.max(most, ++busy);
    await Promise.resolve();
    done.push(item);
    busy--;
  });
  expect(done.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});
