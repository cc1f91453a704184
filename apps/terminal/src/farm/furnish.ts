/** Many terminals that may trade, quickly: sample shops of the sandbox, each with some terminals. */
import { api } from '@kaitong/contract';
import type { TerminalPorts } from '@kaitong/terminal';
import type { Address } from '../file-store.ts';
import type { House } from '../house.ts';
import { dialTcp } from '../line.ts';
import { makeRsa, nodePorts, redeem, type Rsa } from '../node-ports.ts';
import { Clerk, type Scenario, ALL_FAULTS } from './clerk.ts';
import type { Traffic } from './faults.ts';
import { inLanes } from './lanes.ts';
import { randomFrom } from './random.ts';

const PER_SHOP = 20;
const SHOP_LANES = 2;
// The card network of the sandbox may take 6 s; a terminal of the country waits for half a minute.
const ANSWER_ms = 30_000;

export type Hand = {
  readonly clerk: Clerk;
  readonly terminalId: string;
  readonly merchantId: string;
};

type Wanted = {
  readonly house: House;
  readonly count: number;
  readonly seed: string;
  readonly scenario: Scenario;
  readonly traffic: Traffic;
  readonly lanes: number;
};

export async function furnish(wanted: Wanted): Promise<Hand[]> {
  const { house, count, lanes } = wanted;
  const shops = Array.from({ length: Math.ceil(count / PER_SHOP) }, (_, at) =>
    Math.min(PER_SHOP, count - at * PER_SHOP),
  );
  const made: Made[] = [];
  await inLanes(shops, SHOP_LANES, async (terminals) => {
    const shop = await house(api.sandbox.furnishShop, { body: { terminals } });
    const { merchantId } = shop;
    made.push(...shop.terminals.map((each) => ({ ...each, merchantId })));
  });
  const rsa = makeRsa();
  const hands: Hand[] = [];
  await inLanes(made, lanes, async (each, at) => {
    hands.push(await activate(wanted, { made: each, at, rsa }));
  });
  return hands;
}

type Made = {
  readonly terminalId: string;
  readonly merchantId: string;
  readonly serial: string;
  readonly code: string;
};

type Activating = { readonly made: Made; readonly at: number; readonly rsa: Rsa };

/** By its code, then a first sign-in and a self test, as at a counter. */
async function activate(wanted: Wanted, { made, at, rsa }: Activating): Promise<Hand> {
  const { house, seed, scenario, traffic } = wanted;
  const { serial, code, terminalId, merchantId } = made;
  const { profile, address } = await redeem({ house, serial, code, rsa });
  const clerk = new Clerk({
    name: `${at}`,
    random: randomFrom(`${seed}:${at}`),
    ports: portsTo(address),
    traffic,
    scenario,
    first: scenario.faultOneIn === 0 ? undefined : ALL_FAULTS[at % ALL_FAULTS.length],
  });
  await clerk.terminal.install({ ...profile, parameters: { reversalPause_ms: 50 } });
  await clerk.terminal.signIn('01');
  await house(api.sandbox.passSelfTest, { params: { id: terminalId } });
  return { clerk, terminalId, merchantId };
}

function portsTo(address: Address): TerminalPorts {
  return nodePorts({ dial: async () => dialTcp({ ...address, answer_ms: ANSWER_ms }) });
}
