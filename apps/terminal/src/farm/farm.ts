/** `npm run terminal -- farm`: many terminals, a day, everything that goes wrong, and the count after. */
import { api } from '@kaitong/contract';
import { houseAt, type House } from '../house.ts';
import type { Options } from '../options.ts';
import { Trouble } from '../trouble.ts';
import { check, type Verdict } from './check.ts';
import type { Scenario } from './clerk.ts';
import type { Traffic } from './faults.ts';
import { furnish, type Hand } from './furnish.ts';
import { inLanes } from './lanes.ts';
import { buildHouse, isSandbox, type OwnHouse } from './own-house.ts';

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  calm: { payments: 6, faultOneIn: 0 },
  day: { payments: 8, faultOneIn: 8 },
  storm: { payments: 12, faultOneIn: 2 },
};
const DEFAULT_COUNT = 12;
const DEFAULT_LANES = 40;
const COUNT_MAX = 10_000;

type Print = (line: string) => void;

export async function farm(options: Options, print: Print): Promise<number> {
  const name = options.value('scenario') ?? 'day';
  const scenario = SCENARIOS[name];
  const known = Object.keys(SCENARIOS).join(', ');
  if (scenario === undefined)
    throw new Trouble('needsOption', { option: '--scenario', why: known });
  const count = numberIn(options, 'count', DEFAULT_COUNT);
  const lanes = numberIn(options, 'lanes', DEFAULT_LANES);
  const seed = options.value('seed') ?? '1';
  let owed: (() => Promise<void>) | undefined;
  const leave = async () => owed?.();
  process.once('SIGINT', () => void leave().finally(() => process.exit(130)));
  process.once('SIGTERM', () => void leave().finally(() => process.exit(143)));
  const { base, leave: goodbye } = await enter(options, (how) => (owed = how));
  try {
    print(`farm: ${count} terminals, scenario ${name}, seed ${seed}, house ${base}`);
    return await run({ base, count, lanes, seed, scenario }, print);
  } finally {
    await goodbye();
  }
}

async function enter(
  options: Options,
  owe: (leave: () => Promise<void>) => void,
): Promise<OwnHouse> {
  const url = options.value('url');
  if (url === undefined) return buildHouse(owe);
  if (!(await isSandbox(url))) throw new Trouble('noHouse', { url });
  return { base: url, leave: async () => {} };
}

type Run = {
  readonly base: string;
  readonly count: number;
  readonly lanes: number;
  readonly seed: string;
  readonly scenario: Scenario;
};

async function run({ base, count, lanes, seed, scenario }: Run, print: Print): Promise<number> {
  const traffic: Traffic = { sent: 0, received: 0 };
  const house = houseAt({ base, lang: 'en' });
  const furnishing = stopwatch();
  const hands = await furnish({ house, count, seed, scenario, traffic, lanes });
  print(`furnished: ${hands.length} terminals activated and tested in ${furnishing()} s`);
  const before = traffic.sent;
  const trading = stopwatch();
  let done = 0;
  await inLanes(hands, lanes, async ({ clerk }) => {
    await clerk.day();
    done++;
    if (done % Math.ceil(count / 10) === 0) print(`  ${done} of ${count} days are over`);
  });
  const seconds = Number(trading());
  const messages = traffic.sent - before;
  print(`traded: ${messages} messages in ${seconds} s, ${Math.round(messages / seconds)} a second`);
  const checking = stopwatch();
  const verdict = await check(await auditor(base), hands);
  print(`checked in ${checking()} s`);
  return report({ hands, verdict }, print);
}

/** Who may see every payment and the books. */
async function auditor(base: string): Promise<House> {
  const anyone = houseAt({ base, lang: 'en' });
  const { rows } = await anyone(api.sandbox.logins);
  const login = rows.find(({ role }) => role === 'auditor');
  if (login === undefined) throw new Trouble('noHouse', { url: base });
  const body = { login: login.login, password: login.password };
  const { token } = await anyone(api.identity.signInByPassword, { body });
  return houseAt({ base, lang: 'en', token });
}

type Ending = { readonly hands: readonly Hand[]; readonly verdict: Verdict };

const TROUBLES_SHOWN = 20;

function report({ hands, verdict }: Ending, print: Print): number {
  const clerks = hands.map(({ clerk }) => clerk);
  const deeds = counted(clerks.flatMap((clerk) => clerk.deeds.map(({ result }) => result)));
  const faults = counted(clerks.flatMap((clerk) => clerk.faults));
  print(`faults met: ${inWords(faults)}`);
  print(`terminals say: ${inWords(deeds)}`);
  print(`the house says: ${inWords(verdict.states)}`);
  print(`ledger: ${verdict.invariants} invariants`);
  for (const trouble of verdict.troubles.slice(0, TROUBLES_SHOWN)) print(`  ✗ ${trouble}`);
  const { length } = verdict.troubles;
  print(
    length === 0
      ? '✓ every trace number has an end on both sides, and the books hold'
      : `✗ ${length} troubles`,
  );
  return length === 0 ? 0 : 1;
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function inWords(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([word, count]) => `${word} ${count}`)
    .join(', ');
}

function numberIn(options: Options, name: 'count' | 'lanes', otherwise: number): number {
  const text = options.value(name);
  const number = text === undefined ? otherwise : Number(text);
  const isGood = Number.isInteger(number) && number > 0 && number <= COUNT_MAX;
  if (!isGood) throw new Trouble('needsOption', { option: `--${name}`, why: `1 … ${COUNT_MAX}` });
  return number;
}

function stopwatch(): () => string {
  const began = performance.now();
  return () => ((performance.now() - began) / 1_000).toFixed(1);
}
