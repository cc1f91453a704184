/** 0800/101 and 352, 350, 351: numbers by serial number, and the main key under RSA (protocol.md §7). */
import {
  bytesOf,
  fromAscii,
  fromHex,
  readMainKeyDownload,
  readSerialInit,
  textOf,
  toHex,
  writeCaKey,
  writeMainKeyDownload,
  caKeyChecked,
  type Message,
} from '@kaitong/iso8583';
import { createHash } from 'node:crypto';
import type { Ask } from '#platform/ask';
import type { Services } from '#platform/services';
import {
  ACQUIRER_KEY,
  acquirerKeyOf,
  activateLoaded,
  initialiseTerminal,
  loadMainKey,
} from '#terminals';
import type { Heard, Known } from './model.ts';
import type { Outcome } from './outcome.ts';

/** 101: a terminal that has no numbers yet says its serial number. */
export async function initialise(
  services: Services,
  now: Date,
  { message }: Pick<Heard, 'message'>,
): Promise<Outcome> {
  const init = readSerialInit(serialField(message));
  if (!init) return { kind: 'refused', code: '30', why: 'F59 is no serial number' };
  const ask: Ask = { by: { kind: 'system', id: 'activation' }, now, lang: 'zh-Hans' };
  const found = await initialiseTerminal(services, ask, init);
  if (found.kind === 'refused') return found;
  const { terminalNo, merchantNo } = found;
  return { kind: 'answered', code: '00', fields: { 41: terminalNo, 42: merchantNo } };
}

function serialField(message: Message): Uint8Array {
  return bytesOf(message, 59) ?? fromAscii(textOf(message, 59) ?? '');
}

const NEVER = fromAscii('20991231');
const ONE = Uint8Array.of(1);

/** 352: the RSA key under which the terminal sends its random key. */
export async function sendRsaKey(services: Services, _: Ask, { message }: Known): Promise<Outcome> {
  const name = readMainKeyDownload(bytesOf(message, 62) ?? new Uint8Array());
  if (!name?.rid || !name.index)
    return { kind: 'refused', code: '30', why: 'F62 names no RSA key' };
  const isOurs = toHex(name.rid) === ACQUIRER_KEY.rid && toHex(name.index) === ACQUIRER_KEY.index;
  if (!isOurs) return filled(writeCaKey(undefined));
  const { modulus, exponent } = await acquirerKeyOf(services);
  const named = { rid: fromHex(ACQUIRER_KEY.rid), index: fromHex(ACQUIRER_KEY.index) };
  const key = { ...named, expiry: NEVER, hash: ONE, algorithm: ONE, modulus, exponent };
  const checksum = createHash('sha1').update(caKeyChecked(key)).digest();
  return filled(writeCaKey({ ...key, checksum }));
}

/** 350: the main key under the random key that came under our RSA key. */
export async function sendMainKey(
  services: Services,
  ask: Ask,
  { message, gate }: Known,
): Promise<Outcome> {
  const sent = readMainKeyDownload(bytesOf(message, 62) ?? new Uint8Array());
  const { wrappedRandom: random, randomCheckValue: kcv } = sent ?? {};
  if (!random || !kcv) return { kind: 'refused', code: '30', why: 'F62 brings no random key' };
  const loaded = await loadMainKey(services, ask, { terminalId: gate.terminal_id, random, kcv });
  if (loaded.kind === 'refused') return loaded;
  const checkValue = fromHex(loaded.kcv);
  return filled(writeMainKeyDownload({ wrappedKey: loaded.wrapped, checkValue }));
}

/** 351: the terminal holds its main key. */
export async function confirmMainKey(
  services: Services,
  ask: Ask,
  { gate }: Known,
): Promise<Outcome> {
  const done = await activateLoaded(services, ask, gate.terminal_id);
  return done.kind === 'refused' ? done : { kind: 'answered', code: '00' };
}

function filled(f62: Uint8Array): Outcome {
  return { kind: 'answered', code: '00', fields: { 62: f62 } };
}
