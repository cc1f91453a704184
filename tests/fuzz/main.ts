/**
 * `npm run fuzz -- [COUNT] [SEED]`: damages a million frames (or COUNT) and says what any of them did
 * wrong. The seed is said first, so that a run can be had again; put what it finds into
 * packages/iso8583/src/testing/crashers.json, which every test run replays.
 */
import { fuzz } from '../../packages/iso8583/src/testing/fuzz.ts';

const COUNT = 1_000_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

const [count = String(COUNT), seed = String(Date.now() % 2 ** 32)] = process.argv.slice(2);
say(`${count} frames, seed ${seed}`);
const before = process.cpuUsage();
const crashers = fuzz({ seed: Number(seed), count: Number(count) });
const { user, system } = process.cpuUsage(before);
for (const crasher of crashers) say(JSON.stringify(crasher));
say(`${crashers.length} crashers in ${((user + system) / 1e6).toFixed(1)} s of processor time`);
if (crashers.length > 0) process.exitCode = 1;
