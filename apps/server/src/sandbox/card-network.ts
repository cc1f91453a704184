/**
 * The card network in miniature: a real TCP server of the `iso87Binary` profile with a book of its
 * own. It wants to be signed on to, gives each connection a MAC key, answers by the cents of the
 * amount, and misbehaves when told to.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  decode,
  encode,
  framed,
  FrameReader,
  iso87Binary,
  replyHead,
  textOf,
  verifyMac,
  withMac,
  type MacKey,
  type Message,
} from '@kaitong/iso8583';
import { ECHO, KEY_CHANGE, SIGN_OFF, SIGN_ON, withNewKey } from '#connectors/network-management';
import type { Clock } from '#platform/clock';
import { transact, type Db } from '#platform/db';
import type { Log } from '#platform/log';
import { answer, type Answered } from './card-network/answer.ts';
import { settleDayOf } from './card-network/judge.ts';
import { macKeyOf, wrapped } from './card-network/line-keys.ts';
import { payCode } from './card-network/store.ts';
import type { Fault, Faults } from './faults.ts';

export { clearingFileOf } from './card-network/clearing-file.ts';

/** Longer than the house waits for an answer. */
const LATE_MS = 7_000;
/** Slow, and still in time. */
const SLOW_MS = 3_000;
const SOCKETS_MAX = 64;
const KEY_BYTES = 16;

type Setting = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly zoneKey: Uint8Array;
  readonly zoneMasterKey: Uint8Array;
  readonly faults: Faults;
  readonly late_ms?: number;
  readonly slow_ms?: number;
};

export type PlayedNetwork = {
  readonly address: { readonly host: string; readonly port: number };
  /** Gives every connection another MAC key, as networks do once a day. */
  readonly changeKeys: () => void;
  /** A customer pays a code that a terminal shows. */
  readonly payCode: (code: string) => Promise<boolean>;
  readonly stop: () => Promise<void>;
};

/** One member on the line. */
type Session = {
  readonly socket: Socket;
  isSignedOn: boolean;
  keys: readonly MacKey[];
};

export async function startCardNetwork(setting: Setting): Promise<PlayedNetwork> {
  const sessions = new Set<Session>();
  const server = createServer((socket) => {
    const session: Session = { socket, isSignedOn: false, keys: [] };
    sessions.add(session);
    socket.on('close', () => sessions.delete(session));
    socket.on('error', () => socket.destroy());
    serve(session, setting);
  });
  server.maxConnections = SOCKETS_MAX;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: { host: '127.0.0.1', port },
    changeKeys: () => {
      for (const session of sessions) if (session.isSignedOn) bringKey(session, setting);
    },
    payCode: async (code) => payCode(setting.db, { code, day: settleDayOf(setting.clock.now()) }),
    stop: async () => {
      for (const { socket } of sessions) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve(session: Session, serving: Setting): void {
  const { socket } = session;
  const reader = new FrameReader();
  socket.on('data', (chunk) => {
    const { frames, error } = reader.push(chunk);
    for (const frame of frames) {
      respond(session, serving, frame).catch((fault: unknown) => {
        serving.log.error({ err: fault }, 'sandbox card network');
        socket.destroy();
      });
    }
    if (error !== undefined) socket.destroy();
  });
}

async function respond(session: Session, serving: Setting, frame: Uint8Array): Promise<void> {
  const { socket } = session;
  const read = decode(iso87Binary, frame);
  if (!read.ok) {
    socket.destroy();
    return;
  }
  const { message } = read;
  if (message.mti === '0810') return; // to a key that we brought
  if (message.mti === '0800') {
    socket.write(framed(encode(iso87Binary, manage(session, serving, message))));
    return;
  }
  const refusal = whyNot(session, frame);
  if (refusal === undefined) await work(session, serving, message);
  else socket.write(framed(encode(iso87Binary, refused(message, refusal))));
}

/** Nobody is served before signing on (91), or with a MAC that is not right (A0). */
function whyNot({ isSignedOn, keys }: Session, frame: Uint8Array): string | undefined {
  if (!isSignedOn) return '91';
  return keys.some((key) => verifyMac(iso87Binary, frame, key)) ? undefined : 'A0';
}

function refused(message: Message, code: string): Message {
  const { 52: _, 128: __, ...fields } = message.fields;
  return { ...replyHead(message), fields: { ...fields, 39: code } };
}

/** What keeps the line: sign-on, sign-off, echo, and a MAC key for this connection. */
function manage(session: Session, { zoneMasterKey }: Setting, message: Message): Message {
  const reply = refused(message, '00');
  switch (textOf(message, 70) ?? '') {
    case SIGN_ON:
      session.isSignedOn = true;
      return reply;
    case SIGN_OFF:
      session.isSignedOn = false;
      return reply;
    case ECHO:
      return reply;
    case KEY_CHANGE: {
      const key = randomBytes(KEY_BYTES);
      session.keys = withNewKey(session.keys, macKeyOf(key));
      return { ...reply, fields: { ...reply.fields, 48: wrapped(key, zoneMasterKey) } };
    }
    default:
      return refused(message, '40');
  }
}

function bringKey(session: Session, { clock, zoneMasterKey }: Setting): void {
  const key = randomBytes(KEY_BYTES);
  const at = clock.now().toISOString().slice(5, 19).replaceAll(/[-T:]/g, '');
  const fields = { 7: at, 11: '000001', 70: KEY_CHANGE, 48: wrapped(key, zoneMasterKey) };
  session.keys = withNewKey(session.keys, macKeyOf(key));
  session.socket.write(framed(encode(iso87Binary, { mti: '0800', fields })));
}

/** A message about money, with whatever goes wrong on its way. */
async function work({ socket, keys }: Session, serving: Setting, message: Message): Promise<void> {
  const fault = serving.faults.take('network');
  if (fault === 'loseRequest') return;
  const { message: reply, does } = await answerOf(serving, { message, fault });
  if (fault === 'loseReply' || does === 'lost') return;
  if (fault === 'disconnect') {
    socket.destroy();
    return;
  }
  if (fault === 'late') await sleep(serving.late_ms ?? LATE_MS);
  if (does === 'slow') await sleep(serving.slow_ms ?? SLOW_MS);
  const bytes = fault === 'garbage' ? NOISE : sealed(reply, keys);
  if (does === 'wrongMac') bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  const times = does === 'duplicate' ? 2 : 1;
  for (let time = 0; time < times && !socket.destroyed; time++) socket.write(framed(bytes));
}

const NOISE = new Uint8Array([0xff, 0xfe, 0xfd]);

function sealed(reply: Message, [key]: readonly MacKey[]): Uint8Array {
  return key ? withMac(iso87Binary, reply, key) : encode(iso87Binary, reply);
}

async function answerOf(
  { db, clock, zoneKey }: Setting,
  { message, fault }: { message: Message; fault: Fault },
): Promise<Answered> {
  if (fault === 'refuse') return { message: refused(message, '96'), does: 'none' };
  return transact(db, async (tx) => answer(tx, { message, now: clock.now(), zoneKey }));
}
