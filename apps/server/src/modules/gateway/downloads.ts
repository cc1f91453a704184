/** What terminals download: their parameters, and the tables of the house (protocol.md §3.7). */
import {
  bytesOf,
  CONTACTLESS_TAGS,
  fixedDigits,
  fromAscii,
  fromHex,
  readApplicationAsk,
  readBinListAsk,
  readCaKeyAsk,
  readListAsk,
  toHex,
  writeApplication,
  writeApplicationList,
  writeBinList,
  writeCaKey,
  writeCaKeyList,
  writeContactless,
  writeParameters,
  type CaKey,
  type ChipApplication,
  type ListFlag,
} from '@kaitong/iso8583';
import { tableOf, type TableRows } from '#downloads';
import { merchantById } from '#merchants';
import type { Ask } from '#platform/ask';
import { transact } from '#platform/db';
import { toGb18030 } from '#platform/gb18030';
import type { Services } from '#platform/services';
import { doneAsking, profileOf, type HostWish } from '#terminals';
import type { Known } from './model.ts';
import type { Outcome } from './outcome.ts';

type Take = (services: Services, ask: Ask, known: Known) => Promise<Outcome>;

const MERCHANT_NAME_BYTES = 40;
const APPLICATION_TYPE = '60';
/** 23 bytes a CA key and at most 19 an application: a page stays far below what F62 holds. */
const NAMES_PER_PAGE = 30;
/** 14 letters an entry: 70 fit into 999. */
const BINS_PER_PAGE = 70;

/** 0800/360: how this terminal is set. */
export const sendParameters: Take = async ({ db }, _, { gate }) => {
  const { settings, tmkSlot } = await profileOf(db, gate.terminal_id);
  const merchant = await merchantById(db, gate.merchant_id);
  const [phone1, phone2, phone3] = settings.phones;
  return filled(
    writeParameters({
      applicationType: APPLICATION_TYPE,
      timeout_s: fixedDigits(settings.timeout_s, 2),
      retries: String(settings.dialRetries),
      phone1,
      phone2,
      phone3,
      adminPhone: settings.adminPhone,
      hasTip: bit(settings.tipAllowed),
      tipPercent: fixedDigits(settings.tipPercentMax, 2),
      hasManualEntry: bit(settings.manualEntry),
      signsOutItself: bit(settings.autoSignOut),
      merchantName: toGb18030(merchant?.receipt_name ?? '', MERCHANT_NAME_BYTES),
      resends: String(settings.resends),
      uploadsOfflineNext: bit(settings.offlineUpload === 'withNext'),
      mainKeySlot: String(tmkSlot),
      functions: fromHex(settings.functions),
      offlineMax: fixedDigits(settings.offlineMax, 3),
    }),
  );
};

/** 0800/364: the version of the program that the terminal should run, eight letters. */
export const sendVersion: Take = async ({ db }, _, { gate }) => {
  const { settings } = await profileOf(db, gate.terminal_id);
  return filled(fromAscii(settings.appVersion.padEnd(8)));
};

/** 0820/372: which CA keys there are, from where the terminal stopped. */
export const listCaKeys: Take = async ({ db }, _, { message }) => {
  const received = readListAsk(bytesOf(message, 62) ?? new Uint8Array());
  if (received === undefined) return MALFORMED;
  const { rows } = await tableOf(db, 'caKeys');
  const { flag, page } = pageOf(rows, received, NAMES_PER_PAGE);
  return filled(writeCaKeyList({ flag, names: page.map(caKeyOf) }));
};

/** 0800/370: one CA key. */
export const sendCaKey: Take = async ({ db }, _, { message }) => {
  const name = readCaKeyAsk(bytesOf(message, 62) ?? new Uint8Array());
  if (!name?.rid || !name.index) return MALFORMED;
  const [rid, index] = [toHex(name.rid), toHex(name.index)];
  const { rows } = await tableOf(db, 'caKeys');
  const row = rows.find((one) => one.rid === rid && one.index === index);
  return filled(writeCaKey(row && caKeyOf(row)));
};

