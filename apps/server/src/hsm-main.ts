/** `npm run hsm -- …`: what people do with the keys of the house, beside a house that may run. */
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { zoneKeysOf } from '#connectors/zone-key';
import { systemClock } from '#platform/clock';
import { connect } from '#platform/db';
import { importPinKey, importZoneKey } from '#platform/hsm/ceremony';
import { openHsm } from '#platform/hsm/open-hsm';
import { addTokenPair } from '#platform/hsm/pkcs11';
import { addStorageKey } from '#platform/hsm/storage-keys';
import { openToken } from '#platform/hsm/token';
import { createZoneKeys } from '#platform/hsm/zone-keys';
import { keptSecret } from '#platform/secrets';
import { readConfig, type Config } from './config.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const USAGE = `npm run hsm -- new-storage-key            the next start moves every key under it
npm run hsm -- import-zone-key zmk|zpk     two people type the halves of a key
npm run hsm -- import-pin-key HEX KCV      a PIN key of the network under the ZMK
npm run hsm -- storage-key                 says under which storage key new keys are made
`;

try {
  await run(readConfig({ root, keptSecret }), process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run(config: Config, [what, first = '', second = '']: string[]): Promise<void> {
  if (what === 'new-storage-key') return newStorageKey(config);
  if (what === 'storage-key') {
    const hsm = await openHsm(config);
    say(hsm.storageKey);
    return hsm.close();
  }
  if (what === 'import-zone-key' && (first === 'zmk' || first === 'zpk'))
    return importing(config, async (ceremony) => void (await importZoneKey(ceremony, first)));
  if (what === 'import-pin-key')
    return importing(config, async (ceremony) => {
      const { kcv } = await importPinKey(ceremony, { wrapped: first, kcv: second });
      say(`In use: ${kcv}`);
    });
  process.stderr.write(USAGE);
  process.exitCode = 1;
}

async function newStorageKey({ hsm }: Config): Promise<void> {
  if (hsm.kind === 'pkcs11') {
    const token = await openToken(hsm);
    addTokenPair(token);
    token.close();
  } else if (hsm.keys === undefined) addStorageKey(hsm.file);
  else throw new Error('The storage keys are in KAITONG_HSM_KEY: add one there, after a comma.');
  say(
    'There is a new storage key. Copy it to every process; the next start moves the keys under it.',
  );
}

type Work = (ceremony: Parameters<typeof importZoneKey>[0]) => Promise<void>;

async function importing(config: Config, work: Work): Promise<void> {
  if (config.databaseUrl === undefined)
    throw new Error('Set DATABASE_URL: a sandbox makes its zone key by itself.');
  const db = connect(config.databaseUrl);
  const hsm = await openHsm(config);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const ask = async (question: string, { secret }: { secret: boolean }) => {
      const answer = await lines.question(question);
      // The line above is painted over, so that the next person does not read it.
      if (secret && process.stderr.isTTY) process.stderr.write('\u001B[1A\u001B[2K');
      return answer;
    };
    const { now } = systemClock;
    const zone = createZoneKeys({ db, hsm, now, given: zoneKeysOf(config) });
    // What the settings name is known from here on, and so does not come back at the next start.
    await Promise.all([zone.main(), zone.pin()]);
    await work({ db, hsm, now, ask, say });
  } finally {
    lines.close();
    hsm.close();
    await db.destroy();
  }
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
