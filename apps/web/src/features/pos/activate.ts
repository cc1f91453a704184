/** A terminal in a browser becomes one of ours: serial number and code for number and main key. */
import { api, type ReplyOf } from '@kaitong/contract';
import { fromHex } from '@kaitong/iso8583';
import type { TerminalProfile } from '@kaitong/terminal';
import { call } from '../../api.ts';
import { fromBase64, toBase64 } from './line.ts';

const RSA = {
  name: 'RSA-OAEP',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
} as const;

export type Claim = { readonly serial: string; readonly code: string };
export type Activated = {
  readonly profile: TerminalProfile;
  readonly reply: ReplyOf<typeof api.terminals.activate>;
};

/** Browsers give their cryptography only to pages of https and of this machine. */
export function canActivate(): boolean {
  return globalThis.isSecureContext && globalThis.crypto?.subtle !== undefined;
}

export async function activate(claim: Claim): Promise<Activated> {
  const { privateKey, publicKey } = await keyPair();
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
  const reply = await call(api.terminals.activate, { body: { ...claim, publicKey: pem(spki) } });
  const sealed = Uint8Array.from(fromBase64(reply.tmk));
  const tmk = new Uint8Array(await crypto.subtle.decrypt({ name: RSA.name }, privateKey, sealed));
  return { reply, profile: { ...reply, tmk, tmkKcv: fromHex(reply.tmkKcv) } };
}

let pair: Promise<CryptoKeyPair> | undefined;

/** One pair for the life of the page: who asks again after a lost answer must come with the same key. */
async function keyPair(): Promise<CryptoKeyPair> {
  pair ??= crypto.subtle.generateKey(RSA, true, ['encrypt', 'decrypt']);
  return pair;
}

const PEM_WIDTH = 64;

function pem(spki: Uint8Array): string {
  const lines = toBase64(spki).match(new RegExp(`.{1,${PEM_WIDTH}}`, 'g')) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
}
