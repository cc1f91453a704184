import {
  bytesOf,
  fromHex,
  isKcv,
  openWorkKeys,
  readF60,
  textOf,
  toHex,
  writeF60,
} from '@kaitong/iso8583';
import type { FieldValue, Message } from '@kaitong/iso8583';
import { ask, dial, plain } from './exchange.ts';
import { operatorField } from './requests.ts';
import { answered, refused, unknown } from './result.ts';
import type { ManagementResult } from './result.ts';
import { DEFAULT_PARAMETERS, Held, nextTrace } from './state.ts';
import type { Installed, TerminalProfile, TerminalState } from './state.ts';
import type { TerminalPorts, TerminalStore } from './ports.ts';

export type InstallResult =
  | { readonly kind: 'installed'; readonly held: Held }
  | ReturnType<typeof refused>;

type Home = { readonly ports: TerminalPorts; readonly store: TerminalStore };

/** Takes what activation gives. The main key must fit its check value; open reversals stay. */
export async function install(
  { ports, store }: Home,
  profile: TerminalProfile,
  before?: TerminalState,
): Promise<InstallResult> {
  if (!isKcv({ key: profile.tmk, cipher: ports.cipher }, profile.tmkKcv))
    return refused('keyCheck');
  const installed = installedFrom(profile);
  const isSame =
    before?.installed.terminalNo === installed.terminalNo &&
    before.installed.merchantNo === installed.merchantNo;
  // An open reversal belongs to the old number and could never be sent under a new one.
  if (before !== undefined && !isSame && before.reversals.length > 0)
    return refused('otherTerminal');
  const held = new Held(ports, store, isSame && before ? before : { ...EMPTY, installed });
  await held.drop('keys', { installed });
  return { kind: 'installed', held };
}

const EMPTY: Omit<TerminalState, 'installed'> = {
  operator: '01',
  batch: '000000',
  trace: 1,
  log: [],
  reversals: [],
  givenUp: [],
  hostAsks: '0',
};

function installedFrom(profile: TerminalProfile): Installed {
  const { terminalNo, merchantNo, merchantName, tpdu, header } = profile;
  return {
    terminalNo,
    merchantNo,
    merchantName,
    tpdu,
    // Digit 6 is the host's to set.
    header: `${header.slice(0, 5)}0${header.slice(6)}`,
    tmk: toHex(profile.tmk),
    macAlgorithm: profile.macAlgorithm ?? 'cupEcb',
    parameters: { ...DEFAULT_PARAMETERS, ...profile.parameters },
  };
}

/** 签到: brings the working keys, proven by their check values, and the batch number. */
export async function signIn(held: Held, operator: string): Promise<ManagementResult> {
  const task = { mti: '0800', code: '003', fields: { 63: operatorField(operator) } };
  return manage(held, task, async (message, about) => {
    const tmk = { key: fromHex(held.state.installed.tmk), cipher: held.ports.cipher };
    const opened = openWorkKeys(bytesOf(message, 62) ?? new Uint8Array(), tmk);
    if (!opened.ok) {
      // Keys that fail are not kept, and the old ones are no longer the host's.
      await held.drop('keys');
      return unknown('keyCheck', about);
    }
    const { pik, mak } = opened.keys;
    const batch = readF60(textOf(message, 60) ?? '')?.batch ?? about.batch;
    await held.save({ operator, batch, keys: { pik: toHex(pik), mak: toHex(mak) } });
    return { ...answered('00', { ...about, batch }), kind: 'done' };
  });
}

/** 签退: the working keys are gone even when the host does not answer. */
export async function signOut(held: Held): Promise<ManagementResult> {
  const result = await manage(held, { mti: '0820', code: '002', fields: {} });
  await held.drop('keys');
  return result;
}

/** Asks whether the host is there. */
export async function echo(held: Held): Promise<ManagementResult> {
  return manage(held, { mti: '0820', code: '301', fields: {} });
}

type Task = {
  readonly mti: string;
  /** F60.3. */
  readonly code: string;
  readonly fields: Readonly<Record<number, FieldValue>>;
};
type About = { readonly trace: string; readonly batch: string };
type Then = (message: Message, about: About) => Promise<ManagementResult>;

async function manage(held: Held, task: Task, then: Then = done): Promise<ManagementResult> {
  const { trace, after } = nextTrace(held.state);
  const about = { trace, batch: held.state.batch };
  const f60 = writeF60({ type: '00', batch: about.batch, code: task.code });
  const out = plain(held, { mti: task.mti, fields: { 11: trace, 60: f60, ...task.fields } });
  await held.save({ trace: after });
  const line = await dial(held);
  if (line === undefined) return refused('noLine');
  const answer = await ask(held, line, out);
  if (answer.kind === 'none') return unknown('noAnswer', about);
  if (answer.kind === 'broken') return unknown(answer.reason, about);
  const code = textOf(answer.message, 39);
  if (code === undefined) return unknown('mismatch', about);
  if (code !== '00') return { ...answered(code, about), kind: 'declined' };
  return then(answer.message, about);
}

async function done(_: Message, about: About): Promise<ManagementResult> {
  return { ...answered('00', about), kind: 'done' };
}
