import { bytesOf, readSignInSerial, writeF60 } from '@kaitong/iso8583';
import { seen } from '#fleet';
import { openBatch } from '#payments';
import type { Ask } from '#platform/ask';
import { transact } from '#platform/db';
import type { Services } from '#platform/services';
import { forgetWorkKeys, newWorkKeys, recordSignIn, terminalById } from '#terminals';
import type { Signing } from './check.ts';
import { tillOf, type Known } from './model.ts';
import type { Outcome } from './outcome.ts';

/** Sign-in: new work keys of the kind that was asked for, under the main key, and the batch number. */
export async function signIn(
  services: Services,
  ask: Ask,
  known: Known & Signing,
): Promise<Outcome> {
  const till = tillOf(known.gate);
  const { code, profile } = known;
  const { macMode } = profile;
  await warnOfOther(services, known);
  const holder = { merchantId: till.merchantId, terminalId: till.terminalId, epoch: till.epoch };
  return transact(services.db, async (tx): Promise<Outcome> => {
    const keys = await newWorkKeys(tx, ask, { house: services, holder, code, macMode });
    if (!keys) return { kind: 'refused', code: 'A7', why: `no main key for ${code}` };
    const batch = await openBatch(tx, ask, till);
    await recordSignIn(tx, ask, holder);
    const f60 = writeF60({ type: '00', batch, code });
    return { kind: 'answered', code: '00', fields: { 60: f60, 62: keys }, done: '3' };
  });
}

/**
 * F62 of a sign-in may say which machine asks (`Sequence No…`). The main key proves it better, so
 * another serial number is only told to those who read the log.
 */
async function warnOfOther({ db, log }: Services, { message, gate }: Known): Promise<void> {
  const said = readSignInSerial(bytesOf(message, 62) ?? new Uint8Array());
  if (!said) return;
  const terminal = await terminalById(db, gate.terminal_id);
  if (terminal?.serial.endsWith(said.serial) === true) return;
  const { terminal_no: terminalNo } = gate;
  log.warn({ terminalNo, said: said.serial }, 'a sign-in names another machine');
}

/** Sign-out: the work keys are forgotten, and the terminal signs in before it trades again. */
export async function signOut(services: Services, ask: Ask, known: Known): Promise<Outcome> {
  const { merchantId, terminalId, epoch } = tillOf(known.gate);
  await transact(services.db, async (tx) =>
    forgetWorkKeys(tx, ask, { house: services, holder: { merchantId, terminalId, epoch } }),
  );
  return { kind: 'answered', code: '00' };
}

/** Echo: says that we are here, and notes that the terminal is. */
export async function echo(services: Services, ask: Ask, known: Known): Promise<Outcome> {
  const { merchantId, terminalId } = tillOf(known.gate);
  // One statement, so no transaction around it.
  await seen(services.db, ask, { merchantId, terminalId, by: 'echo' });
  return { kind: 'answered', code: '00' };
}
