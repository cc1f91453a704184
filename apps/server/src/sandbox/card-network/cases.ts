/**
 * What the port to the card network promises, as cases that any network has to pass: the sandbox's
 * book asked directly, and the adapter over its socket with the sandbox at the other end.
 */
import { deepEqual, equal, match } from 'node:assert/strict';
import type { CardNetwork, NetworkMessage } from '#connectors/card-network';

export const PAN = '6200000000000005';
const CREDIT = '6200010000000008';
export const INSTITUTION = '48021000';

type Fields = Readonly<Record<number, string | Uint8Array>>;
type Case = {
  readonly name: string;
  readonly run: (ask: CardNetwork['ask']) => Promise<void>;
};

let traces = 0;

function common(amount: string): Record<number, string> {
  const trace = String(++traces).padStart(6, '0');
  return {
    4: amount.replace('.', '').padStart(12, '0'),
    7: '1123100000',
    11: trace,
    18: '5812',
    32: INSTITUTION,
    33: INSTITUTION,
    37: trace.padStart(12, '0'),
    41: '10000001',
    42: '898110058120001',
    49: '156',
  };
}

export function saleOf(amount: string, more: Fields = {}, pan = PAN): NetworkMessage {
  return { mti: '0200', fields: { ...common(amount), 2: pan, 3: '000000', 25: '00', ...more } };
}

export function holdOf(amount: string, more: Fields = {}): NetworkMessage {
  return { mti: '0100', fields: { ...common(amount), 2: PAN, 3: '030000', 25: '06', ...more } };
}

/** A message that names another as its original: by default it takes it back. */
export function after(of: NetworkMessage, mti: string, amount: string, more: Fields = {}) {
  const institution = INSTITUTION.padStart(11, '0');
  const original = `${of.mti}${String(of.fields[11])}${String(of.fields[7])}${institution}${institution}`;
  const processing = mti.startsWith('042') ? String(of.fields[3]) : '200000';
  return { mti, fields: { ...common(amount), 3: processing, 90: original, ...more } };
}

const COMPLETES = { 3: '000000', 25: '06' } as const;

async function code(ask: CardNetwork['ask'], request: NetworkMessage): Promise<unknown> {
  return (await ask(request))?.fields[39];
}

const answersByCents: readonly Case[] = (
  [
    ['10.00', '00'],
    ['10.51', '51'],
    ['10.05', '05'],
    ['10.10', '00'], // a half of it where the terminal takes that, else the whole
    ['10.11', '11'], // a yes too
    ['10.99', '99'],
    ['10.88', '00'], // no such code
    ['12.00', '00'], // ordinary money, whatever its hundreds digit
    ['25.80', '00'],
  ] as const
).map(([amount, wanted]) => ({
  name: `answers ${amount} with ${wanted}, whatever asks`,
  run: async (ask) => {
    for (const request of [saleOf(amount), saleOf(amount, {}, CREDIT), holdOf(amount)]) {
      const answer = await ask(request);
      equal(answer?.mti, request.mti === '0200' ? '0210' : '0110');
      equal(answer?.fields[39], wanted);
      equal(answer?.fields[15], '1123');
      equal(typeof answer?.fields[38], ['00', '11'].includes(wanted) ? 'string' : 'undefined');
    }
  },
}));

