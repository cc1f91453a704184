/**
 * Echo and sale over the terminal line of a whole house, in a process of its own, at 1, 100 and 1,000
 * connections; memory of 10,000 idle ones. The peer is a plain TCP server that sends the same bytes
 * back, in the same run: the ratio is our echoes a second over its, at 100 connections.
 *
 * Every connection asks, waits for the answer, and asks again. Echo carries no MAC in this protocol and
 * reads and writes the database; a sale carries one both ways, and goes through the whole house to the
 * card network of the sandbox, which runs in the same process and is counted with it.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  decode,
  encode,
  framed,
  fromHex,
  isSuccess,
  openWorkKeys,
  textOf,
  unionpay,
  withMac,
  bytesOf,
  type FieldValue,
  type Message,
} from '@kaitong/iso8583';
import { nativeDes } from '../../apps/server/src/platform/des.ts';
import type { Ask, BenchTerminal, Measured } from './gateway-house.ts';
import { connectAll, run, type Client, type Run } from './line-load.ts';
import type { Bench } from './main.ts';

type Size = {
  /** How many connections, and how many messages each sends. */
  readonly steps: readonly {
    readonly connections: number;
    readonly echoes: number;
    readonly sales: number;
  }[];
  readonly idle: number;
};

const FULL: Size = {
  steps: [
    { connections: 1, echoes: 1_000, sales: 200 },
    { connections: 100, echoes: 100, sales: 20 },
    { connections: 1_000, echoes: 10, sales: 1 },
  ],
  idle: 10_000,
};
const SMALL: Size = { steps: [{ connections: 2, echoes: 10, sales: 3 }], idle: 50 };
/** At this many the peer is compared. */
const COMPARED = 100;
/** What the house says when it has too much to do. */
const BUSY = '96';
const SIGN_IN_AT_ONCE = 50;

type Till = BenchTerminal & { readonly mak: Uint8Array; readonly batch: string };
type Say = (line: string) => void;

export const bench: Bench['bench'] = async ({ isSmall, say }) => {
  const size = isSmall ? SMALL : FULL;
  const house = await begin('gateway-house');
  const peer = await begin('plain-echo');
  try {
    const most = Math.max(...size.steps.map(({ connections }) => connections));
    // First, while the heap is small: later the connections would hide in what it holds already.
    const idle = await measureIdle(house, size.idle, say);
    say(`making ${most} merchants, each with a terminal`);
    const terminals = await house.ask<BenchTerminal[]>({ make: most });
    const tills = await signInAll(house.port, terminals);
    const figures: Record<string, number> = {};
    for (const step of size.steps)
      Object.assign(figures, await measureStep(house, { step, tills, say }));
    const compared =
      size.steps.find(({ connections }) => connections === COMPARED) ?? size.steps[0];
    const plain = await plainEcho(peer.port, { step: compared, tills, say });
    const ours = figures[`echo${compared?.connections}_s`] ?? 0;
    const { kept, dropped } = await house.ask<Measured>('measure');
    return {
      ratio: ours / plain.perSecond,
      ...figures,
      plain_s: Math.round(plain.perSecond),
      ...idle,
      kept,
      dropped,
    };
  } finally {
    await house.end();
    await peer.end();
  }
};

type Program = {
  readonly port: number;
  readonly ask: <Answer>(ask: Ask) => Promise<Answer>;
  readonly end: () => Promise<void>;
};

