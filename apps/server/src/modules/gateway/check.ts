/** Who may send what: the checks before a verb sees its message, in the order of protocol.md §3.9. */
import { verifyMac, unionpay, type WorkKeys } from '@kaitong/iso8583';
import { openBatchOf } from '#payments';
import type { Services } from '#platform/services';
import { mayTrade, workKeysOf, type TradeGate } from '#terminals';
import { tillOf, type Heard, type Known, type MacVerdict } from './model.ts';
import { macKey } from './reply.ts';

export type Checked<Found> =
  | { readonly kind: 'passed'; readonly mac: MacVerdict; readonly found: Found }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly mac: MacVerdict;
      readonly missing?: readonly string[];
    };

export type Check<Found> = (services: Services, known: Known) => Promise<Checked<Found>>;

/** The working keys of the terminal, for those who answer with a MAC or open a PIN. */
export type Keyed = { readonly keys: WorkKeys };

const SIGNING: ReadonlySet<string> = new Set(['activated', 'self_tested', 'in_service']);

/** A terminal signs in as soon as it holds its master key; a suspended one does not. */
export const checkSignIn: Check<object> = async (services, known) => {
  if (!SIGNING.has(known.gate.terminal_status)) return refused('58');
  return checkKnown(services, known);
};

/** Echo and sign-out: who is known is answered. */
export const checkKnown: Check<object> = async (_, known) =>
  isOwn(known) ? passed({}) : refused('03');

/**
 * A message that is to take money: in service with nothing missing, of this merchant, signed in, of
 * the open batch, and with the right MAC.
 */
export const checkTrade: Check<Keyed> = async (services, known) => {
  const may = mayTrade(known.gate, known.merchantNo);
  if (may.kind === 'otherMerchant') return refused('03');
  if (may.kind === 'missing') return { ...refused('58'), missing: may.missing };
  if (may.kind === 'notActive') return refused('58');
  // Both at once: a round trip saved on every payment.
  const [keys, batch] = await Promise.all([
    keysOf(services, known.gate),
    openBatchOf(services.db, tillOf(known.gate)),
  ]);
  if (!keys || batch?.batch_no !== known.f60.batch) return refused('77');
  return proven(known, keys);
};

/**
 * A reversal is taken from a terminal that may no longer trade: what it takes back was taken before.
 * It may belong to a batch that is closed.
 */
export const checkReversal: Check<Keyed> = async (services, known) => {
  const checked = await checkSettlement(services, known);
  return checked.kind === 'refused' ? checked : proven(known, checked.found.keys);
};

/** Settlement and upload carry no MAC; the terminal has signed in, even if it was suspended since. */
export const checkSettlement: Check<Keyed> = async (services, known) => {
  if (!isOwn(known)) return refused('03');
  const keys = await keysOf(services, known.gate);
  return keys ? passed({ keys }) : refused('77');
};

function isOwn({ gate, merchantNo }: Known): boolean {
  return gate.merchant_no === merchantNo;
}

async function keysOf(services: Services, gate: TradeGate): Promise<WorkKeys | undefined> {
  const { keeper, db } = services;
  const { merchantId, terminalId, epoch } = tillOf(gate);
  return workKeysOf(db, { keeper, holder: { merchantId, terminalId, epoch } });
}

function proven(heard: Heard, keys: WorkKeys): Checked<Keyed> {
  if (heard.message.fields[unionpay.macField] === undefined)
    return { ...refused('A0'), mac: 'absent' };
  return verifyMac(unionpay, heard.frame, macKey(keys.mak))
    ? { kind: 'passed', mac: 'right', found: { keys } }
    : { ...refused('A0'), mac: 'wrong' };
}

function passed<Found>(found: Found): Checked<Found> {
  return { kind: 'passed', mac: 'unchecked', found };
}

function refused(code: string) {
  return { kind: 'refused', code, mac: 'unchecked' } as const;
}
