import type { KeyObject } from 'node:crypto';
import { merchantById, type Merchant } from '#merchants';
import type { Ask } from '#platform/ask';
import { transact, type Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { bindTerminal, finishActivation, loadKey } from './activate.ts';
import { setLine } from './change-profile.ts';
import { codeHash } from './issue-code.ts';
import { firstJsonKey, type JsonKey } from './json-key.ts';
import { masterKeyFor, masterKeyOf } from './keys.ts';
import { lockOwned, type OwnedTerminal } from './lock.ts';
import { CODE_DAYS, CODE_TRIES_MAX, rsaKeyOf } from './model.ts';
import type { TerminalProfile } from './profile/model.ts';
import {
  newestCode,
  saveCode,
  terminalBySerial,
  type ActivationCode,
  type Terminal,
} from './store.ts';

type Claimed = {
  readonly serial: string;
  readonly code: string;
  readonly location?: string | undefined;
};
export type Claim = Claimed & { readonly publicKey: string };
export type JsonClaim = Claimed & { readonly device?: string | undefined };

type Activated = { readonly terminal: Terminal; readonly merchant: Merchant };
/** What a terminal gets for its code. The master key is readable only by that terminal. */
export type ActivatedByRsa = Activated & { readonly tmk: string; readonly kcv: string };
type ActivatedByJson = Activated & JsonKey;

type Verdict<T> =
  | { readonly kind: 'activated'; readonly got: T }
  | { readonly kind: 'wrong'; readonly tries: number };

/** How an activated terminal gets its key, and how one that asks again is known to be the same. */
type Way<T> = {
  readonly line: TerminalProfile['line'];
  /** Undefined: it is never known, and a used code stays used. */
  readonly keyHash?: string;
  readonly hand: (tx: Tx, terminal: OwnedTerminal) => Promise<T>;
};
type Asked<T> = { readonly services: Services; readonly claim: Claimed; readonly way: Way<T> };

/**
 * A terminal trades its serial number and activation code for its number and master key. Opens its
 * own transaction: a wrong guess must stay counted although the request is refused.
 */
export async function redeem(services: Services, ask: Ask, claim: Claim): Promise<ActivatedByRsa> {
  const rsa = rsaKeyOf(claim.publicKey);
  if (!rsa) throw refuse('terminals.publicKeyBad');
  const keyHash = services.keeper.blind('terminal-public-key', claim.publicKey);
  const hand = async (tx: Tx, terminal: OwnedTerminal) =>
    sealedAnswer(tx, { services, rsa, terminal });
  return decided(services, ask, { services, claim, way: { line: 'iso8583', keyHash, hand } });
}

/**
 * The same for a terminal that speaks JSON: it gets the key with which it signs. That key comes once;
 * when its answer is lost, the code is used up and a new one is issued.
 */
export async function redeemForJson(
  services: Services,
  ask: Ask,
  claim: JsonClaim,
): Promise<ActivatedByJson> {
  const { keeper } = services;
  const hand = async (tx: Tx, terminal: OwnedTerminal) => {
    const { merchant_id: merchantId, id: terminalId, epoch } = terminal;
    const merchant = await mustBeOpen(tx, merchantId);
    const holder = { merchantId, terminalId, epoch };
    const key = await firstJsonKey(tx, ask, { keeper, holder, device: claim.device });
    return { terminal, merchant, ...key };
  };
  return decided(services, ask, { services, claim, way: { line: 'json', hand } });
}

async function decided<T>({ db }: Services, ask: Ask, asked: Asked<T>): Promise<T> {
  const verdict = await transact(db, async (tx) => judge(tx, ask, asked));
  if (verdict.kind === 'activated') return verdict.got;
  throw wrong(verdict.tries);
}

function wrong(tries: number) {
  if (tries >= CODE_TRIES_MAX) return refuse('terminals.codeTriesUsed', { tries: CODE_TRIES_MAX });
  return refuse('terminals.codeWrong', { left: CODE_TRIES_MAX - tries });
}

async function judge<T>(tx: Tx, ask: Ask, asked: Asked<T>): Promise<Verdict<T>> {
  const { services, claim, way } = asked;
  const terminal = await mustHaveMerchant(tx, ask, claim.serial);
  const code = await newestCode(tx, terminal.id);
  if (!code) throw refuse('terminals.noCode');
  const right = codeHash(services.keeper, { id: code.id, code: claim.code }) === code.code_hash;
  if (code.used_at !== null) {
    // The answer was lost on its way and the same terminal asks again: it gets the same answer.
    const isSame = way.keyHash !== undefined && code.used_key_hash === way.keyHash;
    if (!right || !isSame || terminal.status !== 'activated') throw refuse('terminals.noCode');
    return { kind: 'activated', got: await way.hand(tx, terminal) };
  }
  if (code.expires_at <= ask.now) throw refuse('terminals.codeExpired', { days: CODE_DAYS });
  if (code.tries >= CODE_TRIES_MAX) throw wrong(code.tries);
  if (!right) {
    const tries = code.tries + 1;
    await saveCode(tx, { ...code, tries });
    return { kind: 'wrong', tries };
  }
  const merchant = await mustBeOpen(tx, terminal.merchant_id);
  await useUp(tx, ask, { code, keyHash: way.keyHash ?? way.line });
  const after = await activate(tx, ask, { ...asked, terminal, merchant });
  return { kind: 'activated', got: await way.hand(tx, after) };
}

async function mustHaveMerchant(tx: Tx, ask: Ask, serial: string): Promise<OwnedTerminal> {
  const seen = await terminalBySerial(tx, serial);
  if (!seen?.merchant_id) throw refuse('terminals.serialUnknown');
  // Nobody is signed in here: the code is what proves the right to this terminal.
  const trusted: Ask = { ...ask, by: { kind: 'system', id: 'activation' } };
  return lockOwned(tx, trusted, seen.id);
}

async function mustBeOpen(tx: Tx, merchantId: string): Promise<Merchant> {
  const merchant = await merchantById(tx, merchantId);
  if (!merchant) throw refuse('terminals.serialUnknown');
  const open = merchant.status === 'opened' || merchant.status === 'active';
  if (!open) throw refuse('terminals.merchantNotOpen', { status: `merchant.${merchant.status}` });
  return merchant;
}

async function useUp(
  tx: Tx,
  ask: Ask,
  { code, keyHash }: { code: ActivationCode; keyHash: string },
): Promise<void> {
  await saveCode(tx, {
    ...code,
    tries: code.tries + 1,
    used_at: ask.now,
    used_key_hash: keyHash,
    sealed: null,
  });
}

type Activation<T> = Asked<T> & { readonly terminal: OwnedTerminal; readonly merchant: Merchant };

/** Three steps of the chart at once: bound under five items, master key made, activated. */
async function activate<T>(tx: Tx, ask: Ask, activation: Activation<T>): Promise<OwnedTerminal> {
  const { terminal, merchant, services, claim, way } = activation;
  const { location } = claim;
  const bound = await bindTerminal(tx, ask, { terminal, merchant, location, house: services });
  const loaded = await loadKey(tx, ask, { terminal: bound, house: services });
  await setLine(tx, ask, { terminalId: terminal.id, line: way.line });
  return finishActivation(tx, ask, loaded.terminal);
}

type Sealing = {
  readonly services: Services;
  readonly rsa: KeyObject;
  readonly terminal: OwnedTerminal;
};

async function sealedAnswer(tx: Tx, { services, rsa, terminal }: Sealing): Promise<ActivatedByRsa> {
  const merchant = await mustBeOpen(tx, terminal.merchant_id);
  const holder = {
    merchantId: merchant.merchant_id,
    terminalId: terminal.id,
    epoch: terminal.epoch,
  };
  const master = await masterKeyOf(tx, { house: services, holder });
  if (!master) throw refuse('terminals.noCode');
  return { terminal, merchant, tmk: masterKeyFor(rsa, services, master), kcv: master.kcv };
}