async function begin(name: string): Promise<Program> {
  const child: ChildProcess = fork(new URL(`./${name}.ts`, import.meta.url), {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  const gone = once(child, 'exit');
  const dead = gone.then(() => {
    throw new Error(`${name} ended by itself`);
  });
  dead.catch(() => {});
  const hear = async <Answer>(): Promise<Answer> => {
    const [answer] = (await Promise.race([once(child, 'message'), dead])) as [Answer];
    return answer;
  };
  const { port } = await hear<{ port: number }>();
  return {
    port,
    ask: async <Answer>(ask: Ask) => {
      const answer = hear<Answer>();
      child.send(ask);
      return answer;
    },
    end: async () => {
      if (child.connected) child.send('stop');
      await gone;
    },
  };
}

type Step = Size['steps'][number];
type Measuring = { readonly step: Step; readonly tills: readonly Till[]; readonly say: Say };

async function measureStep(
  house: Program,
  { step, tills, say }: Measuring,
): Promise<Record<string, number>> {
  const { connections, echoes, sales } = step;
  const mine = tills.slice(0, connections);
  const clients = await connectAll(house.port, connections);
  const echo = await timed(
    house,
    clients,
    mine.map((till) => Array.from({ length: echoes }, () => echoOf(till))),
  );
  const sale = await timed(
    house,
    clients,
    mine.map((till) => Array.from({ length: sales }, () => saleOf(till))),
  );
  for (const client of clients) client.close();
  const codes = sale.answers.map((frame) => codeOf(frame));
  const refused = codes.filter((code) => code !== BUSY && !isSuccess(code));
  if (refused.length > 0)
    throw new Error(`${refused.length} of ${codes.length} sales were not approved: ${refused[0]}`);
  const busy = codes.filter((code) => code === BUSY).length;
  if (busy > 0) say(`sale${connections}: ${busy} of ${codes.length} were answered busy`);
  return { ...told(`echo${connections}`, echo, say), ...told(`sale${connections}`, sale, say) };
}

type Timed = Run & { readonly cpu_us: number };

async function timed(
  house: Program,
  clients: readonly Client[],
  frames: readonly (readonly Uint8Array[])[],
): Promise<Timed> {
  const before = await house.ask<Measured>('measure');
  const ran = await run(clients, frames);
  const after = await house.ask<Measured>('measure');
  return { ...ran, cpu_us: (after.cpu_us - before.cpu_us) / ran.answers.length };
}

function told(
  name: string,
  { perSecond, p50_ms, p99_ms, cpu_us }: Timed,
  say: Say,
): Record<string, number> {
  const figures = {
    [`${name}_s`]: Math.round(perSecond),
    [`${name}_p50_ms`]: p50_ms,
    [`${name}_p99_ms`]: p99_ms,
    [`${name}_cpu_us`]: Math.round(cpu_us),
  };
  say(
    `${name}: ${Math.round(perSecond)}/s, p50 ${p50_ms.toFixed(1)} ms, p99 ${p99_ms.toFixed(1)} ms, ${Math.round(cpu_us)} µs of the house's processor each`,
  );
  return figures;
}

async function plainEcho(
  port: number,
  { step, tills, say }: { step: Step | undefined; tills: readonly Till[]; say: Say },
): Promise<Run> {
  const connections = step?.connections ?? 1;
  const clients = await connectAll(port, connections);
  const frames = tills
    .slice(0, connections)
    .map((till) => Array.from({ length: step?.echoes ?? 1 }, () => echoOf(till)));
  const ran = await run(clients, frames);
  for (const client of clients) client.close();
  say(
    `plain echo of the same bytes at ${connections}: ${Math.round(ran.perSecond)}/s, p50 ${ran.p50_ms.toFixed(1)} ms`,
  );
  return ran;
}

/** Each says one echo, as a stranger, so that the line keeps it; then all are silent. */
async function measureIdle(
  house: Program,
  count: number,
  say: Say,
): Promise<Record<string, number>> {
  const before = await house.ask<Measured>('measure');
  const clients = await connectAll(house.port, count);
  const frames = clients.map((_, i) => [
    echoOf({ terminalNo: String(90_000_000 + i), merchantNo: '0'.repeat(15) }),
  ]);
  await run(clients, frames);
  const after = await house.ask<Measured>('measure');
  for (const client of clients) client.close();
  const bytes = Math.round((after.rss - before.rss) / count);
  say(`${after.open} idle connections: ${Math.round(bytes / 1024)} KB each`);
  if (after.open < count) throw new Error(`only ${after.open} of ${count} connections are open`);
  return { idle: after.open, idle_bytes: bytes };
}

/** Some at a time, since a house that is asked by all at once says that it is busy. */
async function signInAll(port: number, terminals: readonly BenchTerminal[]): Promise<Till[]> {
  const answers: Uint8Array[] = [];
  for (let at = 0; at < terminals.length; at += SIGN_IN_AT_ONCE) {
    const some = terminals.slice(at, at + SIGN_IN_AT_ONCE);
    const clients = await connectAll(port, some.length);
    const signedIn = await run(
      clients,
      some.map((terminal) => [signInOf(terminal)]),
    );
    for (const client of clients) client.close();
    answers.push(...signedIn.answers);
  }
  return terminals.map((terminal, i) => {
    const read = decode(unionpay, answers[i] ?? new Uint8Array());
    const f62 = read.ok ? bytesOf(read.message, 62) : undefined;
    const opened = f62 && openWorkKeys(f62, { key: fromHex(terminal.tmk), cipher: nativeDes });
    if (!read.ok || !opened?.ok) throw new Error('a terminal could not sign in');
    const batch = textOf(read.message, 60)?.slice(2, 8) ?? '';
    return { ...terminal, mak: opened.keys.mak, batch };
  });
}

type Named = Pick<BenchTerminal, 'terminalNo' | 'merchantNo'>;

function messageOf(
  { terminalNo, merchantNo }: Named,
  mti: string,
  fields: Readonly<Record<number, FieldValue>>,
): Message {
  return {
    tpdu: '6000030000',
    header: '603100311000',
    mti,
    fields: { ...fields, 41: terminalNo, 42: merchantNo },
  };
}

function signInOf(terminal: Named): Uint8Array {
  return framed(
    encode(unionpay, messageOf(terminal, '0800', { 11: '000001', 60: '00000000003', 63: '01 ' })),
  );
}

function echoOf(terminal: Named): Uint8Array {
  return framed(encode(unionpay, messageOf(terminal, '0820', { 60: '00000001301' })));
}

let traces = 0;

function saleOf(till: Till): Uint8Array {
  const fields = {
    2: '6200000000000005',
    3: '000000',
    4: '000000000100',
    11: String(++traces % 1_000_000).padStart(6, '0'),
    22: '012',
    25: '00',
    49: '156',
    60: `22${till.batch}000600`,
  };
  const mac = { algorithm: 'cupEcb', key: till.mak, cipher: nativeDes } as const;
  return framed(withMac(unionpay, messageOf(till, '0200', fields), mac));
}

function codeOf(frame: Uint8Array): string {
  const read = decode(unionpay, frame);
  return (read.ok ? textOf(read.message, 39) : undefined) ?? '';
}
