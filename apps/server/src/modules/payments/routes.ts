import { api } from '@kaitong/contract';
import { planOf } from '#catalogue';
import { isStaff, mustSeeMerchant, personOf, type Ask } from '#platform/ask';
import type { Db } from '#platform/db';
import { on, type Route } from '#platform/http';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { evidenceReply } from './evidence-reply.ts';
import { evidenceOf } from './evidence/store.ts';
import { batchById, differencesOf, pageOfBatches, totalsOf } from './exchanges/store.ts';
import { openEvidence } from './keep-evidence.ts';
import { legsOf } from './legs/store.ts';
import { batchReply, detailOf, differenceReply, rowOf } from './reply.ts';
import { slipOf, slipText } from './slip.ts';
import { pageOfPayments, paymentById, refundsOf, totalOfPayments, type Payment } from './store.ts';

export function routes({ db, keeper }: Services): readonly Route[] {
  const { payments } = api;
  return [
    on(payments.listPayments).handle(async (ask, { query }) => {
      const { merchantId, after, limit, ...rest } = query;
      const filter = { ...rest, merchantIds: whose(ask, merchantId) };
      const rows = await pageOfPayments(db, filter, { after, limit });
      const total = await totalOfPayments(db, filter);
      const last = rows.at(-1);
      return {
        rows: rows.map((payment) => rowOf(payment, ask.lang)),
        approvedCount: total.count,
        approved: total.amount,
        ...(rows.length === limit && last ? { next: last.id } : {}),
      };
    }),
    on(payments.readPayment).handle(async (ask, { params }) => {
      const payment = await seen(db, ask, params.id);
      return detailOf({
        payment,
        planName: (await planOf(db, payment.plan_id)).name[ask.lang],
        refunds: await refundsOf(db, payment),
        legs: await legsOf(db, payment),
        lang: ask.lang,
      });
    }),
    on(payments.readSlip).handle(async (ask, { params, query }) => {
      const slip = slipOf(await seen(db, ask, params.id), query.lang);
      return { slip, text: slipText(slip, query.lang) };
    }),
    on(payments.readEvidence).handle(async (ask, { params }) => {
      const { merchant_id: merchantId, id: paymentId } = await seen(db, ask, params.id);
      const rows = await evidenceOf(db, { merchantId, paymentId });
      return { rows: rows.map((row) => evidenceReply(keeper, row)) };
    }),
    on(payments.readSignature).handle(async (ask, { params, query }) => {
      const { merchant_id: merchantId, id: paymentId } = await seen(db, ask, params.id);
      const rows = await evidenceOf(db, { merchantId, paymentId });
      const row = rows.find(({ kind, trace }) => kind === 'signature' && trace === query.trace);
      if (!row) throw refuse('request.notFound');
      const name = `signature-${row.trace}.jbg`;
      return { bytes: openEvidence(keeper, row), type: 'application/octet-stream', name };
    }),
    on(payments.listBatches).handle(async (ask, { query }) => {
      const { merchantId, terminalId, status, after, limit } = query;
      const merchantIds = whose(ask, merchantId);
      const rows = await pageOfBatches(db, { merchantIds, terminalId, status, after, limit });
      const last = rows.at(-1);
      return {
        rows: await Promise.all(
          rows.map(async (batch) => batchReply(batch, batch.ours ?? (await totalsOf(db, batch)))),
        ),
        ...(rows.length === limit && last ? { next: last.id } : {}),
      };
    }),
    on(payments.readBatch).handle(async (ask, { params }) => {
      const batch = await batchById(db, params.id);
      if (!batch) throw refuse('request.notFound');
      mustSeeMerchant(ask, batch.merchant_id);
      const running = batch.ours ?? (await totalsOf(db, batch));
      const differences = await differencesOf(db, batch);
      return { ...batchReply(batch, running), differences: differences.map(differenceReply) };
    }),
  ];
}

/** Whose payments a caller may list: undefined is everyone's. */
function whose(ask: Ask, merchantId: string | undefined): readonly string[] | undefined {
  const person = personOf(ask);
  if (isStaff(person.role)) return merchantId === undefined ? undefined : [merchantId];
  if (merchantId === undefined) return person.merchantIds;
  mustSeeMerchant(ask, merchantId);
  return [merchantId];
}

async function seen(db: Db, ask: Ask, id: string): Promise<Payment> {
  const payment = await paymentById(db, id);
  if (!payment) throw refuse('request.notFound');
  mustSeeMerchant(ask, payment.merchant_id);
  return payment;
}
