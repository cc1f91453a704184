/** The house that the story plays in: one that runs, or one of its own in a temporary folder. */
import { api } from '@kaitong/contract';
import { buildHouse as buildOwnHouse, type Owe } from '../../apps/terminal/src/farm/own-house.ts';
import { askingAs } from './asking.ts';
import { must } from './expect.ts';
import type { Settings } from './arguments.ts';

const DEFAULT_URL = 'http://127.0.0.1:8080';

export type House = {
  readonly base: string;
  /** Undefined: where the house tells the terminals to go. */
  readonly terminalPort: number | undefined;
  readonly isOwn: boolean;
  readonly leave: () => Promise<void>;
};

/** The house of `--url`, else the one that runs here, else a new one. */
export async function enterHouse(
  { url, terminalPort }: Settings,
  owe: Owe = nothingOwed,
): Promise<House> {
  const base = url ?? DEFAULT_URL;
  const mode = await modeOf(base);
  if (mode === 'sandbox') return { base, terminalPort, isOwn: false, leave: stay };
  must(url === undefined, `No sandbox answers at ${base}: ${mode ?? 'nobody is there'}.`);
  return buildHouse(owe);
}

/** A house that others started goes on. */
async function stay(): Promise<void> {}

function nothingOwed(): void {}

async function modeOf(base: string): Promise<string | undefined> {
  try {
    const { mode } = await askingAs({ base, lang: 'en' })(api.system.health, {});
    return mode;
  } catch {
    // Nobody there, or somebody else: the caller says what that means.
    return undefined;
  }
}

/** A house of its own, on free ports and in a folder that goes when it does. */
export async function buildHouse(owe: Owe = nothingOwed): Promise<House> {
  const { base, leave } = await buildOwnHouse(owe);
  return { base, terminalPort: undefined, isOwn: true, leave };
}
