import type { Db, Tx } from '#platform/db';

export type EvidenceKind = 'signature' | 'script';

type Tables = {
  payment_evidence: {
    merchant_id: string;
    payment_id: string;
    kind: EvidenceKind;
    trace: string;
    sealed: Buffer;
    sha256: string;
    size: number;
    at: Date;
  };
};
const on = (tx: Tx | Db) => tx.withTables<Tables>();

export type Evidence = Tables['payment_evidence'];

/** False: there is one of this kind already. */
export async function insertEvidence(tx: Tx, row: Evidence): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('payment_evidence')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

const SHOWN_MAX = 50;

export async function evidenceOf(
  tx: Tx | Db,
  of: { readonly merchantId: string; readonly paymentId: string },
): Promise<Evidence[]> {
  return on(tx)
    .selectFrom('payment_evidence')
    .selectAll()
    .where('merchant_id', '=', of.merchantId)
    .where('payment_id', '=', of.paymentId)
    .orderBy('at')
    .orderBy('trace')
    .limit(SHOWN_MAX)
    .execute();
}