const sales: readonly Case[] = [
  {
    name: 'gives the same keys the same answer',
    run: async (ask) => {
      const request = saleOf('12.00');
      const first = await ask(request);
      equal((await ask(request))?.fields[38], first?.fields[38]);
    },
  },
  {
    name: 'approves a half only where a part will do',
    run: async (ask) => {
      const half = await ask(saleOf('10.10', { 60: '1' }));
      deepEqual([half?.fields[39], half?.fields[4]], ['10', '000000000505']);
      equal(await code(ask, saleOf('15.11', { 60: '1' })), '10');
      equal(await code(ask, saleOf('15.51', { 60: '1' })), '51');
    },
  },
  {
    name: 'voids once, with the exact amount',
    run: async (ask) => {
      const request = saleOf('20.00');
      await ask(request);
      equal(await code(ask, after(request, '0200', '19.00')), '64');
      equal(await code(ask, after(request, '0200', '20.00')), '00');
      equal(await code(ask, after(request, '0200', '20.00')), '12');
      equal(await code(ask, after(saleOf('1.00'), '0200', '1.00')), '25');
    },
  },
  {
    name: 'refunds in parts, never more than was sold, and voids nothing of which a part went back',
    run: async (ask) => {
      const request = saleOf('30.00');
      await ask(request);
      equal(await code(ask, after(request, '0220', '20.00')), '00');
      equal(await code(ask, after(request, '0220', '10.01')), '64');
      equal(await code(ask, after(request, '0200', '30.00')), '12');
      equal(await code(ask, after(request, '0220', '10.00')), '00');
    },
  },
  {
    name: 'reverses as often as it is asked, and a reversed void lets the sale stand',
    run: async (ask) => {
      const request = saleOf('40.00');
      await ask(request);
      const voiding = after(request, '0200', '40.00');
      await ask(voiding);
      equal(await code(ask, after(voiding, '0420', '40.00')), '00');
      equal(await code(ask, after(voiding, '0421', '40.00')), '00');
      equal((await ask(after(request, '0420', '40.00')))?.mti, '0430');
      equal(await code(ask, after(request, '0200', '40.00')), '12');
    },
  },
  {
    name: 'remembers a reversal that came before its sale, and refuses the sale',
    run: async (ask) => {
      const request = saleOf('50.00');
      equal(await code(ask, after(request, '0420', '50.00')), '25');
      equal(await code(ask, request), '12');
    },
  },
  {
    name: 'says what is on a card, always the same, and takes nothing',
    run: async (ask) => {
      const { 4: _, ...fields } = saleOf('1.00', { 3: '310000' }).fields;
      const answer = await ask({ mti: '0200', fields });
      match(String(answer?.fields[54]), /^1002156C\d{12}$/);
      const again = await ask({ mti: '0200', fields: { ...fields, 11: '999001' } });
      equal(again?.fields[54], answer?.fields[54]);
    },
  },
];

const holds: readonly Case[] = [
  {
    name: 'completes a hold once, up to 115 per cent with what was added',
    run: async (ask) => {
      const hold = holdOf('100.00');
      await ask(hold);
      equal(await code(ask, after(hold, '0100', '20.00', { 3: '030000', 25: '60' })), '00');
      equal(await code(ask, after(hold, '0200', '138.10', COMPLETES)), '61');
      equal(await code(ask, after(hold, '0200', '138.00', COMPLETES)), '00');
      equal(await code(ask, after(hold, '0200', '1.00', COMPLETES)), '12');
      equal(await code(ask, after(hold, '0100', '120.00')), '12');
    },
  },
  {
    name: 'holds again when the completion is voided or reversed',
    run: async (ask) => {
      const hold = holdOf('100.00');
      await ask(hold);
      const first = after(hold, '0200', '90.00', COMPLETES);
      await ask(first);
      equal(await code(ask, after(first, '0200', '90.00')), '00');
      const second = after(hold, '0200', '80.00', COMPLETES);
      equal(await code(ask, second), '00');
      equal(await code(ask, after(second, '0420', '80.00')), '00');
      equal(await code(ask, after(hold, '0220', '70.00', COMPLETES)), '00');
    },
  },
  {
    name: 'lets a hold go whole, and takes that back',
    run: async (ask) => {
      const hold = holdOf('100.00');
      await ask(hold);
      equal(await code(ask, after(hold, '0100', '99.00')), '64');
      const voiding = after(hold, '0100', '100.00');
      equal(await code(ask, voiding), '00');
      equal(await code(ask, after(hold, '0200', '100.00', COMPLETES)), '12');
      equal(await code(ask, after(voiding, '0420', '100.00')), '00');
      equal(await code(ask, after(hold, '0200', '100.00', COMPLETES)), '00');
    },
  },
  {
    name: 'takes a hold back, and completes nothing of a sale',
    run: async (ask) => {
      const hold = holdOf('100.00');
      await ask(hold);
      equal(await code(ask, after(hold, '0420', '100.00')), '00');
      equal(await code(ask, after(hold, '0200', '100.00', COMPLETES)), '12');
      equal(await code(ask, after(holdOf('1.00'), '0200', '1.00', COMPLETES)), '25');
    },
  },
];

export const cases: readonly Case[] = [...answersByCents, ...sales, ...holds];
