import { createHash } from 'node:crypto';

/** What is hashed for one record. The leading version lets the form change without breaking old chains. */
export type Entry = {
  readonly chain: string;
  readonly seq: bigint;
  readonly at: Date;
  readonly actor: string;
  readonly role: string | null;
  readonly type: string;
  readonly payload: object;
};

export const GENESIS = '0'.repeat(64);
const VERSION = 1;

/** SHA-256 over the previous hash and the canonical record (money.md §6.4). */
export function hashOf(previous: string, entry: Entry): string {
  const canonical = JSON.stringify([
    VERSION,
    entry.chain,
    entry.seq.toString(),
    entry.at.toISOString(),
    entry.actor,
    entry.role,
    entry.type,
    sorted(entry.payload),
  ]);
  return createHash('sha256').update(previous).update(canonical).digest('hex');
}

/** jsonb keeps no key order, so the hash must not depend on it. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** The chain of a record: its merchant's; before there is a merchant, its application's. */
export function chainOf(payload: object): string {
  const { merchantId, applicationId } = payload as { merchantId?: string; applicationId?: string };
  return merchantId ?? applicationId ?? 'house';
}
