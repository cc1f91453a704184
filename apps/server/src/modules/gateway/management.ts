import { writeF60 } from '@kaitong/iso8583';
import { seen } from '#fleet';
import { openBatch } from '#payments';
import type { Ask } from '#platform/ask';
import { transact } from '#platform/db';
import type { Services } from '#platform/services';
import { forgetWorkKeys, newWorkKeys, recordSignIn } from '#terminals';
import { checkKnown, checkSignIn } from './check.ts';
import { tillOf, type Heard } from './model.ts';
import type { Outcome } from './outcome.ts';

/** Sign-in with double-length keys: new work keys under the master key, and the batch number. */
export async function signIn(services: Services, ask: Ask, heard: Heard): Promise<Outcome> {
  const checked = await checkSignIn(services, heard);
  if (checked.kind === 'refused') return checked;
  const till = tillOf(checked.gate);
  const { keeper } = services;
  const holder = { merchantId: till.merchantId, terminalId: till.terminalId, epoch: till.epoch };
  return transact(services.db, async (tx): Promise<Outcome> => {
    const keys = await newWorkKeys(tx, ask, { keeper, holder });
    if (!keys) return { kind: 'refused', code: 'A7' };
    const batch = await openBatch(tx, ask, till);
    await recordSignIn(tx, ask, holder);
    const f60 = writeF60({ type: '00', batch, code: heard.f60.code });
    return { kind: 'answered', code: '00', fields: { 60: f60, 62: keys } };
  });
}

/** Sign-out: the work keys are forgotten, and the terminal signs in before it trades again. */
export async function signOut(services: Services, ask: Ask, heard: Heard): Promise<Outcome> {
  const checked = await checkKnown(services, heard);
  if (checked.kind === 'refused') return checked;
  const { merchantId, terminalId, epoch } = tillOf(checked.gate);
  await transact(services.db, async (tx) =>
    forgetWorkKeys(tx, ask, { merchantId, terminalId, epoch }),
  );
  return { kind: 'answered', code: '00' };
}

/** Echo: says that we are here, and notes that the terminal is. */
export async function echo(services: Services, ask: Ask, heard: Heard): Promise<Outcome> {
  const checked = await checkKnown(services, heard);
  if (checked.kind === 'refused') return checked;
  const { merchantId, terminalId } = tillOf(checked.gate);
  await transact(services.db, async (tx) => seen(tx, ask, { merchantId, terminalId, by: 'echo' }));
  return { kind: 'answered', code: '00' };
}
