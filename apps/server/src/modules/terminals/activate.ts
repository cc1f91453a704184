/** The three steps from a terminal that was delivered to one that is activated. */
import type { RefusalCode } from '@kaitong/contract';
import { tell } from '#audit';
import { settlementAccountOf, storesOf, type Merchant } from '#merchants';
import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { chart } from './chart.ts';
import { refreshGate } from './gate.ts';
import { newMasterKey } from './keys.ts';
import { destroyKeysOf } from './keys/destroy.ts';
import type { KeyHouse } from './keys/held.ts';
import type { OwnedTerminal } from './lock.ts';
import { algorithmOf } from './profile/model.ts';
import { profileOf } from './read-profile.ts';
import { endBinding, insertBinding, nextTerminalNo, saveTerminal } from './store.ts';

const STEP: RefusalCode = 'terminals.step';

type Binding = {
  readonly terminal: OwnedTerminal;
  readonly merchant: Merchant;
  readonly location?: string | undefined;
};

/** A number of its own, bound under five items; whatever keys it held before are destroyed. */
export async function bindTerminal(
  tx: Tx,
  ask: Ask,
  { terminal: before, merchant, location, house }: Binding & { readonly house: KeyHouse },
): Promise<OwnedTerminal> {
  const status = stepOr(chart, { status: before.status, refusal: STEP }, { type: 'bind' });
  await destroyKeysOf(tx, ask, { hsm: house.hsm, terminalId: before.id, why: 'boundAnew' });
  await endBinding(tx, { terminalId: before.id, at: ask.now, why: 'activated anew' });
  const after = {
    ...before,
    status,
    epoch: before.epoch + 1,
    terminal_no: before.terminal_no ?? (await nextTerminalNo(tx)),
    merchant_no: merchant.merchant_no,
    suspension: null,
    self_test: null,
  };
  await saveTerminal(tx, after);
  await bindFiveItems(tx, ask, { terminal: after, merchant, location });
  await refreshGate(tx, ask, after.merchant_id);
  return after;
}

/** A main key of the kind that the terminal signs in with. */
export async function loadKey(
  tx: Tx,
  ask: Ask,
  { terminal: before, house }: { readonly terminal: OwnedTerminal; readonly house: KeyHouse },
) {
  const status = stepOr(chart, { status: before.status, refusal: STEP }, { type: 'loadKey' });
  const terminal = { ...before, status };
  await saveTerminal(tx, terminal);
  const holder = {
    merchantId: before.merchant_id,
    terminalId: before.id,
    epoch: before.epoch,
  };
  const profile = await profileOf(tx, before.id);
  const [algorithm, slot] = [algorithmOf(profile), profile.tmkSlot];
  const master = await newMasterKey(tx, ask, { house, holder, algorithm, slot });
  return { terminal, master };
}

/** From here on it signs in. */
export async function finishActivation(
  tx: Tx,
  ask: Ask,
  before: OwnedTerminal,
): Promise<OwnedTerminal> {
  const status = stepOr(chart, { status: before.status, refusal: STEP }, { type: 'activate' });
  const after = { ...before, status, activated_at: ask.now };
  await saveTerminal(tx, after);
  await refreshGate(tx, ask, after.merchant_id);
  await tell(tx, ask, {
    type: 'terminal.activated',
    payload: { merchantId: after.merchant_id, terminalId: after.id },
  });
  return after;
}

/** Acquirer, merchant, subject, settlement account and address: 银发〔2021〕259号. */
async function bindFiveItems(tx: Tx, ask: Ask, { terminal, merchant, location }: Binding) {
  const account = await settlementAccountOf(tx, merchant.merchant_id);
  const [store] = await storesOf(tx, merchant.merchant_id);
  await insertBinding(tx, {
    merchant_id: merchant.merchant_id,
    terminal_id: terminal.id,
    epoch: terminal.epoch,
    serial: terminal.serial,
    terminal_no: terminal.terminal_no ?? '',
    acquirer_code: merchant.merchant_no.slice(0, 3),
    merchant_no: merchant.merchant_no,
    subject_hash: merchant.subject_key,
    account_hash: account?.number_key ?? '',
    address: store?.address ?? '',
    location: location ?? null,
    bound_at: ask.now,
    unbound_at: null,
    unbound_why: null,
  });
}
