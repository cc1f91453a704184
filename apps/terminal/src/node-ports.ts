/** What Node gives a terminal: chance, time, RSA, a slow hash, and activation over HTTP. */
import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  scrypt,
} from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { api, type ReplyOf } from '@kaitong/contract';
import { desCipher, fromHex, sm4Cipher } from '@kaitong/iso8583';
import type { TerminalPorts, TerminalProfile } from '@kaitong/terminal';
import type { House } from './house.ts';

const HASH_BYTES = 32;
const RSA_BITS = 2048;
const hash = promisify(scrypt);

type Given = Pick<TerminalPorts, 'dial'> & Partial<TerminalPorts>;

export function nodePorts(given: Given): TerminalPorts {
  return {
    cipher: desCipher,
    sm4: sm4Cipher,
    clock: { now: () => new Date(performance.timeOrigin + performance.now()) },
    sleep: async (ms) => sleep(ms),
    random: (count) => randomBytes(count),
    hashPassword: async (password, salt) => (await hash(password, salt, HASH_BYTES)) as Uint8Array,
    rsaEncrypt: async ({ modulus, exponent }, plain) => {
      const [n, e] = [base64url(modulus), base64url(exponent)];
      const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' });
      return publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, plain);
    },
    ...given,
  };
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

/** An RSA key of the terminal; making one takes a second, so a farm shares it. */
export function makeRsa() {
  return generateKeyPairSync('rsa', { modulusLength: RSA_BITS });
}

export type Rsa = ReturnType<typeof makeRsa>;

type Redeeming = {
  readonly house: House;
  readonly serial: string;
  readonly code: string;
  readonly rsa: Rsa;
};

export type Redeemed = {
  readonly profile: TerminalProfile;
  readonly address: { readonly host: string; readonly port: number };
  readonly terminalId: string;
};

/** Trades serial number and code for numbers and main key. */
export async function redeem({ house, serial, code, rsa }: Redeeming): Promise<Redeemed> {
  const publicKey = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const answer = await house(api.terminals.activate, { body: { serial, code, publicKey } });
  return {
    profile: profileFrom(answer, rsa),
    address: answer.iso8583,
    terminalId: answer.terminalId,
  };
}

function profileFrom(answer: ReplyOf<typeof api.terminals.activate>, rsa: Rsa): TerminalProfile {
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const sealed = Buffer.from(answer.tmk, 'base64');
  const tmk = privateDecrypt({ key: rsa.privateKey, ...padding }, sealed);
  return { ...answer, tmk: Uint8Array.from(tmk), tmkKcv: fromHex(answer.tmkKcv) };
}
