import { createHash } from 'node:crypto';
import type { Ask } from '#platform/ask';
import { transact, type Tx } from '#platform/db';
import type { Keeper } from '#platform/secrets';
import type { Services } from '#platform/services';
import { evidenceOf, insertEvidence, type Evidence, type EvidenceKind } from './evidence/store.ts';
import { paymentOfMessage } from './exchanges/store.ts';
import type { MessageKey } from './model.ts';
import { paymentById } from './store.ts';

const PURPOSE = 'payment-evidence';

type Given = {
  /** The message that it belongs to. */
  readonly key: MessageKey;
  readonly kind: EvidenceKind;
  /** When the terminal knows it, it must be the payment's. */
  readonly rrn?: string;
  readonly bytes: Uint8Array;
};

/**
 * Keeps a signature or a chip's report with its payment. The same again is a yes, another one is 94:
 * what a customer signed is never replaced. 25 when there is no such payment.
 */
export async function keepEvidence(
  { db, keeper }: Services,
  ask: Ask,
  { key, kind, rrn, bytes }: Given,
): Promise<'00' | '25' | '94'> {
  return transact(db, async (tx) => {
    const paymentId = await paymentOfMessage(tx, key);
    const payment = paymentId === undefined ? undefined : await paymentById(tx, paymentId);
    if (!payment || payment.merchant_id !== key.merchantId) return '25';
    if (rrn !== undefined && payment.rrn !== rrn) return '25';
    const place = { merchantId: key.merchantId, paymentId: payment.id, kind, trace: key.trace };
    const row: Evidence = {
      merchant_id: key.merchantId,
      payment_id: payment.id,
      kind,
      trace: key.trace,
      sealed: Buffer.from(keeper.seal(PURPOSE, bytes, placeOf(place))),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      at: ask.now,
    };
    if (await insertEvidence(tx, row)) return '00';
    return (await isSame(tx, row)) ? '00' : '94';
  });
}

async function isSame(tx: Tx, { merchant_id, payment_id, kind, trace, sha256 }: Evidence) {
  const kept = await evidenceOf(tx, { merchantId: merchant_id, paymentId: payment_id });
  return kept.some((one) => one.kind === kind && one.trace === trace && one.sha256 === sha256);
}

/** The bytes as the terminal sent them. */
export function openEvidence(keeper: Keeper, row: Evidence): Uint8Array {
  const { merchant_id: merchantId, payment_id: paymentId, kind, trace, sealed } = row;
  return keeper.open(PURPOSE, sealed, placeOf({ merchantId, paymentId, kind, trace }));
}

type Place = Record<'merchantId' | 'paymentId' | 'kind' | 'trace', string>;

function placeOf({ merchantId, paymentId, kind, trace }: Place): string {
  return `payment_evidence:${merchantId}:${paymentId}:${kind}:${trace}`;
}
