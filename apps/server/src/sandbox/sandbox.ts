import type { AddressInfo } from 'node:net';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/db';
import type { Log } from '#platform/log';
import { startCardNetwork, clearingFileOf } from './card-network.ts';
import { createFaults, type Faults } from './faults.ts';
import { notifyHouse } from './notify.ts';
import { outsideServer } from './routes.ts';
import { decideCollection, movingShipments, setShipment, type Collection } from './store.ts';

const TICK_MS = 2000;

export type Sandbox = {
  /** Where the HTTP parties listen: the base of every HTTP connector. */
  readonly httpBase: string;
  readonly networkAddress: { readonly host: string; readonly port: number };
  readonly faults: Faults;
  /** Lets the parcels move to where business time has brought them. */
  readonly tick: () => Promise<void>;
  readonly decide: (id: string, status: 'paid' | 'failed') => Promise<Collection | undefined>;
  /** A customer pays the code on the screen of a terminal. */
  readonly payCode: (code: string) => Promise<boolean>;
  readonly stop: () => Promise<void>;
};

type Setting = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly publicUrl: () => string;
  readonly secret: string;
  readonly zoneKey: Uint8Array;
  readonly zoneMasterKey: Uint8Array;
  /** Where the house listens; known once it does. */
  readonly houseBase: () => string;
};

/** Starts the outside world in miniature, on loopback ports of its own. */
export async function startSandbox(setting: Setting): Promise<Sandbox> {
  const faults = createFaults();
  const http = outsideServer({ ...setting, faults, clearingFileOf });
  await http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = http.server.address() as AddressInfo;
  const network = await startCardNetwork({ ...setting, faults });
  const tick = async () => moveParcels(setting, faults);
  const timer = setInterval(() => {
    tick().catch((error: unknown) => setting.log.warn({ err: error }, 'sandbox parcels'));
  }, TICK_MS);
  return {
    httpBase: `http://127.0.0.1:${port}`,
    networkAddress: network.address,
    faults,
    tick,
    decide: async (id, status) => decide(setting, id, status),
    payCode: network.payCode,
    stop: async () => {
      clearInterval(timer);
      await network.stop();
      await http.close();
    },
  };
}

async function moveParcels(setting: Setting, faults: Faults): Promise<void> {
  const now = setting.clock.now();
  for (const parcel of await movingShipments(setting.db, now)) {
    const arrived = parcel.status === 'pickedUp';
    const lost = arrived && faults.take('courier') === 'refuse';
    const status = lost ? 'undeliverable' : arrived ? 'delivered' : 'pickedUp';
    const body = { id: parcel.id, tracking: parcel.tracking, status };
    if (await tell(setting, '/v1/connectors/courier/notifications', body))
      await setShipment(setting.db, { id: parcel.id, status });
  }
}

async function decide(
  setting: Setting,
  id: string,
  status: 'paid' | 'failed',
): Promise<Collection | undefined> {
  const decided = await decideCollection(setting.db, { id, status, at: setting.clock.now() });
  if (!decided || decided.status === 'waiting') return decided;
  await tell(setting, '/v1/connectors/bank/notifications', {
    id,
    status: decided.status,
    amountMinor: decided.amount_minor.toString(),
  });
  return decided;
}

async function tell(setting: Setting, path: string, body: object): Promise<boolean> {
  return notifyHouse({ base: setting.houseBase(), secret: setting.secret }, { path, body });
}
