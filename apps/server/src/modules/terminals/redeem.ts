import type { KeyObject } from 'node:crypto';
import { merchantById, type Merchant } from '#merchants';
import type { Ask } from '#platform/ask';
import { transact, type Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { bindTerminal, finishActivation, loadKey } from './activate.ts';
import { codeHash } from './issue-code.ts';
import { masterKeyFor, masterKeyOf } from './keys.ts';
import { lockOwned, type OwnedTerminal } from './lock.ts';
import { CODE_DAYS, CODE_TRIES_MAX, rsaKeyOf } from './model.ts';
import {
  newestCode,
  saveCode,
  terminalBySerial,
  type ActivationCode,
  type Terminal,
} from './store.ts';

export type Claim = {
  readonly serial: string;
  readonly code: string;
  readonly publicKey: string;
  readonly location?: string | undefined;
};

/** What a terminal gets for its code. The master key is readable only by that terminal. */
export type Activated = {
  readonly terminal: Terminal;
  readonly merchant: Merchant;
  readonly tmk: string;
  readonly kcv: string;
};

type Verdict =
  | ({ readonly kind: 'activated' } & Activated)
  | { readonly kind: 'wrong'; readonly tries: number };
type Asked = { readonly services: Services; readonly claim: Claim };

/**
 * A terminal trades its serial number and activation code for its number and master key. Opens its
 * own transaction: a wrong guess must stay counted although the request is refused.
 */
export async function redeem(services: Services, ask: Ask, claim: Claim): Promise<Activated> {
  const rsa = rsaKeyOf(claim.publicKey);
  if (!rsa) throw refuse('terminals.publicKeyBad');
  const verdict = await transact(services.db, async (tx) =>
    judge(tx, ask, { services, claim, rsa }),
  );
  if (verdict.kind === 'activated') return verdict;
  throw wrong(verdict.tries);
}

function wrong(tries: number) {
  if (tries >= CODE_TRIES_MAX) return refuse('terminals.codeTriesUsed', { tries: CODE_TRIES_MAX });
  return refuse('terminals.codeWrong', { left: CODE_TRIES_MAX - tries });
}

async function judge(tx: Tx, ask: Ask, asked: Asked & { rsa: KeyObject }): Promise<Verdict> {
  const { keeper } = asked.services;
  const terminal = await mustHaveMerchant(tx, ask, asked.claim.serial);
  const code = await newestCode(tx, terminal.id);
  if (!code) throw refuse('terminals.noCode');
  const right = codeHash(keeper, { id: code.id, code: asked.claim.code }) === code.code_hash;
  const keyHash = keeper.blind('terminal-public-key', asked.claim.publicKey);
  if (code.used_at !== null) {
    // The answer was lost on its way and the same terminal asks again: it gets the same answer.
    const again = right && code.used_key_hash === keyHash && terminal.status === 'activated';
    if (!again) throw refuse('terminals.noCode');
    return sealedAnswer(tx, asked, terminal);
  }
  if (code.expires_at <= ask.now) throw refuse('terminals.codeExpired', { days: CODE_DAYS });
  if (code.tries >= CODE_TRIES_MAX) throw wrong(code.tries);
  if (!right) {
    const tries = code.tries + 1;
    await saveCode(tx, { ...code, tries });
    return { kind: 'wrong', tries };
  }
  const merchant = await mustBeOpen(tx, terminal.merchant_id);
  await useUp(tx, ask, { code, keyHash });
  const after = await activate(tx, ask, { ...asked, terminal, merchant });
  return sealedAnswer(tx, asked, after);
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

type Activation = Asked & { readonly terminal: OwnedTerminal; readonly merchant: Merchant };

/** Three steps of the chart at once: bound under five items, master key made, activated. */
async function activate(tx: Tx, ask: Ask, activation: Activation): Promise<OwnedTerminal> {
  const { terminal, merchant, services, claim } = activation;
  const { location } = claim;
  const bound = await bindTerminal(tx, ask, { terminal, merchant, location, house: services });
  const loaded = await loadKey(tx, ask, { terminal: bound, house: services });
  return finishActivation(tx, ask, loaded.terminal);
}

async function sealedAnswer(
  tx: Tx,
  { services, rsa }: Asked & { rsa: KeyObject },
  terminal: OwnedTerminal,
): Promise<Verdict> {
  const merchant = await mustBeOpen(tx, terminal.merchant_id);
  const holder = {
    merchantId: merchant.merchant_id,
    terminalId: terminal.id,
    epoch: terminal.epoch,
  };
  const master = await masterKeyOf(tx, { house: services, holder });
  if (!master) throw refuse('terminals.noCode');
  const tmk = masterKeyFor(rsa, services, master);
  return { kind: 'activated', terminal, merchant, tmk, kcv: master.kcv };
}
