/**
 * A terminal gets its numbers by its serial number (101) and its main key under RSA (350, 351), over
 * a line on which it can prove nothing. So a person of the house must have allowed it a moment ago: an
 * open activation code of a technician or operator is that permission, also to start a terminal anew
 * that was activated before. Failures are counted on the code and kept in the audit chain.
 */
import { isKcv, toHex } from '@kaitong/iso8583';
import { tell } from '#audit';
import { merchantById } from '#merchants';
import type { Ask } from '#platform/ask';
import { step } from '#platform/chart';
import { transact, type Tx } from '#platform/db';
import type { Services } from '#platform/services';
import { openRandomKey } from './acquirer-key.ts';
import { bindTerminal, finishActivation, loadKey } from './activate.ts';
import { setLine } from './change-profile.ts';
import { chart } from './chart.ts';
import { cipherOf } from './keys.ts';
import type { KeyHouse } from './keys/held.ts';
import { lockOwned, type OwnedTerminal } from './lock.ts';
import { isLive, type TerminalStatus } from './model.ts';
import { algorithmOf } from './profile/model.ts';
import { profileOf } from './read-profile.ts';
import { newestCode, saveCode, terminalBySerial, type ActivationCode } from './store.ts';

type Refused = { readonly kind: 'refused'; readonly code: string; readonly why: string };
export type Numbers = {
  readonly kind: 'done';
  readonly terminalNo: string;
  readonly merchantNo: string;
};
export type Loaded = {
  readonly kind: 'done';
  /** The main key under the terminal's random key, and its check value. */
  readonly wrapped: Uint8Array;
  readonly kcv: string;
};

/** Between 101 and 351. */
const ON_THE_WAY: ReadonlySet<TerminalStatus> = new Set(['bound', 'key_loaded']);
/** Written where a code that was typed has the hash of the terminal's public key. */
const BY_DOWNLOAD = 'download';

/** 101: whose terminal is this, and what is its number. */
export async function initialiseTerminal(
  services: Services,
  ask: Ask,
  { serial, baseStation }: { readonly serial: string; readonly baseStation: string },
): Promise<Numbers | Refused> {
  return transact(services.db, async (tx) => {
    const seen = await terminalBySerial(tx, serial);
    if (!seen?.merchant_id) return refused('97', 'no such serial number, or nobody has it');
    const allowed = await allowedOf(tx, ask, seen.id);
    if (allowed.kind === 'refused') return allowed;
    const bound = await bindOnce(tx, ask, { ...allowed, location: baseStation, house: services });
    if (!bound) return refused('58', `it is ${allowed.terminal.status}`);
    const { terminal_no: terminalNo, merchant_no: merchantNo } = bound;
    if (terminalNo === null || merchantNo === null) return refused('97', 'it got no number');
    return { kind: 'done', terminalNo, merchantNo };
  });
}

/** 350: the main key, under a random key that only this terminal knows. */
export async function loadMainKey(
  services: Services,
  ask: Ask,
  sent: { readonly terminalId: string; readonly random: Uint8Array; readonly kcv: Uint8Array },
): Promise<Loaded | Refused> {
  const random = await openRandomKey(services, sent.random);
  return transact(services.db, async (tx) => {
    const allowed = await allowedOf(tx, ask, sent.terminalId);
    if (allowed.kind === 'refused') return allowed;
    const cipher = cipherOf(algorithmOf(await profileOf(tx, sent.terminalId)));
    if (!isKcv({ key: random, cipher }, sent.kcv)) return countFailure(tx, ask, allowed);
    const bound = await bindOnce(tx, ask, { ...allowed, house: services });
    if (!bound) return refused('58', `it is ${allowed.terminal.status}`);
    const { master } = await loadKey(tx, ask, { terminal: bound, house: services });
    const { kcv, held } = master;
    await tell(tx, ask, {
      type: 'terminal.keyLoaded',
      payload: { merchantId: bound.merchant_id, terminalId: bound.id, kcv },
    });
    const wrapped = services.hsm.sealUnder(held, { key: random, cipher });
    return { kind: 'done', wrapped, kcv };
  });
}

/** 351: the terminal holds its key; the permission is used up. */
export async function activateLoaded(
  { db }: Services,
  ask: Ask,
  terminalId: string,
): Promise<{ readonly kind: 'done' } | Refused> {
  return transact(db, async (tx) => {
    const terminal = await lockOwned(tx, ask, terminalId);
    const code = await newestCode(tx, terminalId);
    // The answer was lost, and the terminal says it again.
    if (terminal.status === 'activated' && code?.used_key_hash === BY_DOWNLOAD)
      return { kind: 'done' };
    if (terminal.status !== 'key_loaded') return refused('58', `it is ${terminal.status}`);
    if (!code?.allows_download || !isLive(code, ask.now)) return refused('58', NOT_ALLOWED);
    const used = { used_at: ask.now, used_key_hash: BY_DOWNLOAD, sealed: null };
    await saveCode(tx, { ...code, ...used });
    await setLine(tx, ask, { terminalId, line: 'iso8583' });
    await finishActivation(tx, ask, terminal);
    return { kind: 'done' };
  });
}

const NOT_ALLOWED = 'nobody allowed it: a technician or operator issues a code first';

type Allowed = {
  readonly kind: 'allowed';
  readonly terminal: OwnedTerminal;
  readonly code: ActivationCode;
};

async function allowedOf(tx: Tx, ask: Ask, id: string): Promise<Allowed | Refused> {
  // Nobody is signed in here: the open code is what gives the right to this terminal.
  const terminal = await lockOwned(tx, { ...ask, by: { kind: 'system', id: 'download' } }, id);
  const code = await newestCode(tx, id);
  if (!code?.allows_download || !isLive(code, ask.now)) return refused('58', NOT_ALLOWED);
  return { kind: 'allowed', terminal, code };
}

type ToBind = Allowed & { readonly location?: string; readonly house: KeyHouse };

/** Binds a terminal that is not yet on the way; the same permission binds it once. */
async function bindOnce(
  tx: Tx,
  ask: Ask,
  { terminal, location, house }: ToBind,
): Promise<OwnedTerminal | undefined> {
  if (ON_THE_WAY.has(terminal.status)) return terminal;
  if (step(chart, terminal.status, {}, { type: 'bind' }) === undefined) return undefined;
  const merchant = await merchantById(tx, terminal.merchant_id);
  if (merchant?.status !== 'opened' && merchant?.status !== 'active') return undefined;
  const bound = await bindTerminal(tx, ask, { terminal, merchant, location, house });
  await tell(tx, ask, {
    type: 'terminal.initialised',
    payload: { merchantId: bound.merchant_id, terminalId: bound.id, epoch: bound.epoch },
  });
  return bound;
}

async function countFailure(tx: Tx, ask: Ask, { terminal, code }: Allowed): Promise<Refused> {
  const tries = code.tries + 1;
  await saveCode(tx, { ...code, tries });
  await tell(tx, ask, {
    type: 'terminal.keyRefused',
    payload: { merchantId: terminal.merchant_id, terminalId: terminal.id, tries },
  });
  return refused('A7', `its random key fails the check value ${toHex(Uint8Array.of(tries))}`);
}

function refused(code: string, why: string): Refused {
  return { kind: 'refused', code, why };
}
