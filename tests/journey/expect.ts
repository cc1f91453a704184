/** How the story insists on what it was promised. */
import { setTimeout as sleep } from 'node:timers/promises';
import { HouseRefused } from './asking.ts';

const PATIENCE_ms = 30_000;
const LOOK_AGAIN_ms = 60;

/** The story did not go on as it should: says what was expected and what was seen. */
export class StoryBroke extends Error {
  override name = 'StoryBroke';
}

export function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new StoryBroke(sentence);
}

/** Compares what was seen with what was wanted, as text, so that money and days compare too. */
export function mustBe(what: string, { seen, wanted }: { seen: unknown; wanted: unknown }): void {
  must(
    shown(seen) === shown(wanted),
    `${what}: expected ${shown(wanted)}, but saw ${shown(seen)}.`,
  );
}

/** What must be there. */
export function found<T>(thing: T | undefined, sentence: string): T {
  if (thing === undefined) throw new StoryBroke(sentence);
  return thing;
}

/** Looks again and again until it is there: the house tells its parts the news one by one. */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + PATIENCE_ms;
  while (performance.now() < end) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await sleep(LOOK_AGAIN_ms);
  }
  throw new StoryBroke(`Waited ${PATIENCE_ms / 1_000} s for ${what}, and it did not come.`);
}

/** The house must say no, with this code; gives its sentence for people. */
export async function mustRefuse(code: string, work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof HouseRefused)) throw error;
    mustBe('the refusal', { seen: error.problem.code, wanted: code });
    return error.problem.detail ?? code;
  }
  throw new StoryBroke(`Expected the refusal ${code}, but the house said yes.`);
}

function shown(value: unknown): string {
  return (
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === 'bigint' ? each.toString() : each,
    ) ?? 'nothing'
  );
}
