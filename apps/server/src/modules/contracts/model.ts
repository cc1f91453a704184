import { createHash } from 'node:crypto';
import type { Role } from '@kaitong/contract';
import type { api, ReplyOf } from '@kaitong/contract';
import { dayOf } from '@kaitong/values';
import type { Actor } from '#platform/ask';
import { step } from '#platform/chart';
import { newDigits } from '#platform/ids';
import { chart } from './chart.ts';

export type ContractReply = ReplyOf<typeof api.contracts.contract>;
export type ContractStatus = ContractReply['status'];
export type Terms = ContractReply['terms'];
export type VerificationState = ReplyOf<typeof api.contracts.verifyContract>['state'];

/** Who signed, as the paper shows it: the phone is masked. */
export type Signer = { readonly personId: string; readonly name: string; readonly phone: string };

export const SIGN_DAYS = 15;
export const REMIND_DAY = 7;
const DAY_MS = 86_400_000;

export function daysAfter(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS);
}

/** `KT`, the day, and six digits by chance, so that numbers tell nothing of how many there are. */
export function newContractNo(now: Date): string {
  return `KT${dayOf(now).replaceAll('-', '')}${newDigits(6)}`;
}

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** JSON with its names in order, so that equal terms have equal hashes however they were stored. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Enough for who holds the paper to know it is theirs, and no more: 青**店. */
export function maskParty(name: string): string {
  const letters = Array.from(name);
  if (letters.length < 3) return `${letters[0] ?? ''}*`;
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`;
}

type Verifiable = {
  readonly status: ContractStatus;
  readonly file_sha256: string | null;
};

/** What a paper with this hash or number is worth today. */
export function verificationOf(hash: string, contract: Verifiable | undefined): VerificationState {
  if (!contract) return 'unknown';
  const state = WORTH[contract.status];
  return state === 'valid' && hash === contract.file_sha256 ? 'superseded' : state;
}

const WORTH: Readonly<Record<ContractStatus, VerificationState>> = {
  generating: 'unsigned',
  pending_sign: 'unsigned',
  signed: 'valid',
  lapsed: 'ended',
  terminated: 'ended',
};

const ENDERS: readonly Role[] = ['risk', 'admin'];
const REISSUERS: readonly Role[] = ['support', 'operator'];

/** The verbs that this caller may do now. */
export function canOf(
  by: Actor,
  contract: { readonly status: ContractStatus; readonly ownerId: string },
): string[] {
  if (by.kind !== 'user') return [];
  const allows = (type: 'sign' | 'terminate') =>
    step(chart, contract.status, {}, { type }) !== undefined;
  return [
    ...(by.id === contract.ownerId && allows('sign') ? ['sign'] : []),
    ...(ENDERS.includes(by.role) && allows('terminate') ? ['terminate'] : []),
    ...(REISSUERS.includes(by.role) && contract.status === 'lapsed' ? ['reissue'] : []),
  ];
}
