/** What is not a payment: keys, echo, status (docs/protocol.md §3.4, §3.7). */
import {
  bytesOf,
  fromHex,
  isKcv,
  openWorkKeys,
  readF60,
  STATUS,
  textOf,
  toHex,
  writeF60,
  writeParameters,
} from '@kaitong/iso8583';
import type { FieldValue, Message, WorkKeys } from '@kaitong/iso8583';
import { cipherOf } from './ciphers.ts';
import { ask, dial, plain } from './exchange.ts';
import { operatorField } from './requests.ts';
import { answered, refused, unknown } from './result.ts';
import type { ManagementResult } from './result.ts';
import { DEFAULT_PARAMETERS, Held, nextTrace } from './state.ts';
import type { Installed, SignInCode, TerminalProfile, TerminalState } from './state.ts';
import type { TerminalPorts, TerminalStore } from './ports.ts';

export type InstallResult =
  | { readonly kind: 'installed'; readonly held: Held }
  | ReturnType<typeof refused>;

export type Home = { readonly ports: TerminalPorts; readonly store: TerminalStore };

/** Takes what activation gives. The main key must fit its check value; open reversals stay. */
export async function install(
  { ports, store }: Home,
  profile: TerminalProfile,
  before?: TerminalState,
): Promise<InstallResult> {
  const installed = installedFrom(profile);
  const cipher = cipherOf(ports, installed.signInCode);
  if (cipher === undefined || !isKcv({ key: profile.tmk, cipher }, profile.tmkKcv))
    return refused('keyCheck');
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

export const EMPTY: Omit<TerminalState, 'installed'> = {
  operator: '01',
  batch: '000000',
  trace: 1,
  log: [],
  reversals: [],
  givenUp: [],
  hostAsks: '0',
  advices: [],
  scripts: [],
  signatures: [],
  doubts: [],
  slips: [],
  operators: [],
  tables: {},
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
    signInCode: codeOf(profile.signInCode),
    parameters: { ...DEFAULT_PARAMETERS, ...profile.parameters },
  };
}

const CODES: readonly SignInCode[] = ['001', '003', '004', '005', '006'];

function codeOf(code: string | undefined): SignInCode {
  return CODES.find((known) => known === code) ?? '003';
}

/** 签到: brings the working keys, proven by their check values, and the batch number. */
export async function signIn(held: Held, operator: string): Promise<ManagementResult> {
  const { tmk, signInCode } = held.state.installed;
  const cipher = cipherOf(held.ports, signInCode);
  if (tmk === undefined || cipher === undefined) return refused('noMainKey');
  const task = { mti: '0800', code: signInCode, fields: { 63: operatorField(operator) } };
  return manage(held, task, async (message, about) => {
    const under = { key: fromHex(tmk), cipher };
    const opened = openWorkKeys(bytesOf(message, 62) ?? new Uint8Array(), under);
    if (!opened.ok) {
      // Keys that fail are not kept, and the old ones are no longer the host's.
      await held.drop('keys');
      return unknown('keyCheck', about);
    }
    const batch = readF60(textOf(message, 60) ?? '')?.batch ?? about.batch;
    await held.save({ operator, batch, ...keysFrom(held, opened.keys) });
    return { ...answered('00', { ...about, batch }), kind: 'done' };
  });
}

/** The labelled form may bring a new main key with the rest (docs/protocol.md §7.1 D). */
function keysFrom({ state }: Held, { pik, mak, tdk, tmk }: WorkKeys): Partial<TerminalState> {
  const track = tdk === undefined ? {} : { tdk: toHex(tdk) };
  return {
    keys: { pik: toHex(pik), mak: toHex(mak), ...track },
    ...(tmk === undefined ? {} : { installed: { ...state.installed, tmk: toHex(tmk) } }),
  };
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

/** Which parts work: keyboard, PIN pad, reader, printer, display. */
export type PartStatus = {
  readonly reader: boolean;
  readonly printer: boolean;
};

/** Tells the host how the terminal is (0820/362, F62: two digits of tag, then the value). */
export async function uploadStatus(held: Held, parts: PartStatus): Promise<ManagementResult> {
  const { parameters } = held.state.installed;
  const status = {
    keyboard: '1',
    pinPad: '1',
    reader: bit(parts.reader),
    printer: bit(parts.printer),
    display: '1',
    tipPercent: String(parameters.tipPercentMax).padStart(2, '0'),
    hasManualEntry: bit(parameters.takesManualEntry),
    signsOutItself: bit(parameters.signsOutAfterSettlement),
    resends: String(parameters.resends),
    uploadsOfflineNext: bit(parameters.advicesGoOnline),
  };
  const f62 = writeParameters(status, STATUS);
  return manage(held, { mti: '0820', code: '362', fields: { 62: f62 } });
}

function bit(works: boolean): string {
  return works ? '1' : '0';
}

export type Task = {
  readonly mti: string;
  /** F60.3. */
  readonly code: string;
  readonly fields: Readonly<Record<number, FieldValue>>;
};
type About = { readonly trace: string; readonly batch: string };
type Then = (message: Message, about: About) => Promise<ManagementResult>;

/** One management message, which has no MAC in either direction. */
export async function manage(held: Held, task: Task, then: Then = done): Promise<ManagementResult> {
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
