import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { createSecureContext, createServer, type TLSSocket } from 'node:tls';
import type { TlsSettings } from '#config';
import { CannotStart } from '#platform/cannot-start';
import type { Connection } from './connection.ts';

/** Who we are, and whom we believe; PEM. */
export type TlsIdentity = {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** Who signs the certificates of terminals. */
  readonly clientCa: Buffer | undefined;
  readonly isClientNeeded: boolean;
};

/** Reads the files that the settings name; whatever is wrong with them is said before a port opens. */
export function readIdentity(settings: TlsSettings): TlsIdentity {
  const { certFile, keyFile, clientCaFile, isClientNeeded } = settings;
  const cert = pem('KAITONG_TLS_CERT', certFile);
  const key = pem('KAITONG_TLS_KEY', keyFile);
  const clientCa =
    clientCaFile === undefined ? undefined : pem('KAITONG_TLS_CLIENT_CA', clientCaFile);
  try {
    createSecureContext({ cert, key, ...(clientCa ? { ca: clientCa } : {}) });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CannotStart(
      `KAITONG_TLS_CERT and KAITONG_TLS_KEY must be a certificate and its key in PEM (${why}).`,
      { cause },
    );
  }
  return { cert, key, clientCa, isClientNeeded };
}

function pem(setting: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CannotStart(`${setting} names a file that can not be read (${why}).`, { cause });
  }
}

/**
 * Begins TLS on a connection that was let in already, so that a handshake counts against the limits
 * from its first byte. The TLS server listens on no port of its own: sockets are handed to it.
 */
export function secured(identity: TlsIdentity, handshake_ms: number) {
  const { cert, key, clientCa, isClientNeeded } = identity;
  const waiting = new Map<string, Connection>();
  const server = createServer({
    cert,
    key,
    minVersion: 'TLSv1.2',
    handshakeTimeout: handshake_ms,
    requestCert: clientCa !== undefined,
    rejectUnauthorized: isClientNeeded,
    ...(clientCa ? { ca: clientCa } : {}),
  });
  server.on('secureConnection', (stream) => {
    const connection = waiting.get(endOf(stream));
    // Gone while it shook hands.
    if (!connection) {
      stream.destroy();
      return;
    }
    waiting.delete(endOf(stream));
    connection.certificate = nameOn(stream);
    connection.serve(stream);
  });
  server.on('tlsClientError', (_, stream) => stream.destroy());
  return (raw: Socket, connection: Connection): void => {
    const end = endOf(raw);
    waiting.set(end, connection);
    raw.once('close', () => waiting.delete(end));
    server.emit('connection', raw);
  };
}

/** One address and port is one socket at a time. */
function endOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}

/** A certificate that nobody vouches for names nobody. */
function nameOn(stream: TLSSocket): string | undefined {
  if (!stream.authorized) return undefined;
  const name = stream.getPeerCertificate().subject.CN;
  return typeof name === 'string' ? name : name?.[0];
}
