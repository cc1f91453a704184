import type { Config } from '#config';
import type { Connectors } from '#connectors/connectors';
import type { Clock } from './clock.ts';
import type { Db } from './db.ts';
import type { Hsm } from './hsm/port.ts';
import type { ZoneKeys } from './hsm/zone-keys.ts';
import type { Log } from './log.ts';
import type { Keeper } from './secrets.ts';

/** What every module may be given. Made once, in app.ts. */
export type Services = {
  readonly db: Db;
  readonly clock: Clock;
  readonly config: Config;
  readonly keeper: Keeper;
  readonly hsm: Hsm;
  readonly zoneKeys: ZoneKeys;
  readonly connectors: Connectors;
  readonly log: Log;
};
