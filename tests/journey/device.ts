/** A terminal in the hand of the story: RSA key, memory, and a real line to the real port. */
import { constants, generateKeyPairSync, privateDecrypt, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { api, type ReplyOf } from '@kaitong/contract';
import { desCipher, fromHex } from '@kaitong/iso8583';
import { Terminal, type TerminalState, type TerminalStore } from '@kaitong/terminal';
import { dialTcp } from '../../apps/terminal/src/line.ts';
import type { Asking } from './asking.ts';
import { must } from './expect.ts';

// A terminal of the country waits 60 s; the story would rather know.
const ANSWER_ms = 25_000;
const RSA_BITS = 2048;

type Activation = ReplyOf<typeof api.terminals.activate>;

export type Device = {
  readonly terminal: Terminal;
  readonly activation: Activation;
};

type Setting = {
  readonly ask: Asking;
  readonly serial: string;
  readonly code: string;
  readonly now: () => Date;
  readonly port: number | undefined;
};

/** Trades serial number and code for number and main key, and installs both. */
export async function activateDevice(setting: Setting): Promise<Device> {
  const { ask, serial, code, now, port } = setting;
  const pair = generateKeyPairSync('rsa', { modulusLength: RSA_BITS });
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const activation = await ask(api.terminals.activate, {
    body: { serial, code, publicKey, location: '+31.2304/+121.4737' },
  });
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const tmk = privateDecrypt(
    { key: pair.privateKey, ...padding },
    Buffer.from(activation.tmk, 'base64'),
  );
  const address = { host: activation.iso8583.host, port: port ?? activation.iso8583.port };
  const terminal = new Terminal(memory(), {
    dial: async () => dialTcp({ ...address, answer_ms: ANSWER_ms }),
    cipher: desCipher,
    clock: { now },
    sleep: async (ms) => sleep(ms),
    random: (count) => randomBytes(count),
  });
  const installed = await terminal.install({
    ...activation,
    tmk: Uint8Array.from(tmk),
    tmkKcv: fromHex(activation.tmkKcv),
    parameters: { reversalPause_ms: 200 },
  });
  must(installed.kind === 'done', 'The main key does not fit its check value.');
  return { terminal, activation };
}

/** What would lie on the disk of a device. */
function memory(): TerminalStore {
  let text: string | undefined;
  return {
    load: async () => (text === undefined ? undefined : (JSON.parse(text) as TerminalState)),
    save: async (state) => {
      text = JSON.stringify(state);
    },
  };
}
