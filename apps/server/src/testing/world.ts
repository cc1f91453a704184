import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Role } from '@kaitong/contract';
import type { Config } from '#config';
import type { Connectors } from '#connectors/connectors';
import type { NetworkMessage } from '#connectors/card-network';
import type { Actor, Ask } from '#platform/ask';
import { clockAt } from '#platform/clock';
import { transact, type Tx } from '#platform/db';
import { fireNext } from '#platform/deadlines';
import { zoneKeysOf } from '#connectors/zone-key';
import { createZoneKeys } from '#platform/hsm/zone-keys';
import { softwareHsm } from '#platform/hsm/software';
import { runAllJobs } from '#platform/jobs';
import { silentLog } from '#platform/log';
import { createKeeper } from '#platform/secrets';
import type { Services } from '#platform/services';
import type { TestDatabase } from './database.ts';
import { testFolder } from './folder.ts';

/** What the outside world was told, and how it is to answer. */
type Outside = {
  readonly texts: { id: string; phone: string; text: string }[];
  readonly collections: { id: string; amountMinor: bigint }[];
  readonly payoutFiles: { id: string; bytes: string }[];
  readonly parcels: { id: string; content: string }[];
  readonly networkRequests: NetworkMessage[];
  payoutResults: Connectors['bank']['payoutResults'];
  networkAnswer: Connectors['cardNetwork']['ask'];
  clearingFile: Connectors['cardNetwork']['clearingFile'];
  identity: Connectors['identityAuthority']['check'];
};

export type World = {
  readonly services: Services;
  readonly outside: Outside;
  /** An ask of a made-up person of this role, at the world's time. */
  readonly ask: (role: Role, who?: { id?: string; merchantIds?: readonly string[] }) => Ask;
  readonly system: () => Ask;
  readonly now: () => Date;
  /** Puts business time where the test needs it. */
  readonly setNow: (now: Date) => void;
  readonly transact: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Delivers all news and runs all tasks until none is left. */
  readonly hearAll: () => Promise<void>;
  /** Fires what business time has reached, one after the other, each with its reactions. */
  readonly fireDue: () => Promise<number>;
};

/** As much of a world as it takes to make merchants and terminals. */
export type Ground = Pick<World, 'services' | 'ask' | 'system' | 'now' | 'transact'>;

/** A Tuesday morning, a working day with working days around it. */
export const TUESDAY = new Date('2026-03-10T02:00:00Z');

/** Services on the test's own database, with an outside world that records and obeys. */
export function makeWorld(test: TestDatabase): World {
  const clock = clockAt(TUESDAY);
  const outside = recordingOutside();
  const config = testConfig();
  const hsm = softwareHsm([randomBytes(32)]);
  const zoneKeys = createZoneKeys({
    db: test.db,
    hsm,
    now: clock.now,
    given: zoneKeysOf(config),
  });
  const services: Services = {
    db: test.db,
    clock,
    config,
    keeper: createKeeper(randomBytes(32)),
    hsm,
    zoneKeys,
    connectors: connectorsOf(outside),
    log: silentLog,
  };
  const askOf = (by: Actor): Ask => ({ by, now: clock.now(), lang: 'zh-Hans' });
  const hearAll = async () => runAllJobs(await workOf(test, services));
  return {
    services,
    outside,
    ask: (role, who = {}) =>
      askOf({
        kind: 'user',
        id: who.id ?? `usr_${role}`,
        role,
        name: role,
        merchantIds: who.merchantIds ?? [],
      }),
    system: () => askOf({ kind: 'system', id: 'test' }),
    now: clock.now,
    setNow: clock.set,
    transact: async (work) => transact(test.db, work),
    hearAll,
    fireDue: async () => {
      await hearAll();
      let fired = 0;
      for (; await fireNext(test.db, clock.now()); fired++) await hearAll();
      return fired;
    },
  };
}

// all-modules.ts knows every module; asked for late, so that a test of one verb loads no more than it needs.
async function workOf(test: TestDatabase, services: Services) {
  const { listenersOf, tasksOf } = await import('#all-modules');
  return {
    db: test.db,
    databaseUrl: test.url,
    log: silentLog,
    now: services.clock.now,
    listeners: listenersOf(services),
    tasks: tasksOf(services),
  };
}

function testConfig(): Config {
  const data = testFolder();
  return {
    mode: 'sandbox',
    host: '127.0.0.1',
    httpPort: 0,
    iso8583Port: 0,
    line: {
      tls: undefined,
      connectionsMax: 12_000,
      perAddressMax: 2_000,
      perTerminalMax: 4,
      connectRate: 200,
      addressRate: 1_000,
      terminalRate: 20,
      workingMax: 200,
      idle_ms: 120_000,
      drain_ms: 10_000,
      messageDays: 30,
    },
    data,
    databaseUrl: undefined,
    roles: ['api', 'gateway', 'worker'],
    masterKeyFile: join(data, 'master.key'),
    hsm: { kind: 'software', keys: undefined, file: join(data, 'hsm.key') },
    secret: 'test-secret-0123456789-abcdefghijklmnop',
    zoneKey: undefined,
    zoneMasterKey: undefined,
    publicUrl: 'http://localhost:8080',
    logLevel: 'silent',
    logFile: undefined,
    connectors: {
      cardNetwork: 'sandbox',
      clearingFiles: 'sandbox',
      bank: 'sandbox',
      courier: 'sandbox',
      sms: 'sandbox',
      identityAuthority: 'sandbox',
    },
  };
}

function recordingOutside(): Outside {
  return {
    texts: [],
    collections: [],
    payoutFiles: [],
    parcels: [],
    networkRequests: [],
    payoutResults: async () => undefined,
    networkAnswer: async () => undefined,
    clearingFile: async () => undefined,
    identity: async () => ({ kind: 'match' }),
  };
}

function connectorsOf(outside: Outside): Connectors {
  return {
    sms: {
      send: async (message) => {
        outside.texts.push(message);
      },
    },
    bank: {
      collect: async ({ id, amountMinor }) => {
        outside.collections.push({ id, amountMinor });
        return { payUrl: `https://bank.example/${id}` };
      },
      sendPayouts: async (file) => {
        outside.payoutFiles.push(file);
      },
      payoutResults: async (id) => outside.payoutResults(id),
    },
    courier: {
      ship: async ({ id, content }) => {
        outside.parcels.push({ id, content });
        return { tracking: `T${outside.parcels.length}` };
      },
    },
    identityAuthority: { check: async (person) => outside.identity(person) },
    cardNetwork: {
      ask: async (message) => {
        outside.networkRequests.push(message);
        return outside.networkAnswer(message);
      },
      hearLate: () => {},
      clearingFile: async (day) => outside.clearingFile(day),
      close: async () => {},
    },
  };
}
