import { api } from '@kaitong/contract';
import { businessDayOf } from '#ledger';
import { mustSeeMerchant, personOf, type Ask } from '#platform/ask';
import { on, type Route } from '#platform/http';
import type { Services } from '#platform/services';
import { limitsOf, setLimits, usageOn } from './limits.ts';
import { limitRows, pageOfAlerts, type Alert } from './store.ts';
import { decideAlert } from './watch.ts';

export function routes({ db }: Services): readonly Route[] {
  const { risk } = api;
  return [
    on(risk.readLimits).handle(async (ask, { params: { merchantId } }) => {
      mustSeeMerchant(ask, merchantId);
      const today = businessDayOf(ask.now);
      const used = await usageOn(db, merchantId, today);
      return {
        ...(await limitsOf(db, merchantId, today)),
        usedToday: used.today,
        usedThisMonth: used.month,
        countToday: used.count,
        history: await limitRows(db, merchantId),
        can: personOf(ask).role === 'risk' ? ['setLimits'] : [],
      };
    }),
    on(risk.setLimits).transact(async (tx, ask, { params, body }) =>
      setLimits(tx, ask, { ...params, ...body }),
    ),
    on(risk.listAlerts).handle(async (ask, { query }) => {
      const { merchantId, status, after, limit } = query;
      const rows = await pageOfAlerts(db, { merchantId, status, after, limit });
      const last = rows.at(-1);
      return {
        rows: rows.map((alert) => alertReply(ask, alert)),
        ...(rows.length === limit && last ? { next: last.id } : {}),
      };
    }),
    on(risk.decideAlert).transact(async (tx, ask, { params, body }) =>
      alertReply(ask, await decideAlert(tx, ask, { ...params, ...body })),
    ),
  ];
}

function alertReply(ask: Ask, alert: Alert) {
  const mayDecide = alert.status === 'triggered' && personOf(ask).role === 'risk';
  return {
    id: alert.id,
    merchantId: alert.merchant_id,
    rule: alert.rule,
    severity: alert.severity,
    status: alert.status,
    subject: alert.subject,
    facts: alert.facts,
    ...(alert.note === null ? {} : { note: alert.note }),
    at: alert.at,
    can: mayDecide ? ['decide'] : [],
  };
}
