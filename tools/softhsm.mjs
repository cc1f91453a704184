/** What the tests of the HSM by PKCS#11 need of the machine. */
import { canInstall, findProgram, install } from './browser.mjs';
import { progress } from './run.mjs';

/** Installs SoftHSM where it may. Elsewhere those tests say that they were not run. */
export async function readyForHsm() {
  if (findProgram('softhsm2-util') !== undefined || !canInstall()) return;
  const result = await progress('Installing softhsm2', () => install(['softhsm2']));
  if (result.code !== 0) process.stderr.write(`${result.output}\n`);
}
