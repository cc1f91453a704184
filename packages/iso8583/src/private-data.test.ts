/** What travels inside F54, F55, F57, F59, F46 and F62: bytes, their meaning, and back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readF54, writeF54 } from './balances.ts';
import { readBinList, readBinListAsk, writeBinList, writeBinListAsk } from './bin-list.ts';
import { fromAscii, fromHex, toAscii, toHex } from './bytes.ts';
import { readChipUpload, writeChipUpload } from './chip-upload.ts';
import { readContactless, writeContactless } from './contactless-parameters.ts';
import * as emv from './emv-downloads.ts';
import { CJ_PARAMETERS, readParameters, STATUS, writeParameters } from './parameters.ts';
import { readReceipt, writeReceipt } from './receipt.ts';
import { readSerialInit, writeSerialInit } from './serial-init.ts';
import { readSignInSerial, writeSignInSerial } from './sign-in-request.ts';
import {
  locationEntry,
  readLocation,
  readTerminalInfo,
  TERMINAL_INFO_FORMS,
  terminalInfoEntry,
} from './terminal-info.ts';
import vectors from './testing/frames.json' with { type: 'json' };
import { writeF59 } from './text-tlv.ts';
import { readBerTlv } from './tlv.ts';

describe('F54', () => {
  it.each([
    [
      '1002156C000000123456',
      [{ account: '10', kind: '02', currency: '156', amountMinor: 123456n }],
    ],
    [
      '3003156D0000000001003002156C000000000001',
      [
        { account: '30', kind: '03', currency: '156', amountMinor: -100n },
        { account: '30', kind: '02', currency: '156', amountMinor: 1n },
      ],
    ],
  ])('%s', (text, balances) => {
    expect(readF54(text)).toEqual({ use: 'balances', balances });
    expect(writeF54({ use: 'balances', balances })).toBe(text);
  });

  it('tells what additional pre-authorisations add up to', () => {
    const held = { use: 'cumulative', amountMinor: 5000n } as const;
    expect(readF54('TA000000005000      ')).toEqual(held);
    expect(readF54(writeF54(held))).toEqual(held);
  });

  it.each(['', '1002156C00000012345', '1002156X000000123456', 'TA00000000500'])(
    'is not %j',
    (text) => expect(readF54(text)).toBeUndefined(),
  );
});

describe('parameters', () => {
  it('of 360 are codes with values of fixed length', () => {
    const parameters = {
      applicationType: '60',
      timeout_s: '30',
      phone1: '4006095516',
      merchantName: fromHex('B3C9B9A6'),
      functions: fromHex('FF00FF00'),
    };
    const bytes = writeParameters(parameters);
    expect(toHex(bytes)).toContain(toHex(fromAscii('11601230144006095516    ')));
    expect(readParameters(bytes)).toEqual(parameters);
  });

  it('of CJ are 32 switches, a name and an advertisement', () => {
    const parameters = { functions: '10'.repeat(16), merchantName: 'SHOP', advertisement: '' };
    const bytes = writeParameters(parameters, CJ_PARAMETERS);
    expect(bytes).toHaveLength(3 * 2 + 32 + 40 + 120);
    expect(readParameters(bytes, CJ_PARAMETERS)).toEqual(parameters);
  });

  it('of a status upload begin with the machine', () => {
    const status = { keyboard: '1', printer: '0', display: '1', timeout_s: '30' };
    const bytes = writeParameters({ ...status, dialStatistics: '000100020003' }, STATUS);
    expect(toAscii(bytes)).toBe('011040051123051000100020003');
    expect(readParameters(bytes, STATUS)).toEqual({ ...status, dialStatistics: '000100020003' });
  });

  it.each(['1', '99', '123', '1160129'])('are not %j', (text) => {
    expect(readParameters(fromAscii(text))).toBeUndefined();
  });

  it.each([
    [{ phone1: '123456789012345' }, 'phone1 has at most 14 bytes'],
    [{ functions: Uint8Array.of(1) }, 'functions has 4 bytes'],
    [{ colour: 'red' }, 'there is no parameter colour'],
  ])('refuse %j', (parameters, words) => {
    expect(() => writeParameters(parameters)).toThrow(words);
  });
});

function f62(id: string): Uint8Array {
  return fromHex(String(vectors.vectors.find((vector) => vector.id === id)?.fields['62']));
}

describe('lists and keys for chips', () => {
  it('a published list of applications (382) reads and writes the same', () => {
    const list = emv.readApplicationList(f62('V04'));
    expect(list?.flag).toBe('1');
    expect(list?.names.map(toHex).slice(0, 2)).toEqual(['A000000333010106', 'A000000333010103']);
    expect(list && toHex(emv.writeApplicationList(list))).toBe(toHex(f62('V04')));
  });

  it('a published list of CA keys (372) reads and writes the same', () => {
    const list = emv.readCaKeyList(f62('V07'));
    expect(list?.names.length).toBeGreaterThan(1);
    expect(list && toHex(emv.writeCaKeyList(list))).toBe(toHex(f62('V07')));
  });

  const rid = fromHex('A000000333');
  const index = fromHex('02');

  it('a CA key (370) is asked for by its name and comes with all its parts', () => {
    expect(toHex(emv.writeCaKeyAsk({ rid, index }))).toBe('9F0605A0000003339F220102');
    expect(emv.readCaKeyAsk(emv.writeCaKeyAsk({ rid, index }))).toEqual({ rid, index });
    const key = {
      rid,
      index,
      expiry: fromAscii('20301231'),
      hash: fromHex('01'),
      algorithm: fromHex('01'),
      modulus: new Uint8Array(144).fill(0xab),
      exponent: fromHex('03'),
      checksum: new Uint8Array(20).fill(0xcd),
    };
    expect(emv.readCaKey(emv.writeCaKey(key))).toEqual({ key });
    expect(toHex(emv.caKeyChecked(key))).toBe(`A00000033302${'AB'.repeat(144)}03`);
    expect(emv.readCaKey(emv.writeCaKey(undefined))).toEqual({ key: undefined });
  });

  it('an application (380) is asked for by its AID and comes with its limits', () => {
    const aid = fromHex('A000000333010101');
    expect(emv.readApplicationAsk(emv.writeApplicationAsk(aid))).toEqual(aid);
    const application = { aid, isExact: fromHex('00'), tacOnline: fromHex('D84004F800') };
    const bytes = emv.writeApplication(application);
    expect(toHex(bytes)).toBe('319F0608A000000333010101DF010100DF1205D84004F800');
    expect(emv.readApplication(bytes)).toEqual({ application });
    expect(emv.readApplication(emv.writeApplication(undefined))).toEqual({
      application: undefined,
    });
  });

  it('a main key (350) travels under a random key that travels under RSA', () => {
    const asked = { rid, index, wrappedRandom: new Uint8Array(128), randomCheckValue: index };
    expect(emv.readMainKeyDownload(emv.writeMainKeyDownload(asked))).toEqual(asked);
    const given = { wrappedKey: new Uint8Array(16), checkValue: fromHex('43C6CCCB') };
    expect(toHex(emv.writeMainKeyDownload(given))).toBe(`DF2110${'00'.repeat(16)}DF220443C6CCCB`);
  });

  it.each([0, 7, 99])('a list is asked for from entry %d on', (received) => {
    expect(emv.readListAsk(emv.writeListAsk(received))).toBe(received);
  });

  it.each(['', '2', '200', '1000'])('%j asks for no list', (text) => {
    expect(emv.readListAsk(fromAscii(text))).toBeUndefined();
  });

  it.each(['', '34', '319F06', '4'])('%j is no list, key or application', (hex) => {
    for (const read of [
      emv.readApplicationList,
      emv.readCaKeyList,
      emv.readCaKey,
      emv.readApplication,
    ])
      expect(read(fromHex(hex.padEnd(hex.length + (hex.length % 2), '0')))).toBeUndefined();
  });
});

describe('contactless parameters (394)', () => {
  it('have six letters of tag', () => {
    const parameters = { hasNoPin: '1', noPinLimit: '000000030000' };
    const bytes = writeContactless(parameters);
    expect(toAscii(bytes)).toBe('FF80540011FF8058012000000030000');
    expect(readContactless(bytes)).toEqual(parameters);
    expect(readContactless(fromAscii('FF80FF001xFF80540011'))).toEqual({ hasNoPin: '1' });
  });

  it.each(['FF8054', 'FF80540021', 'ff80540011'])('are not %j', (text) => {
    expect(readContactless(fromAscii(text))).toBeUndefined();
  });
});

describe('lists of card beginnings (390, 396, 398)', () => {
  it('have pages', () => {
    const list = { flag: '2', last: 2, bins: ['622126', '62588888'] } as const;
    const bytes = writeBinList(list);
    expect(toAscii(bytes)).toBe('200206622126      0862588888    ');
    expect(readBinList(bytes)).toEqual(list);
    expect(readBinListAsk(writeBinListAsk(12))).toBe(12);
  });

  it.each(['', '3000', '100106622126', '100113622126      ', '100106ABCDEF      '])(
    'are not %j',
    (text) => expect(readBinList(fromAscii(text))).toBeUndefined(),
  );
});

describe('the serial of a sign-in', () => {
  it.each([
    ['Sequence No12306012345678', { certificate: '3060', serial: '12345678' }],
    ['Sequence No163060123456789012', { certificate: '3060', serial: '123456789012' }],
  ])('%s', (text, serial) => {
    expect(readSignInSerial(fromAscii(text))).toEqual(serial);
    expect(toAscii(writeSignInSerial(serial))).toBe(text);
  });

  it.each(['', 'Sequence No12', 'Sequence No1230601234567', 'Sequence No13306012345678x'])(
    'is not in %j',
    (text) => expect(readSignInSerial(fromAscii(text))).toBeUndefined(),
  );
});

it('a first message says which machine asks for its numbers', () => {
  const init = {
    manufacturer: 'PAX',
    serial: '88880001',
    baseStation: '0123400567',
    version: '10',
  };
  expect(writeSerialInit(init)).toHaveLength(62);
  expect(readSerialInit(writeSerialInit(init))).toEqual(init);
  expect(readSerialInit(new Uint8Array(61))).toBeUndefined();
});

describe('an uploaded chip transaction', () => {
  it.each([
    [
      '610000000000001234156',
      { form: '61', isForeign: false, amountMinor: 1234n, currency: '156' },
    ],
    [
      '71011300000000123415622',
      {
        form: '71',
        isForeign: true,
        reason: '13',
        amountMinor: 1234n,
        currency: '156',
        cryptogram: '2',
        issuerResult: '2',
      },
    ],
  ] as const)('%s', (text, upload) => {
    expect(readChipUpload(fromAscii(text))).toEqual(upload);
    expect(toAscii(writeChipUpload(upload))).toBe(text);
  });

  it.each(['', '62', '61000000000000123415', '71021300000000123415622'])('is not %j', (text) => {
    expect(readChipUpload(fromAscii(text))).toBeUndefined();
  });
});

describe('terminal information', () => {
  const info = {
    deviceType: '04',
    serial: '00000204SN0000000001',
    randomFactor: '000005',
    serialCipher: '1A2B3C4D',
    appVersion: 'V1.0    ',
  };

  it.each([46, 57, 59] as const)('in F%d comes back', (field) => {
    const form = TERMINAL_INFO_FORMS[field];
    expect(readTerminalInfo(writeF59([terminalInfoEntry(info, form)]), form)).toEqual(info);
  });

  it('of a published F46 is read and written the same', () => {
    const field = fromAscii(vectors.vectors.find(({ id }) => id === 'V15')?.fields['46'] ?? '');
    const form = TERMINAL_INFO_FORMS[46];
    const read = readTerminalInfo(field, form);
    expect(read).toEqual({
      deviceType: '02',
      serial: '00000000000000000000',
      appVersion: 'V0.0.3.0',
    });
    expect(writeF59([terminalInfoEntry(read ?? {}, form)])).toEqual(field);
  });

  it('has a place: longitude, latitude, cell', () => {
    const location = {
      longitude: '+121.4737',
      latitude: '+31.2304',
      coordinates: 'GCJ02',
      sid: '1',
    };
    const field = writeF59([terminalInfoEntry(info), locationEntry(location)]);
    expect(readLocation(field)).toEqual(location);
    expect(toAscii(locationEntry(location).value)).toBe(
      '01009+121.473702008+31.230405005GCJ02150011',
    );
  });

  it('is not in bytes that do not add up', () => {
    expect(readTerminalInfo(fromAscii('A2005010021'))).toBeUndefined();
    expect(readLocation(fromAscii('A20021'))).toBeUndefined();
  });
});

it('a receipt is tags from FF00 on', () => {
  const receipt = { merchantName: fromHex('B3C9B9A6'), copies: fromHex('01') };
  expect(toHex(writeReceipt(receipt))).toBe('FF0004B3C9B9A6FF700101');
  expect(readReceipt(writeReceipt(receipt))).toEqual(receipt);
});

it('no reader fails, whatever the bytes', () => {
  const readers = [
    readParameters,
    readContactless,
    readBinList,
    readBinListAsk,
    readSignInSerial,
    readSerialInit,
    readChipUpload,
    readTerminalInfo,
    readLocation,
    readReceipt,
    readBerTlv,
    ...Object.entries(emv).flatMap(([name, read]) =>
      name.startsWith('read') ? [read as (bytes: Uint8Array) => unknown] : [],
    ),
    (bytes: Uint8Array) => readF54(toAscii(bytes) ?? ''),
  ];
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(() => readers.map((read) => read(bytes))).not.toThrow();
    }),
  );
});
