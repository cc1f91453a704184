import {
  bytesOf,
  desCipher,
  fromHex,
  openPin,
  pinFrom,
  readBerTlv,
  textOf,
  tlvValue,
  toAscii,
} from '@kaitong/iso8583';
import { describe, expect, it } from 'vitest';
import type { PaymentResult } from './result.ts';
import { CARD, readyBench } from './testing/bench.ts';

describe('a sale', () => {
  it('is approved', async () => {
    const { terminal, host } = await readyBench();
    const result = await terminal.sale({ amountMinor: 12_345n, card: CARD });
    expect(result).toMatchObject({
      kind: 'approved',
      code: '00',
      words: { en: 'Approved' },
      rrn: '101102000002',
      authCode: 'A12345',
      trace: '000002',
      batch: '000007',
    });
    expect(host.log).toEqual(['0200']);
    expect(await terminal.status()).toMatchObject({
      openReversals: 0,
      transactions: [{ kind: 'sale', amount: '000000012345', maskedCard: '620000******0005' }],
    });
  });

  it('waits for the one before', async () => {
    const { terminal, host } = await readyBench();
    const both = [1n, 2n].map((amountMinor) => terminal.sale({ amountMinor, card: CARD }));
    expect((await Promise.all(both)).map(({ kind }) => kind)).toEqual(['approved', 'approved']);
    expect(host.heard.map((message) => textOf(message, 11))).toEqual(['000002', '000003']);
  });
});

describe('a card', () => {
  it('keyed in sends number, expiry date and no PIN', async () => {
    const { terminal, host } = await readyBench();
    await terminal.sale({ amountMinor: 1n, card: CARD });
    const { 64: mac, ...fields } = host.heard[0]?.fields ?? {};
    expect(mac).toHaveLength(8);
    expect(fields).toEqual({
      2: '6200000000000005',
      3: '000000',
      4: '000000000001',
      11: '000002',
      14: '3012',
      22: '012',
      25: '00',
      41: '00000001',
      42: '123456789012345',
      49: '156',
      60: '22000007000601',
      63: '01 ',
    });
  });

  it('swiped sends the track instead of the card number', async () => {
    const { terminal, host } = await readyBench();
    const card = { ...CARD, entry: 'swipe', track2: '6200000000000005=30122010000' } as const;
    await terminal.sale({ amountMinor: 1n, card });
    expect(host.heard[0]?.fields).toMatchObject({ 22: '022', 35: '6200000000000005D30122010000' });
    expect(host.heard[0]?.fields).not.toHaveProperty('2');
  });

  it('with a PIN sends it under the PIN key', async () => {
    const { terminal, host } = await readyBench();
    await terminal.sale({ amountMinor: 1n, card: { ...CARD, pin: '123456' } });
    const heard = host.heard[0];
    expect(heard?.fields).toMatchObject({ 22: '011', 26: '12', 53: '2600000000000000' });
    const pik = fromHex('807A23AD32B36D457AE91FDF927570EA');
    const block = openPin(bytesOf(heard ?? never(), 52) ?? never(), {
      key: pik,
      cipher: desCipher,
    });
    expect(pinFrom(block, CARD.pan)).toBe('123456');
  });

  it('with a chip sends its data with the amount and a fresh number', async () => {
    const { terminal, host } = await readyBench();
    const chip = fromHex('9F360200479F26081122334455667788');
    const card = { ...CARD, entry: 'chip', sequence: '001', chip } as const;
    await terminal.sale({ amountMinor: 100n, card });
    const heard = host.heard[0] ?? never();
    expect(heard.fields).toMatchObject({ 22: '052', 23: '001' });
    const tags = readBerTlv(bytesOf(heard, 55) ?? never()) ?? never();
    expect(tags[0]?.tag).toBe('9F26');
    expect(tlvValue(tags, '9F02')).toEqual(fromHex('000000000100'));
    expect(tlvValue(tags, '9F37')).toEqual(fromHex('A5A5A5A5'));
    expect(tlvValue(tags, '9A')).toEqual(fromHex('270315'));
  });
});

