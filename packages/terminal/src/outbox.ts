/** What a terminal owes the host: kept on disk until the host has said that it has it. */
import type { TransactionKind } from './kinds.ts';
import type { StoredFields } from './state.ts';

/** A message that waits: a chip's report on the issuer's commands (0620), or a signature (0820). */
export type Owed = {
  readonly trace: string;
  readonly batch: string;
  readonly fields: StoredFields;
  readonly tries: number;
};

/** A payment that was made without the host, and is told afterwards (0220). */
export type Advice = Owed & {
  /** The code with which the host refused it; it goes up with the details at settlement. */
  readonly refusedWith?: string;
};

/** A refund or QR void without an answer: it may have been done, and no reversal exists for it. */
export type Doubt = {
  readonly kind: TransactionKind;
  readonly trace: string;
  readonly batch: string;
  readonly amount: string;
  /** The trace of the sale that a QR void takes back. */
  readonly of?: string;
};

type Key = { readonly trace: string; readonly batch: string };

export function isSameKey(a: Key, b: Key): boolean {
  return a.trace === b.trace && a.batch === b.batch;
}

/** The list without one entry. */
export function withoutKey<T extends Key>(list: readonly T[], key: Key): T[] {
  return list.filter((each) => !isSameKey(each, key));
}

/** The list with one entry changed. */
export function changed<T extends Key>(list: readonly T[], to: T): T[] {
  return list.map((each) => (isSameKey(each, to) ? to : each));
}
