/**
 * `npm run journey`: plays the whole story against a house, as its people do, and says what each of
 * them sees. Ends with 0 only when every step held and the books hold.
 */
import { readArguments, USAGE, type Settings } from './arguments.ts';
import { enterHouse } from './house.ts';
import { sayIn } from './narrator.ts';
import { play } from './play.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);

const read = readArguments(process.argv.slice(2));
if (read.ok) process.exitCode = await run(read.settings);
else {
  process.stderr.write(`${read.trouble}\n${USAGE}\n`);
  process.exitCode = 2;
}

async function run(settings: Settings): Promise<number> {
  const say = sayIn(settings.lang);
  const people = settings.json ? () => {} : print;
  let owed: (() => Promise<void>) | undefined;
  const leave = async () => owed?.();
  process.once('SIGINT', () => void leave().finally(() => process.exit(130)));
  process.once('SIGTERM', () => void leave().finally(() => process.exit(143)));
  people(say('title'));
  try {
    const house = await enterHouse(settings, (how) => {
      owed = how;
      people(say('title.building'));
    });
    people(say(house.isOwn ? 'title.own' : 'title.running', { base: house.base }));
    const summary = await play(house, { settings, print });
    if (settings.json) print(JSON.stringify({ summary }));
    else print(`\n${say('end.done', { steps: summary.steps, seconds: summary.seconds })}`);
    return 0;
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (settings.json) print(JSON.stringify({ summary: { ok: false, why } }));
    else process.stderr.write(`\n${say('end.broke')} ${why}\n`);
    return 1;
  } finally {
    await leave();
  }
}
