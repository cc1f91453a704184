import { constants, generateKeyPairSync, privateDecrypt, randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { fromHex } from '@kaitong/iso8583';
import { Terminal, type TerminalPorts, type TerminalState } from '@kaitong/terminal';
import { nativeDes } from '#platform/des';
import type { Services } from '#platform/services';
import { changeProfile, issueCode, recordSelfTest, redeem, setGateItem } from '#terminals';
import { makeMerchant, makeTerminal } from './merchant.ts';
import type { Ground, World } from './world.ts';

/** The line of a terminal; that many answers are cut off before they come. */
type Line = TerminalPorts & { cutBeforeAnswer: number };
export type Pos = {
  readonly terminal: Terminal;
  readonly ports: Line;
  readonly port: number;
  readonly terminalId: string;
  readonly merchantId: string;
  readonly terminalNo: string;
  readonly merchantNo: string;
  readonly serial: string;
  /** Its main key, as it came with the activation. */
  readonly tmk: Uint8Array;
  readonly state: () => TerminalState | undefined;
};

const rsa = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

export type Activated = {
  readonly terminalNo: string;
  readonly merchantNo: string;
  readonly tmk: Uint8Array;
};

/** A merchant with a terminal that was activated by its code and may trade. */
export async function makeActivated(world: Ground): Promise<Activated> {
  const { merchant_id: merchantId, merchant_no: merchantNo } = await makeMerchant(world);
  const { id: terminalId, serial } = await makeTerminal(world, { merchantId, orderId: 'ord_1' });
  const made = { merchantId, terminalId, serial };
  const { answer, tmk } = await activate(world, world.services, made);
  await fulfil(world, made);
  return { terminalNo: answer.terminal.terminal_no ?? '', merchantNo, tmk };
}

/** A merchant with a terminal in software that was activated by its code and may trade. */
export async function makePos(
  world: World,
  services: Services,
  { port, changes }: { readonly port: number; readonly changes?: Changes },
): Promise<Pos> {
  const merchant = await makeMerchant(world);
  const merchantId = merchant.merchant_id;
  const { id: terminalId, serial } = await makeTerminal(world, { merchantId, orderId: 'ord_1' });
  if (changes)
    await world.transact(async (tx) =>
      changeProfile(tx, world.ask('technician'), { terminalId, changes }),
    );
  const { answer, tmk } = await activate(world, services, { merchantId, terminalId, serial });
  await fulfil(world, { merchantId, terminalId });
  const terminalNo = answer.terminal.terminal_no ?? '';
  let kept: TerminalState | undefined;
  const store = {
    load: async () => kept,
    save: async (state: TerminalState) => {
      kept = state;
    },
  };
  const ports = portsTo(port, world.now);
  const terminal = new Terminal(store, ports);
  await terminal.install({
    terminalNo,
    merchantNo: merchant.merchant_no,
    merchantName: merchant.receipt_name,
    tmk,
    tmkKcv: fromHex(answer.kcv),
    tpdu: '6000030000',
    header: '603100311000',
    parameters: { reversalPause_ms: 1 },
  });
  const numbers = { terminalId, merchantId, terminalNo, merchantNo: merchant.merchant_no, serial };
  return { terminal, ports, port, ...numbers, tmk, state: () => kept };
}

type Changes = Parameters<typeof changeProfile>[2]['changes'];
type Made = { readonly merchantId: string; readonly terminalId: string; readonly serial: string };

/** By the code that the owner sees, under a key that only the terminal has. */
async function activate(world: Ground, services: Services, made: Made) {
  const owner = world.ask('owner', { merchantIds: [made.merchantId] });
  const { keeper } = services;
  const { code = '' } = await world.transact(async (tx) =>
    issueCode(tx, owner, { terminalId: made.terminalId, keeper }),
  );
  const claim = { serial: made.serial, code, publicKey: rsa.publicKey };
  const answer = await redeem(services, world.system(), claim);
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const sealed = Buffer.from(answer.tmk, 'base64');
  return { answer, tmk: privateDecrypt({ key: rsa.privateKey, ...padding }, sealed) };
}

/** Everything else that the gate asks for. */
async function fulfil(
  world: Ground,
  { merchantId, terminalId }: Omit<Made, 'serial'>,
): Promise<void> {
  const ask = world.system();
  await world.transact(async (tx) => {
    for (const item of ['application', 'contract', 'payment', 'visit', 'training'] as const)
      await setGateItem(tx, ask, { merchantId, item, ok: true });
    const good = { card: true, qr: true, refund: true, print: true };
    await recordSelfTest(tx, ask, { terminalId, test: good });
  });
}

/** What a terminal needs of the world. */
function portsTo(to: number, now: () => Date): Line {
  const ports: Line = {
    cutBeforeAnswer: 0,
    cipher: nativeDes,
    clock: { now },
    sleep: async (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: (count) => randomBytes(count),
    dial: async () => {
      const socket = await dial(to);
      const chunks = socket[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
      return {
        send: async (bytes) => {
          socket.write(bytes);
        },
        receive: async () => {
          if (ports.cutBeforeAnswer > 0) {
            ports.cutBeforeAnswer--;
            socket.destroy();
            return undefined;
          }
          const { value, done } = await chunks.next();
          return done === true ? undefined : value;
        },
        close: async () => {
          socket.destroy();
        },
      };
    },
  };
  return ports;
}

export async function dial(port: number): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  socket.on('error', () => {}); // the other side hangs up on noise
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}
