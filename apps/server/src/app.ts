/** Starts the house: routes, jobs, connectors, and in the sandbox the world outside. */
import type { AddressInfo } from 'node:net';
import type { Config } from '#config';
import { zoneKeysOf } from '#connectors/zone-key';
import { authenticate, sampleStaff } from '#identity';
import { authenticateTerminal } from '#terminals';
import { movableClock, systemClock, type Clock } from '#platform/clock';
import { connect, transact } from '#platform/db';
import { startJobs, type Jobs } from '#platform/jobs';
import type { Log } from '#platform/log';
import type { TableRow } from '#platform/module';
import { openHsm } from '#platform/hsm/open-hsm';
import { createZoneKeys } from '#platform/hsm/zone-keys';
import { createKeeper } from '#platform/secrets';
import { createServer, mount, type Edge } from '#platform/server';
import type { Services } from '#platform/services';
import { listenersOf, modules, tasksOf } from './all-modules.ts';
import { makeConnectors } from './make-connectors.ts';
import { pages } from './pages.ts';
import { sandboxRoutes } from './sandbox-routes.ts';
import { startSandbox, type Sandbox } from './sandbox/sandbox.ts';
import { systemRoutes } from './system-routes.ts';

export type App = {
  readonly address: Address;
  /** What a person who just started the house wants to know. */
  readonly table: readonly TableRow[];
  /** What its modules were given, for who prepares the ground of a measurement. */
  readonly services: Services;
  readonly stop: () => Promise<void>;
};

type Address = { readonly host: string; readonly port: number };

export type AppSetting = {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly masterKey: Uint8Array;
  readonly log: Log;
};

/** Starts the house on a migrated database. Whatever it started, `stop` ends in reverse order. */
export async function startApp(setting: AppSetting): Promise<App> {
  const started: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of started.toReversed()) await end();
    started.length = 0;
  };
  try {
    return { ...(await start(setting, started)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Started = (() => Promise<void>)[];

async function start(setting: AppSetting, started: Started): Promise<Omit<App, 'stop'>> {
  const { config, databaseUrl, masterKey, log } = setting;
  const db = connect(databaseUrl);
  started.push(async () => db.destroy());
  const address = { host: config.host, port: config.httpPort };
  const movable = config.mode === 'sandbox' ? await movableClock(db) : undefined;
  const clock: Clock = movable ?? systemClock;
  const houseBase = () => `http://127.0.0.1:${address.port}`;
  const publicUrl = () => webAddress(config, address);
  const given = zoneKeysOf(config);
  const sandbox =
    movable &&
    (await startSandbox({
      db,
      clock,
      log,
      publicUrl,
      secret: config.secret,
      zoneKey: given.zpk,
      zoneMasterKey: given.zmk,
      houseBase,
    }));
  if (sandbox) started.push(sandbox.stop);
  const keeper = createKeeper(masterKey);
  const hsm = await openHsm(config);
  started.push(async () => hsm.close());
  const zoneKeys = createZoneKeys({ db, hsm, now: clock.now, given });
  const connectors = makeConnectors(config, { sandbox, log, clock, hsm, zoneKeys });
  started.push(connectors.cardNetwork.close);
  const services: Services = { db, clock, config, keeper, hsm, zoneKeys, connectors, log };
  if (sandbox) await seedAll(services);
  const jobs = await runJobs(services, { databaseUrl, movable, started });
  if (config.roles.includes('api')) {
    const sandboxed = sandbox && movable && { sandbox, clock: movable, jobs };
    address.port = await serve(services, { sandboxed, started });
  }
  const table = [...tableOf(services, address), ...(await startModules(services, started))];
  return { address, table, services };
}

/** What people open; a port that the system chose is known only once it listens. */
function webAddress({ httpPort, publicUrl }: Config, { port }: Address): string {
  return httpPort === 0 ? `http://localhost:${port}` : publicUrl;
}

function tableOf({ config }: Services, address: Address): TableRow[] {
  if (!config.roles.includes('api')) return [];
  const web = webAddress(config, address);
  const rows = [
    { label: 'Web', value: web },
    { label: 'API', value: `${web}/docs` },
  ];
  if (config.mode === 'live') return rows;
  const logins = sampleStaff.map(({ login, password }) => `${login} / ${password}`);
  return [
    ...rows,
    { label: 'Merchants', value: 'any phone number; the code appears on the sign-in page' },
    { label: 'Staff', value: logins.join('\n') },
  ];
}

async function seedAll(services: Services): Promise<void> {
  for (const { seed } of modules)
    if (seed) await transact(services.db, async (tx) => seed(tx, services));
}

async function startModules(services: Services, started: Started): Promise<TableRow[]> {
  const table: TableRow[] = [];
  for (const { start: startModule } of modules) {
    const running = await startModule?.(services);
    if (!running) continue;
    started.push(running.stop);
    table.push(...(running.table ?? []));
  }
  return table;
}

async function runJobs(
  services: Services,
  {
    databaseUrl,
    movable,
    started,
  }: {
    databaseUrl: string;
    movable: Awaited<ReturnType<typeof movableClock>> | undefined;
    started: Started;
  },
): Promise<Jobs> {
  const jobs = await startJobs({
    db: services.db,
    databaseUrl,
    log: services.log,
    now: services.clock.now,
    ...(movable ? { refresh: movable.refresh } : {}),
    listeners: listenersOf(services),
    tasks: tasksOf(services),
  });
  started.push(jobs.stop);
  return jobs;
}

type Sandboxed = {
  readonly sandbox: Sandbox;
  readonly clock: Awaited<ReturnType<typeof movableClock>>;
  readonly jobs: Jobs;
};

async function serve(
  services: Services,
  { sandboxed, started }: { sandboxed: Sandboxed | undefined; started: Started },
): Promise<number> {
  const { db, clock, log, config } = services;
  const edge: Edge = {
    db,
    clock,
    log,
    secure: config.mode === 'live',
    authenticate: async (token) => authenticate(services, token),
    authenticateTerminal: async (signed) => authenticateTerminal(services, signed),
  };
  const server = await createServer(edge);
  mount(server, edge, [
    ...systemRoutes(services),
    ...modules.flatMap(({ routes }) => routes?.(services) ?? []),
    ...(sandboxed ? sandboxRoutes(services, sandboxed) : []),
  ]);
  await pages(server, services);
  started.push(async () => server.close());
  await server.listen({ host: config.host, port: config.httpPort });
  return (server.server.address() as AddressInfo).port;
}
