import type { api, ReplyOf, Role } from '@kaitong/contract';
import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Actor } from '#platform/ask';
import { step } from '#platform/chart';
import { chart } from './chart.ts';

export const CODE_DIGITS = 8;
export const CODE_DAYS = 7;
export const CODE_TRIES_MAX = 5;
const DAY_MS = 86_400_000;

/** Framing that a terminal of ours uses (UnionPay POS specification, TPDU and header). */
export const TPDU = '6000030000';
export const HEADER = '603100311000';

export type TerminalReply = ReplyOf<typeof api.terminals.readTerminal>;
export type TerminalStatus = TerminalReply['status'];
export type GateItem = TerminalReply['missing'][number];
export type MerchantGateItem = Exclude<GateItem, 'selfTest'>;
export type SelfTest = Readonly<Record<'card' | 'qr' | 'refund' | 'print', boolean>>;
export type SuspensionReason = NonNullable<TerminalReply['suspension']>['reason'];

/** In the order in which a merchant meets them, with who acts while the item is missing. */
export const GATE: readonly { readonly item: GateItem; readonly who: Role }[] = [
  { item: 'application', who: 'reviewer' },
  { item: 'contract', who: 'owner' },
  { item: 'payment', who: 'owner' },
  { item: 'visit', who: 'technician' },
  { item: 'training', who: 'owner' },
  { item: 'selfTest', who: 'technician' },
  { item: 'notLimited', who: 'risk' },
];

/** Only a limitation is said explicitly; until then a merchant is not limited. */
const DEFAULT_OK: ReadonlySet<GateItem> = new Set(['notLimited']);

export function itemOk(items: ReadonlyMap<string, boolean>, item: GateItem): boolean {
  return items.get(item) ?? DEFAULT_OK.has(item);
}

export function missingOf(
  items: ReadonlyMap<string, boolean>,
  { selfTested }: { readonly selfTested: boolean },
): GateItem[] {
  return GATE.map(({ item }) => item).filter((item) =>
    item === 'selfTest' ? !selfTested : !itemOk(items, item),
  );
}

export function allGood(test: SelfTest): boolean {
  return test.card && test.qr && test.refund && test.print;
}

export function codeExpiry(issuedAt: Date): Date {
  return new Date(issuedAt.getTime() + CODE_DAYS * DAY_MS);
}

const RSA_BITS_MIN = 2048;
const RSA_BITS_MAX = 4096;

/** The terminal's public key when it is one that the master key may travel under. */
export function rsaKeyOf(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: pem, format: 'pem', type: 'spki' });
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    const fits = bits >= RSA_BITS_MIN && bits <= RSA_BITS_MAX;
    return key.asymmetricKeyType === 'rsa' && fits ? key : undefined;
  } catch {
    return undefined; // no PEM, or not of a public key
  }
}

const CODE_ISSUERS: readonly Role[] = ['owner', 'technician', 'operator'];
const CODE_READERS: readonly Role[] = ['owner', 'technician'];
const TESTERS: readonly Role[] = ['owner', 'cashier', 'technician', 'operator'];
const STOPPERS: readonly Role[] = ['owner', 'operator', 'risk', 'support', 'technician'];
const RESTORERS: readonly Role[] = ['operator', 'risk', 'technician'];
const TAKERS: readonly Role[] = ['operator', 'technician'];

const CAN: readonly (readonly [verb: string, roles: readonly Role[], event: ChartEvent])[] = [
  ['issueCode', CODE_ISSUERS, 'bind'],
  ['selfTest', TESTERS, 'selfTest'],
  ['suspend', STOPPERS, 'suspend'],
  ['restore', RESTORERS, 'restore'],
  ['unbind', TAKERS, 'unbind'],
  ['receive', ['operator'], 'recover'],
];
type ChartEvent = 'bind' | 'selfTest' | 'suspend' | 'restore' | 'unbind' | 'recover';

/**
 * A code of the owner must be typed in. One of a technician or an operator also lets the terminal
 * fetch its main key by itself over the card line, where nobody proves to stand before it.
 */
export function mayAllowDownload(by: Actor): boolean {
  return by.kind === 'user' && (by.role === 'technician' || by.role === 'operator');
}

/** Whether a code still opens something. */
export function isLive(
  code: { used_at: Date | null; expires_at: Date; tries: number },
  now: Date,
): boolean {
  return code.used_at === null && code.expires_at > now && code.tries < CODE_TRIES_MAX;
}

export function maySeeCode(by: Actor): boolean {
  return by.kind === 'user' && CODE_READERS.includes(by.role);
}

/** The verbs that this caller may do to a terminal in this state. */
export function canOf(
  by: Actor,
  terminal: { status: TerminalStatus; suspension: { reason: SuspensionReason } | null },
): string[] {
  if (by.kind !== 'user') return [];
  const { role } = by;
  return CAN.filter(([, roles]) => roles.includes(role))
    .filter(([, , event]) => step(chart, terminal.status, {}, { type: event }) !== undefined)
    .map(([verb]) => verb)
    .filter((verb) => verb !== 'restore' || mayRestore(by, terminal.suspension?.reason));
}

/** What risk stopped, only risk lets go. */
export function mayRestore(by: Actor, reason: SuspensionReason | undefined): boolean {
  return reason !== 'risk' || by.kind === 'system' || (by.kind === 'user' && by.role === 'risk');
}
