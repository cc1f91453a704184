/** Who may send what: the checks before a verb sees its message, in the order of protocol.md §3.9. */
import { verifyMac, unionpay, type MacKey, type Message } from '@kaitong/iso8583';
import { openBatchOf } from '#payments';
import type { Services } from '#platform/services';
import {
  mayTrade,
  profileOf,
  whyNotSignIn,
  workKeysOf,
  type LineKeys,
  type SignInCode,
  type TerminalProfile,
  type TradeGate,
} from '#terminals';
import { tillOf, type Heard, type Known, type MacVerdict } from './model.ts';
import { openTracks } from './tracks.ts';

type Checked<Found> =
  | { readonly kind: 'passed'; readonly mac: MacVerdict; readonly found: Found }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly mac: MacVerdict;
      readonly missing?: readonly string[];
      /** For people who read the log. */
      readonly why?: string;
      readonly mak?: MacKey;
    };

export type Check<Found> = (services: Services, known: Known) => Promise<Checked<Found>>;

/** The working keys of the terminal, for those who answer with a MAC or open a PIN. */
export type Keyed = { readonly keys: LineKeys };
/** And the message as it reads once its tracks are open. */
export type Trading = Keyed & { readonly message: Message };
export type Signing = { readonly code: SignInCode; readonly profile: TerminalProfile };

const SIGNING: ReadonlySet<string> = new Set(['activated', 'self_tested', 'in_service']);

/**
 * A terminal signs in as soon as it holds its master key; a suspended one does not (58), nor one with
 * a kind of keys that its profile does not allow (57).
 */
export const checkSignIn: Check<Signing> = async (services, known) => {
  const { terminal_status: status, terminal_id: terminalId } = known.gate;
  if (!SIGNING.has(status)) return { ...refused('58'), why: `it is ${status}` };
  if (!isOwn(known)) return refused('03');
  const profile = await profileOf(services.db, terminalId);
  const why = whyNotSignIn(profile, known.f60.code);
  const code = profile.signInCodes.find((one) => one === known.f60.code);
  if (why === undefined && code !== undefined) return passed({ code, profile });
  return { ...refused('57'), why: why ?? 'no such sign-in' };
};

/** Echo and sign-out: who is known is answered. */
export const checkKnown: Check<object> = async (_, known) =>
  isOwn(known) ? passed({}) : refused('03');

/**
 * A message that is to take money: in service with nothing missing, of this merchant, signed in, of
 * the open batch, and with the right MAC.
 */
export const checkTrade: Check<Trading> = async (services, known) => {
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
  const checked = proven(known, keys);
  if (checked.kind === 'refused') return checked;
  const message = openTracks(known.message, keys.tdk);
  if (!message) return { ...refused('30'), mac: 'right', why: 'its tracks do not open' };
  return { ...checked, found: { keys, message } };
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

async function keysOf(services: Services, gate: TradeGate): Promise<LineKeys | undefined> {
  const { merchantId, terminalId, epoch } = tillOf(gate);
  return workKeysOf(services.db, { house: services, holder: { merchantId, terminalId, epoch } });
}

function proven(heard: Heard, keys: LineKeys): Checked<Keyed> {
  if (heard.message.fields[unionpay.macField] === undefined)
    return { ...refused('A0'), mac: 'absent' };
  return verifyMac(unionpay, heard.frame, keys.mak)
    ? { kind: 'passed', mac: 'right', found: { keys } }
    : { ...refused('A0'), mac: 'wrong', mak: keys.mak };
}

function passed<Found>(found: Found): Checked<Found> {
  return { kind: 'passed', mac: 'unchecked', found };
}

function refused(code: string) {
  return { kind: 'refused', code, mac: 'unchecked' } as const;
}
