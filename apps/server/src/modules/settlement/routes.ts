import { api, word } from '@kaitong/contract';
import { day } from '@kaitong/values';
import { verify } from '#ledger';
import { isStaff, mustSeeMerchant, personOf, type Ask } from '#platform/ask';
import { on, type Route } from '#platform/http';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { allInvariants } from './invariants.ts';
import { breakReply, clearingReply, payoutReply, statementReply } from './reply.ts';
import { statementText } from './statement-text.ts';
import {
  pageOfBreaks,
  pageOfClearings,
  pageOfPayouts,
  pageOfStatements,
  payoutById,
  statementById,
  type Statement,
} from './store.ts';

export function routes(services: Services): readonly Route[] {
  return [...payouts(services), ...statements(services), ...reconciliation(services)];
}

function payouts({ db }: Services): readonly Route[] {
  return [
    on(api.settlement.listPayouts).handle(async (ask, { query }) => {
      const { after, limit, status } = query;
      const merchantIds = seenBy(ask, query.merchantId);
      const rows = await pageOfPayouts(db, { after, limit, status, merchantIds });
      return pageFrom(rows.map(payoutReply), limit);
    }),
    on(api.settlement.readPayout).handle(async (ask, { params }) => {
      const payout = await payoutById(db, params.id);
      if (!payout) throw refuse('request.notFound');
      mustSeeMerchant(ask, payout.merchant_id);
      return payoutReply(payout);
    }),
  ];
}

function statements(services: Services): readonly Route[] {
  return [
    on(api.settlement.listStatements).handle(async (ask, { query }) => {
      const { after, limit } = query;
      const merchantIds = seenBy(ask, query.merchantId);
      const of = query.day === undefined ? undefined : day(query.day);
      const rows = await pageOfStatements(services.db, { after, limit, day: of, merchantIds });
      return pageFrom(rows.map(statementReply), limit);
    }),
    on(api.settlement.readStatement).handle(async (ask, { params }) =>
      statementReply(await ownStatement(services, ask, params.id)),
    ),
    on(api.settlement.statementText).handle(async (ask, { params }) => {
      const statement = await ownStatement(services, ask, params.id);
      const bytes = Buffer.from(statementText(statement, ask.lang), 'utf8');
      const name = `statement-${statement.day}.txt`;
      return { bytes, type: 'text/plain; charset=utf-8', name };
    }),
  ];
}

async function ownStatement({ db }: Services, ask: Ask, id: string): Promise<Statement> {
  const statement = await statementById(db, id);
  if (!statement) throw refuse('request.notFound');
  mustSeeMerchant(ask, statement.merchant_id);
  return statement;
}

function reconciliation({ db, clock }: Services): readonly Route[] {
  return [
    on(api.settlement.listClearings).handle(async (_, { query }) => {
      const { after, limit } = query;
      const rows = await pageOfClearings(db, { after, limit });
      const last = rows.at(-1);
      return {
        rows: rows.map(clearingReply),
        ...(rows.length === limit && last ? { next: last.day } : {}),
      };
    }),
    on(api.settlement.listBreaks).handle(async (_, { query }) => {
      const { after, limit } = query;
      const open = query.open === undefined ? undefined : query.open === 'true';
      const rows = await pageOfBreaks(db, { after, limit, open });
      return pageFrom(rows.map(breakReply), limit);
    }),
    // Served here, because only the lowest of the money modules can reach the rules of all.
    on(api.ledger.checkInvariants).handle(async (ask) => {
      const findings = await verify(db, allInvariants);
      return {
        checkedAt: clock.now(),
        holds: findings.every(({ broken }) => broken === 0),
        rows: findings.map(({ id, words, broken, samples }) => ({
          id,
          says: word(ask.lang, words),
          holds: broken === 0,
          broken,
          samples: samples.map((sample) => ({ ...sample })),
        })),
      };
    }),
  ];
}

/** Undefined: of every merchant. */
function seenBy(ask: Ask, merchantId: string | undefined): readonly string[] | undefined {
  if (merchantId !== undefined) {
    mustSeeMerchant(ask, merchantId);
    return [merchantId];
  }
  const { role, merchantIds } = personOf(ask);
  return isStaff(role) ? undefined : merchantIds;
}

function pageFrom<Row extends { readonly id: string }>(rows: Row[], limit: number) {
  const last = rows.at(-1);
  return { rows, ...(rows.length === limit && last ? { next: last.id } : {}) };
}
