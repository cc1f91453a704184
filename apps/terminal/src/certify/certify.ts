/** `npm run certify`: walks the flows against any host, and writes what it saw. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore, type Address } from '../file-store.ts';
import { stateFile, type Options } from '../options.ts';
import { Trouble } from '../trouble.ts';
import type { Case } from './case.ts';
import { BYTES } from './cases-bytes.ts';
import { DOOR } from './cases-door.ts';
import { MONEY } from './cases-money.ts';
import { MORE } from './cases-more.ts';
import { Lab, NotOffered } from './lab.ts';
import { ownSubject } from './own-subject.ts';
import { markdown, type CaseResult, type Report } from './report.ts';
import { subjectFrom, subjectIn, type Subject } from './subject.ts';

export type Print = (line: string) => void;
type Asked = { readonly print: Print; readonly args: readonly string[] };
type Setting = {
  readonly subject: Subject;
  readonly address: Address;
  readonly done: (lab: Lab) => Promise<void>;
};

const USAGE = 'certify host HOST:PORT --serial S | --parameters FILE, or certify own';

export async function certify(options: Options, { print, args }: Asked): Promise<number> {
  const [what, target] = args;
  if (what === 'own') return certifyOwn(options, print);
  if (what !== 'host' || target === undefined)
    throw new Trouble('needsArguments', { usage: USAGE });
  return walk(options, await settingOf(options, addressIn(target)), print);
}

/** A sandbox house of our own, with a terminal that was activated for this. */
async function certifyOwn(options: Options, print: Print): Promise<number> {
  const { subject, address, leave } = await ownSubject();
  try {
    return await walk(options, { subject, address, done: async () => {} }, print);
  } finally {
    await leave();
  }
}

function addressIn(text: string): Address {
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  if (host === undefined) throw new Trouble('needsArguments', { usage: USAGE });
  return { host, port: Number(port) };
}

async function settingOf(options: Options, address: Address): Promise<Setting> {
  const path = options.value('parameters');
  if (path !== undefined) return { subject: await subjectIn(path), address, done: async () => {} };
  const store = new FileStore(stateFile(options));
  const state = await store.load();
  if (state === undefined) throw new Trouble('notActivated', { path: store.path });
  const { installed, trace } = state;
  const { terminalNo, merchantNo, tmk = '', tpdu, header, macAlgorithm } = installed;
  const given = { terminalNo, merchantNo, tmk, tpdu, header, macAlgorithm, trace };
  const subject = subjectFrom(given, store.path);
  return {
    subject,
    address,
    // The terminal goes on after the last trace, and signs in anew: the keys are ours now.
    done: async (lab) => {
      const { keys: _, ...rest } = state;
      await store.save({ ...rest, trace: lab.nextTrace, batch: lab.batch });
    },
  };
}

/** Every case in its order; the exit code says whether all of them held. */
export async function walk(options: Options, setting: Setting, print: Print): Promise<number> {
  const { subject, address, done } = setting;
  const lab = new Lab(subject, address);
  const cases: CaseResult[] = [];
  for (const each of [...DOOR, ...MONEY, ...MORE, ...BYTES]) {
    // Each case stands on what the ones before it left at the host.
    // oxlint-disable-next-line no-await-in-loop
    const result = await run(lab, each);
    cases.push(result);
    print(lineOf(result));
  }
  await done(lab);
  const report = reportOf(setting, cases);
  await write(report, options.value('report'), print);
  print(`${report.passed} passed, ${report.failed} failed, ${report.notOffered} not offered`);
  return report.failed === 0 ? 0 : 1;
}

async function run(lab: Lab, { id, title, section, run: act }: Case): Promise<CaseResult> {
  lab.findings = [];
  lab.packets = [];
  let broke: string | undefined;
  let isOffered = true;
  try {
    await act(lab);
  } catch (error) {
    isOffered = !(error instanceof NotOffered);
    broke = error instanceof Error ? error.message : String(error);
  }
  const { findings, packets } = lab;
  const isBad = findings.some(({ ok, level }) => !ok && level === 'must');
  const isBroken = isOffered && broke !== undefined;
  const verdict = isBad || isBroken ? 'failed' : isOffered ? 'passed' : 'notOffered';
  return {
    id,
    title,
    section,
    verdict,
    findings,
    packets,
    ...(broke === undefined ? {} : { broke }),
  };
}

function lineOf({ verdict, id, findings, broke }: CaseResult): string {
  const bad = findings.filter(({ ok }) => !ok);
  const why = bad.map(({ what, saw, level }) => `${level}: ${what}, saw ${saw}`);
  const sign = verdict === 'passed' ? '✓' : verdict === 'failed' ? '✗' : '–';
  return [`${sign} ${id}`, ...why, ...(broke === undefined ? [] : [broke])].join('\n    ');
}

function reportOf({ subject, address }: Setting, cases: readonly CaseResult[]): Report {
  const count = (verdict: string) => cases.filter((each) => each.verdict === verdict).length;
  return {
    host: `${address.host}:${address.port}`,
    terminalNo: subject.terminalNo,
    at: new Date(performance.timeOrigin + performance.now()).toISOString(),
    passed: count('passed'),
    failed: count('failed'),
    notOffered: count('notOffered'),
    cases,
  };
}

async function write(report: Report, folder: string | undefined, print: Print): Promise<void> {
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  const [people, programs] = [join(folder, 'certify.md'), join(folder, 'certify.json')];
  await writeFile(people, `${markdown(report)}\n`);
  await writeFile(programs, `${JSON.stringify(report, undefined, 2)}\n`);
  print(`report: ${people}, ${programs}`);
}
