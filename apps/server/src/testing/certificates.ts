/**
 * X.509 certificates for tests, made here because Node can read them but not make them. Just enough
 * DER for one level of authority: a name, a key, a signature (RFC 5280 §4.1).
 */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

export type Made = {
  readonly name: string;
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly privateKey: KeyObject;
};

/** A certificate for this name; signed by itself when nobody else does. */
export function makeCertificate(name: string, signedBy?: Made): Made {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const body = sequence(
    tagged(0xa0, integer(2)), // version 3
    integer(++serials),
    ECDSA_SHA256,
    nameOf(signedBy?.name ?? name),
    sequence(time('200101000000Z'), time('491231235959Z')),
    nameOf(name),
    spki,
    tagged(0xa3, sequence(signedBy ? NAMED_LOCALHOST : AUTHORITY)),
  );
  const signature = sign('sha256', body, signedBy?.privateKey ?? privateKey);
  const whole = sequence(body, ECDSA_SHA256, tagged(0x03, Buffer.concat([ZERO, signature])));
  const pem = `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replaceAll(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`;
  const key = Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return { name, cert: Buffer.from(pem), key, privateKey };
}

let serials = 0;
const ZERO = Buffer.of(0);

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.of(tag, length), content]);
  if (length < 0x100) return Buffer.concat([Buffer.of(tag, 0x81, length), content]);
  return Buffer.concat([Buffer.of(tag, 0x82, length >> 8, length & 0xff), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function integer(value: number): Buffer {
  return tagged(0x02, Buffer.of(0, value >> 8, value & 0xff).subarray(value < 0x80 ? 2 : 0));
}

function oid(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'));
}

function time(utc: string): Buffer {
  return tagged(0x17, Buffer.from(utc, 'ascii'));
}

/** One common name (2.5.4.3). */
function nameOf(name: string): Buffer {
  return sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(name)))));
}

function extension(id: string, value: Buffer, isCritical: boolean): Buffer {
  const critical = isCritical ? [tagged(0x01, Buffer.of(0xff))] : [];
  return sequence(oid(id), ...critical, tagged(0x04, value));
}

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));
/** Basic constraints: it may sign others. */
const AUTHORITY = extension('551d13', sequence(tagged(0x01, Buffer.of(0xff))), true);
const NAMED_LOCALHOST = extension(
  '551d11',
  sequence(tagged(0x82, Buffer.from('localhost')), tagged(0x87, Buffer.of(127, 0, 0, 1))),
  false,
);
