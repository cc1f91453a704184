/**
 * The ways in which a terminal becomes usable (docs/protocol.md §7.1): by its serial number over the
 * card line (A), by a main key under RSA (B, C), by a main key in the sign-in answer (D), by a code
 * that a person types (F). Afterwards it downloads, signs in and says that it is there.
 */
import {
  bytesOf,
  fromHex,
  isKcv,
  kcvOf,
  readCaKey,
  readMainKeyDownload,
  textOf,
  toHex,
  unwrapKey,
  writeCaKeyAsk,
  writeMainKeyDownload,
  writeSerialInit,
} from '@kaitong/iso8583';
import type { KeyUse, Message } from '@kaitong/iso8583';
import { workCipher } from './ciphers.ts';
import { download, DOWNLOADS } from './downloads.ts';
import { echo, EMPTY, manage, signIn } from './management.ts';
import type { Home, InstallResult } from './management.ts';
import type { RsaKey } from './ports.ts';
import { answered, refused, unknown } from './result.ts';
import type { ManagementResult } from './result.ts';
import { DEFAULT_PARAMETERS, Held } from './state.ts';
import type { Installed, SignInCode } from './state.ts';

/** What is printed on the box, and what the maker wrote into the terminal. */
export type Maker = {
  readonly manufacturer: string;
  readonly serial: string;
  readonly version?: string;
  readonly tpdu: string;
  readonly header: string;
  readonly signInCode?: SignInCode;
  /** The key that the maker put in, hex; under it the host may send the main key (D). */
  readonly transportKey?: string;
};

/** A: 0800/101 with manufacturer and serial number brings the terminal's own numbers. */
export async function initialise(
  home: Home,
  maker: Maker,
): Promise<InstallResult | ManagementResult> {
  const blank: Installed = {
    terminalNo: '',
    merchantNo: '',
    merchantName: '',
    tpdu: maker.tpdu,
    header: maker.header,
    macAlgorithm: 'cupEcb',
    signInCode: maker.signInCode ?? '003',
    parameters: DEFAULT_PARAMETERS,
    ...(maker.transportKey === undefined ? {} : { tmk: maker.transportKey }),
  };
  const held = new Held(home.ports, home.store, { ...EMPTY, installed: blank });
  const task = { mti: '0800', code: '101', fields: { 59: makerField(maker) } };
  const result = await manage(held, task, async (message, about) => {
    const named = numbersIn(message);
    if (named === undefined) return unknown('mismatch', about);
    await held.save({ installed: { ...blank, ...named } });
    return { ...answered('00', about), kind: 'done' };
  });
  return result.kind === 'done' ? { kind: 'installed', held } : result;
}

function makerField({ manufacturer, serial, version = '01' }: Maker): Uint8Array {
  return writeSerialInit({ manufacturer, serial, baseStation: '', version });
}

function numbersIn(message: Message): { terminalNo: string; merchantNo: string } | undefined {
  const [terminalNo, merchantNo] = [textOf(message, 41), textOf(message, 42)];
  return terminalNo === undefined || merchantNo === undefined
    ? undefined
    : { terminalNo, merchantNo };
}

/** The acquirer's RSA key, as the certification lab names it: RID and index. */
const RSA_NAME = { rid: fromHex('A000000333'), index: fromHex('01') };
const RANDOM_KEY_BYTES = 16;

/** B, C: a random key goes to the host under its RSA key, and the main key comes back under it. */
export async function fetchMainKey(held: Held): Promise<ManagementResult> {
  const { ports } = held;
  if (ports.rsaEncrypt === undefined) return refused('noWay');
  const { result, rsa } = await fetchRsaKey(held);
  if (rsa === undefined) return result;
  const random = { key: ports.random(RANDOM_KEY_BYTES), cipher: workCipher(held) };
  const f62 = writeMainKeyDownload({
    ...RSA_NAME,
    wrappedRandom: await ports.rsaEncrypt(rsa, random.key),
    randomCheckValue: kcvOf(random),
  });
  const brought = await manage(
    held,
    { mti: '0800', code: '350', fields: { 62: f62 } },
    async (message, about) => openMainKey(held, { message, about, random }),
  );
  if (brought.kind !== 'done') return brought;
  return manage(held, { mti: '0800', code: '351', fields: {} });
}

async function fetchRsaKey(held: Held): Promise<{ result: ManagementResult; rsa?: RsaKey }> {
  let rsa: RsaKey | undefined;
  const task = { mti: '0820', code: '352', fields: { 62: writeCaKeyAsk(RSA_NAME) } };
  const result = await manage(held, task, async (message, about) => {
    rsa = rsaKeyIn(message);
    if (rsa === undefined) return unknown('undecodable', about);
    return { ...answered('00', about), kind: 'done' };
  });
  return { result, ...(rsa === undefined ? {} : { rsa }) };
}

type Brought = {
  readonly message: Message;
  readonly about: { readonly trace: string; readonly batch: string };
  readonly random: KeyUse;
};

async function openMainKey(held: Held, { message, about, random }: Brought) {
  const read = readMainKeyDownload(bytesOf(message, 62) ?? new Uint8Array());
  const [wrapped, kcv] = [read?.wrappedKey, read?.checkValue];
  if (wrapped?.length !== RANDOM_KEY_BYTES || kcv === undefined)
    return unknown('undecodable', about);
  const tmk = unwrapKey(wrapped, random);
  if (!isKcv({ key: tmk, cipher: random.cipher }, kcv)) return unknown('keyCheck', about);
  await held.save({ installed: { ...held.state.installed, tmk: toHex(tmk) } });
  return { ...answered('00', about), kind: 'done' } as const;
}

function rsaKeyIn(message: Message): RsaKey | undefined {
  const { modulus, exponent } = readCaKey(bytesOf(message, 62) ?? new Uint8Array())?.key ?? {};
  return modulus === undefined || exponent === undefined ? undefined : { modulus, exponent };
}

export type Prepared = {
  /** What the host answered to each download, in their order. */
  readonly downloads: readonly { readonly name: string; readonly code: string }[];
  readonly signIn: ManagementResult;
  readonly echo: ManagementResult;
};

/** After the main key: everything that the host has to give, then sign-in, then echo. */
export async function prepare(held: Held, operator: string): Promise<Prepared> {
  const downloads: { name: string; code: string }[] = [];
  for (const name of DOWNLOADS) {
    // The book has an order, and each is one exchange or many.
    // oxlint-disable-next-line no-await-in-loop
    const result = await download(held, name);
    // A host that does not do one of them (40) still does the next.
    downloads.push({ name, code: 'code' in result ? result.code : result.reason });
  }
  return { downloads, signIn: await signIn(held, operator), echo: await echo(held) };
}
