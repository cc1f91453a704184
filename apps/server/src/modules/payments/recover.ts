import { systemAsk } from '#platform/ask';
import { transact } from '#platform/db';
import type { Services } from '#platform/services';
import { abandonedExchanges, answerExchange, type Exchange } from './exchanges/store.ts';
import { finishSale } from './finish-sale.ts';
import { legsOf } from './legs/store.ts';
import type { MessageKind } from './open-exchange.ts';
import { finishRefund } from './refund.ts';
import { paymentById } from './store.ts';
import { finishVoid } from './void.ts';

/** Longer than the network line waits, so that nothing that is still being asked is touched. */
const ABANDONED_MS = 15_000;
const AT_ONCE_MAX = 500;

/**
 * Finds what was sent by a process that died before it recorded the answer. Nobody can tell whether
 * the network saw it, so it is unknown and its reversal starts (money.md §1.7, F5 to F9).
 */
export async function recover(
  services: Services,
  { olderThan_ms = ABANDONED_MS }: { olderThan_ms?: number } = {},
): Promise<number> {
  const found = await abandonedExchanges(services.db, { olderThan_ms, limit: AT_ONCE_MAX });
  for (const exchange of found) await giveUp(services, exchange);
  return found.length;
}

const VOIDS: ReadonlySet<string> = new Set(['0200:23', '0100:11', '0200:21']);

function finishOf(kind: string): typeof finishSale {
  if (kind === '0220:25') return finishRefund;
  return VOIDS.has(kind) ? finishVoid : finishSale;
}

async function giveUp(services: Services, exchange: Exchange): Promise<void> {
  const finish = finishOf(exchange.kind);
  const { merchant_id, payment_id, refund_id } = exchange;
  // A balance inquiry moves nothing: that nobody answered is all there is to say.
  if (payment_id === null)
    return transact(services.db, async (tx) => answerExchange(tx, exchange, { code: '98' }));
  // A question about a code moves nothing either, and may be asked again.
  const payment = await paymentById(services.db, payment_id);
  if (payment?.status === 'shown')
    return transact(services.db, async (tx) => answerExchange(tx, exchange, { code: '98' }));
  const legs = await legsOf(services.db, { merchant_id, id: payment_id });
  const leg = legs.find((one) => one.refund_id === refund_id && one.kind !== 'reversal');
  if (!leg) return;
  const ask = systemAsk('payments.recover', services.clock.now());
  const opening = { key: keyOf(exchange), kind: exchange.kind as MessageKind };
  await transact(services.db, async (tx) =>
    finish(tx, ask, { opening, legId: leg.id, judged: { kind: 'unknown' } }),
  );
}

function keyOf(exchange: Exchange) {
  return {
    merchantId: exchange.merchant_id,
    merchantNo: '',
    terminalId: exchange.terminal_id,
    terminalNo: '',
    epoch: exchange.epoch,
    batchNo: exchange.batch_no,
    trace: exchange.trace,
  };
}
