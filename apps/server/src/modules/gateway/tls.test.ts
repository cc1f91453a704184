import { writeFileSync } from 'node:fs';
import { connect as connectPlain } from 'node:net';
import { join } from 'node:path';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { framed } from '@kaitong/iso8583';
import { afterEach, describe, expect, it } from 'vitest';
import { clockAt } from '#platform/clock';
import { silentLog } from '#platform/log';
import { makeCertificate } from '#testing/certificates';
import { testFolder } from '#testing/folder';
import { newCounters, type Counters } from './counters.ts';
import { limitsOf } from './limits.ts';
import { openLine, type OpenLine } from './line.ts';
import { readIdentity } from './tls.ts';

const ours = makeCertificate('line.kaitong.example');
const theirCa = makeCertificate('Terminals of Kaitong');
const theirs = makeCertificate('terminal 10000001', theirCa);
const stranger = makeCertificate('terminal 10000001');

let line: OpenLine | undefined;
let counters: Counters;
afterEach(async () => line?.stop());

describe('a terminal by TLS', () => {
  it('is answered, and needs no certificate where none is asked for', async () => {
    await open({});
    expect(await echo({})).toEqual(Buffer.from(framed(Uint8Array.of(7))));
    const [connection] = line?.hall.connections.values() ?? [];
    expect(connection).toMatchObject({ channel: 'tls', certificate: undefined });
  });

  it('shows its certificate, and the line knows whom it names', async () => {
    await open({ clientCa: theirCa.cert, isClientNeeded: true });
    expect(await echo({ cert: theirs.cert, key: theirs.key })).toBeDefined();
    const [connection] = line?.hall.connections.values() ?? [];
    expect(connection).toMatchObject({ certificate: 'terminal 10000001' });
  });

  it.each([
    ['no certificate', {}],
    ['a certificate that nobody of ours signed', { cert: stranger.cert, key: stranger.key }],
  ])('with %s is refused where one is needed', async (_, options) => {
    await open({ clientCa: theirCa.cert, isClientNeeded: true });
    expect(await echo(options)).toBeUndefined();
    await expect.poll(() => Object.fromEntries(counters.closed)).toEqual({ tlsRefused: 1 });
  });

  it('with a certificate of a stranger is served where none is needed, but stays without a name', async () => {
    await open({ clientCa: theirCa.cert, isClientNeeded: false });
    expect(await echo({ cert: stranger.cert, key: stranger.key })).toBeDefined();
    const [connection] = line?.hall.connections.values() ?? [];
    expect(connection).toMatchObject({ certificate: undefined });
  });

  it.each([
    ['speaks no TLS', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['sends a frame of the plain line', Buffer.from(framed(new Uint8Array(20)))],
  ])('that %s is refused, and the next one is served', async (_, bytes) => {
    await open({});
    const socket = connectPlain({ host: '127.0.0.1', port: line?.tlsPort ?? 0 });
    socket.on('error', () => {});
    socket.write(bytes);
    socket.resume();
    await new Promise((resolve) => socket.once('close', resolve));
    await expect.poll(() => Object.fromEntries(counters.closed)).toEqual({ tlsRefused: 1 });
    expect(await echo({})).toBeDefined();
  });

  it('that never finishes its handshake is closed like one that says nothing', async () => {
    await open({}, 30);
    const socket = connectPlain({ host: '127.0.0.1', port: line?.tlsPort ?? 0 });
    socket.on('error', () => {});
    socket.resume();
    await new Promise((resolve) => socket.once('close', resolve));
    expect(Object.fromEntries(counters.closed)).toEqual({ firstFrameTimeout: 1 });
  });
});

describe('the files of the settings', () => {
  const folder = testFolder();
  const file = (name: string, text: Buffer | string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const good = {
    port: 0,
    certFile: file('line.pem', ours.cert),
    keyFile: file('line.key', ours.key),
    clientCaFile: file('ca.pem', theirCa.cert),
    isClientNeeded: true,
  };

  it('are read when they fit', () => {
    expect(readIdentity(good)).toMatchObject({ cert: ours.cert, isClientNeeded: true });
  });

  it.each([
    ['of a missing file', { certFile: join(folder, 'none') }, /^KAITONG_TLS_CERT names a file/],
    ['of a missing CA', { clientCaFile: join(folder, 'none') }, /^KAITONG_TLS_CLIENT_CA names/],
    ['of another key', { keyFile: file('other.key', theirs.key) }, /must be a certificate and its/],
    ['of no PEM', { certFile: file('no.pem', 'nothing') }, /must be a certificate and its key/],
  ])('are refused in a sentence: %s', (_, but, sentence) => {
    expect(() => readIdentity({ ...good, ...but })).toThrow(sentence);
  });
});

const SETTINGS = {
  tls: undefined,
  connectionsMax: 100,
  perAddressMax: 100,
  perTerminalMax: 4,
  connectRate: 100,
  addressRate: 100,
  terminalRate: 100,
  workingMax: 100,
  idle_ms: 120_000,
  drain_ms: 1_000,
  messageDays: 30,
} as const;

async function open(
  asking: { clientCa?: Buffer; isClientNeeded?: boolean },
  firstFrame_ms = 10_000,
): Promise<void> {
  counters = newCounters(new Date(0));
  const { clientCa, isClientNeeded = false } = asking;
  line = await openLine(
    {
      limits: { ...limitsOf(SETTINGS), firstFrame_ms },
      log: silentLog,
      clock: clockAt(new Date(0)),
      counters,
      react: async (frame) => ({ kind: 'echo', reply: framed(frame) }),
      told: () => {},
    },
    {
      host: '127.0.0.1',
      port: 0,
      tls: { cert: ours.cert, key: ours.key, clientCa, isClientNeeded, port: 0 },
    },
  );
}

/** What comes back of one frame; undefined when the line hangs up. */
async function echo(options: ConnectionOptions): Promise<Uint8Array | undefined> {
  const socket: TLSSocket = connect({
    host: '127.0.0.1',
    port: line?.tlsPort ?? 0,
    ca: ours.cert,
    servername: 'line.kaitong.example',
    checkServerIdentity: () => undefined,
    ...options,
  });
  socket.on('error', () => {});
  socket.write(framed(Uint8Array.of(7)));
  return new Promise((resolve) => {
    socket.once('data', resolve);
    socket.once('close', () => resolve(undefined));
  });
}