describe('the answer to a sale', () => {
  it('is declined and leaves nothing to reverse', async () => {
    const { terminal, host } = await readyBench();
    host.will({ code: '51' });
    expect(await terminal.sale({ amountMinor: 151n, card: CARD })).toMatchObject({
      kind: 'declined',
      code: '51',
      words: { 'zh-Hans': '余额不足', 'zh-Hant': '餘額不足', en: 'Not enough funds' },
    });
    expect(await terminal.status()).toMatchObject({ openReversals: 0, transactions: [] });
  });

  it('is approved for a part', async () => {
    const { terminal, host } = await readyBench();
    host.will({ code: '10', amount: '000000000060' });
    expect(await terminal.sale({ amountMinor: 100n, card: CARD })).toMatchObject({
      kind: 'partial',
      slip: { amountMinor: 60n },
    });
  });

  it('is not approved for another amount with a full approval', async () => {
    const { terminal, host } = await readyBench();
    host.will({ code: '00', amount: '000000000060' });
    expect(await terminal.sale({ amountMinor: 100n, card: CARD })).toMatchObject({
      kind: 'unknown',
      reason: 'mismatch',
    });
  });
});

describe('a sale that can not go', () => {
  it.each([
    ['no amount', { amountMinor: 0n, card: CARD }, 'amountNotValid'],
    ['a negative amount', { amountMinor: -1n, card: CARD }, 'amountNotValid'],
    ['too much', { amountMinor: 10n ** 12n, card: CARD }, 'amountNotValid'],
    ['a short number', { amountMinor: 1n, card: { ...CARD, pan: '62000' } }, 'cardNotValid'],
    ['a 13th month', { amountMinor: 1n, card: { ...CARD, expiry: '3013' } }, 'cardNotValid'],
    ['a short PIN', { amountMinor: 1n, card: { ...CARD, pin: '123' } }, 'cardNotValid'],
    [
      'a track of another card',
      { amountMinor: 1n, card: { ...CARD, track2: '4111111111111111=3012201' } },
      'cardNotValid',
    ],
    [
      'an empty stripe',
      { amountMinor: 1n, card: { pan: CARD.pan, entry: 'swipe' as const } },
      'cardNotValid',
    ],
    [
      'broken chip data',
      { amountMinor: 1n, card: { ...CARD, chip: Uint8Array.of(0x9f) } },
      'cardNotValid',
    ],
  ])('with %s is refused unsent', async (_, sale, reason) => {
    const { terminal, host } = await readyBench();
    expect(await terminal.sale(sale)).toMatchObject({ kind: 'refused', reason });
    expect(host.log).toEqual([]);
  });

  it('without a line is refused and leaves nothing to reverse', async () => {
    const { terminal, host } = await readyBench();
    host.will('noLine');
    expect(await terminal.sale({ amountMinor: 1n, card: CARD })).toMatchObject({
      kind: 'refused',
      reason: 'noLine',
    });
    expect(await terminal.status()).toMatchObject({ openReversals: 0 });
  });
});

describe('a QR sale', () => {
  it('sends the pay code and keeps the voucher', async () => {
    const { terminal, host } = await readyBench();
    const result = await terminal.qrSale({ amountMinor: 500n, code: '6220000000000000000' });
    expect(result).toMatchObject({
      kind: 'approved',
      slip: { read: 'qr', voucher: 'V0000000000000000002' },
    });
    expect(host.heard[0]?.fields).toMatchObject({ 3: '000000', 22: '030', 60: '220000070006' });
    expect(host.heard[0]?.fields).not.toHaveProperty('2');
    expect(toAscii(bytesOf(host.heard[0] ?? never(), 59) ?? never())).toBe(
      'A30196220000000000000000',
    );
  });

  it('with an empty code is refused unsent', async () => {
    const { terminal } = await readyBench();
    expect(await terminal.qrSale({ amountMinor: 500n, code: '' })).toMatchObject({
      kind: 'refused',
      reason: 'codeNotValid',
    });
  });

  it('is voided by its voucher', async () => {
    const { terminal, host } = await readyBench();
    const { trace } = paid(await terminal.qrSale({ amountMinor: 500n, code: '622000' }));
    expect(await terminal.voidSale({ trace })).toMatchObject({
      kind: 'approved',
      slip: { type: 'qrVoid' },
    });
    const heard = host.heard[1] ?? never();
    expect(toAscii(bytesOf(heard, 59) ?? never())).toBe('A4020V0000000000000000002');
  });
});