/** 0820/382: which applications there are. */
export const listApplications: Take = async ({ db }, _, { message }) => {
  const received = readListAsk(bytesOf(message, 62) ?? new Uint8Array());
  if (received === undefined) return MALFORMED;
  const { rows } = await tableOf(db, 'aids');
  const { flag, page } = pageOf(rows, received, NAMES_PER_PAGE);
  return filled(writeApplicationList({ flag, names: page.map(({ aid }) => fromHex(aid)) }));
};

/** 0800/380: one application. */
export const sendApplication: Take = async ({ db }, _, { message }) => {
  const name = readApplicationAsk(bytesOf(message, 62) ?? new Uint8Array());
  if (!name) return MALFORMED;
  const { rows } = await tableOf(db, 'aids');
  const row = rows.find(({ aid }) => aid === toHex(name));
  return filled(writeApplication(row && applicationOf(row)));
};

/** 0800/394: the settings of contactless payments. */
export const sendContactless: Take = async ({ db }) => {
  const { rows } = await tableOf(db, 'contactless');
  const named = rows.map(({ tag, value }) => [CONTACTLESS_TAGS[tag], value] as const);
  return filled(writeContactless(Object.fromEntries(named)));
};

/** 0800/390, 396 and 398: a list of card beginnings, page by page. */
export function sendBins(table: 'blacklist' | 'noPinBins' | 'noPinBlocked'): Take {
  return async ({ db }, _, { message }) => {
    const from = readBinListAsk(bytesOf(message, 62) ?? new Uint8Array());
    if (from === undefined) return MALFORMED;
    const { rows } = await tableOf(db, table);
    const { flag, page } = pageOf(rows, from, BINS_PER_PAGE);
    return filled(
      writeBinList({ flag, last: page.length === 0 ? 0 : from + page.length, bins: page }),
    );
  };
}

/** The end of a download: the terminal has done what it was asked for. */
export function endOf(wish: HostWish): Take {
  return async (services, ask, { gate }) => {
    await transact(services.db, async (tx) =>
      doneAsking(tx, ask, { terminalId: gate.terminal_id, wish }),
    );
    return { kind: 'answered', code: '00', done: wish };
  };
}

const MALFORMED: Outcome = {
  kind: 'refused',
  code: '30',
  why: 'F62 is not what this download asks',
};

function filled(f62: Uint8Array): Outcome {
  return { kind: 'answered', code: '00', fields: { 62: f62 } };
}

function bit(isSet: boolean): '0' | '1' {
  return isSet ? '1' : '0';
}

type Page<Row> = { readonly flag: Exclude<ListFlag, '3'>; readonly page: readonly Row[] };

function pageOf<Row>(rows: readonly Row[], from: number, size: number): Page<Row> {
  const page = rows.slice(from, from + size);
  if (page.length === 0) return { flag: '0', page };
  return { flag: from + page.length < rows.length ? '2' : '1', page };
}

const SHA1 = Uint8Array.of(1);
const RSA = Uint8Array.of(1);

function caKeyOf(row: TableRows<'caKeys'>[number]): CaKey {
  return {
    rid: fromHex(row.rid),
    index: fromHex(row.index),
    expiry: fromAscii(row.expiresOn),
    hash: SHA1,
    algorithm: RSA,
    modulus: fromHex(row.modulus),
    exponent: fromHex(row.exponent),
    checksum: fromHex(row.checksum),
  };
}

function applicationOf(row: TableRows<'aids'>[number]): ChipApplication {
  return {
    aid: fromHex(row.aid),
    isExact: fromHex(row.selection),
    version: fromHex(row.appVersion),
    tacDefault: fromHex(row.tacDefault),
    tacOnline: fromHex(row.tacOnline),
    tacDenial: fromHex(row.tacDenial),
    floorLimit: fromHex(row.floorLimit),
    randomThreshold: fromHex(row.threshold),
    randomMaxPercent: fromHex(row.maxTargetPercent),
    randomPercent: fromHex(row.targetPercent),
    ddol: fromHex(row.ddol),
    onlinePin: fromHex(row.onlinePin),
    cashLimit: fromHex(row.ecashLimit),
    contactlessFloor: fromHex(row.contactlessFloor),
    contactlessLimit: fromHex(row.contactlessLimit),
    cvmLimit: fromHex(row.contactlessCvmLimit),
  };
}
