import { desCipher, fromHex } from '@kaitong/iso8583';
import type { TerminalPorts } from '../ports.ts';
import type { TerminalProfile, TerminalState } from '../state.ts';
import { Terminal } from '../terminal.ts';
import { Host } from './host.ts';
import { TMK, TMK_KCV } from './test-keys.ts';

export const PROFILE: TerminalProfile = {
  terminalNo: '00000001',
  merchantNo: '123456789012345',
  merchantName: '开通样例便利店',
  tmk: TMK,
  tmkKcv: TMK_KCV,
  tpdu: '6000030000',
  header: '603100100000',
};

export const CARD = { pan: '6200000000000005', expiry: '3012', entry: 'manual' } as const;

/** A disk that can be taken out of one terminal and put into the next. */
export class Disk {
  #text: string | undefined;

  async load(): Promise<TerminalState | undefined> {
    return this.#text === undefined ? undefined : (JSON.parse(this.#text) as TerminalState);
  }

  async save(state: TerminalState): Promise<void> {
    this.#text = JSON.stringify(state);
  }
}

export type Bench = {
  readonly host: Host;
  readonly disk: Disk;
  readonly terminal: Terminal;
  /** Milliseconds that the terminal slept, in order. */
  readonly naps: number[];
  readonly ports: TerminalPorts;
};

export function makeBench(ports: Partial<TerminalPorts> = {}): Bench {
  const host = new Host();
  const disk = new Disk();
  const naps: number[] = [];
  const all: TerminalPorts = {
    dial: () => host.dial(),
    cipher: desCipher,
    clock: { now: () => new Date('2027-03-15T02:11:12Z') },
    sleep: async (ms) => void naps.push(ms),
    random: (count) => new Uint8Array(count).fill(0xa5),
    ...ports,
  };
  return { host, disk, naps, ports: all, terminal: new Terminal(disk, all) };
}

/** A card with a chip that runs what the issuer says. */
export const CHIP_CARD = {
  pan: '6200000000000005',
  expiry: '3012',
  entry: 'chip',
  sequence: '001',
  chip: fromHex('9F360200479F2608112233445566778882027C009F2701809F10039F0001'),
} as const;

/** Installed and signed in, with nothing else on the host's record. */
export async function readyBench(ports: Partial<TerminalPorts> = {}): Promise<Bench> {
  const bench = makeBench(ports);
  await bench.terminal.install(PROFILE);
  await bench.terminal.signIn('01');
  bench.host.heard.length = 0;
  return bench;
}