describe('a void', () => {
  it('names the original by batch, trace and reference number', async () => {
    const { terminal, host } = await readyBench();
    const sale = paid(await terminal.sale({ amountMinor: 500n, card: CARD }));
    const result = await terminal.voidSale({ trace: sale.trace });
    expect(result).toMatchObject({ kind: 'approved', slip: { originalTrace: '000002' } });
    expect(host.heard[1]?.fields).toMatchObject({
      2: CARD.pan,
      3: '200000',
      4: '000000000500',
      22: '012',
      37: sale.rrn,
      38: 'A12345',
      60: '23000007000600',
      61: '000007000002',
    });
    const { transactions } = await terminal.status();
    expect(transactions.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'sale voided',
      'void approved',
    ]);
  });

  it('of a sale that is not there, or twice, is refused unsent', async () => {
    const { terminal } = await readyBench();
    expect(await terminal.voidSale({ trace: '000099' })).toMatchObject({
      reason: 'originalNotFound',
    });
    const { trace } = paid(await terminal.sale({ amountMinor: 500n, card: CARD }));
    await terminal.voidSale({ trace });
    expect(await terminal.voidSale({ trace })).toMatchObject({ reason: 'alreadyVoided' });
  });
});

describe('a refund', () => {
  const refund = { rrn: '101102000002', date: '0314', amountMinor: 300n, card: CARD };

  it('names the original by reference number and date', async () => {
    const { terminal, host } = await readyBench();
    expect(await terminal.refund(refund)).toMatchObject({
      kind: 'approved',
      slip: { type: 'refund' },
    });
    expect(host.log).toEqual(['0220']);
    expect(host.heard[0]?.fields).toMatchObject({
      3: '200000',
      37: '101102000002',
      61: '0000000000000314',
      63: '000',
    });
  });

  it('without an answer is unknown and never reversed', async () => {
    const { terminal, host } = await readyBench();
    host.will('silent');
    expect(await terminal.refund(refund)).toMatchObject({ kind: 'unknown', reason: 'noAnswer' });
    await terminal.sale({ amountMinor: 1n, card: CARD });
    expect(host.log).toEqual(['0220', '0200']);
    expect(await terminal.status()).toMatchObject({
      doubts: [{ kind: 'refund', trace: '000002', amount: '000000000300' }],
    });
    expect(await terminal.clearDoubt('000099')).toBe(false);
    expect(await terminal.clearDoubt('000002')).toBe(true);
    expect(await terminal.status()).toMatchObject({ doubts: [] });
  });

  it.each([
    [{ ...refund, rrn: '123' }, 'originalNotFound'],
    [{ ...refund, date: '1332' }, 'originalNotFound'],
    [{ ...refund, amountMinor: 0n }, 'amountNotValid'],
  ])('with something wrong is refused unsent', async (bad, reason) => {
    const { terminal } = await readyBench();
    expect(await terminal.refund(bad)).toMatchObject({ kind: 'refused', reason });
  });
});

function paid(result: PaymentResult): Extract<PaymentResult, { kind: 'approved' | 'partial' }> {
  if (result.kind === 'approved' || result.kind === 'partial') return result;
  throw new Error(`not paid: ${result.kind}`);
}

function never(): never {
  throw new Error('the host has not heard it');
}
