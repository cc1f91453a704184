import { api } from '@kaitong/contract';
import { mustSeeMerchant } from '#platform/ask';
import { on, type Route } from '#platform/http';
import type { Side } from './model.ts';
import { sides } from './model.ts';
import { balancesOf, pageOfJournals } from './store.ts';

const SIDES: Readonly<Record<Side, 'debit' | 'credit'>> = { D: 'debit', C: 'credit' };

export function routes(): readonly Route[] {
  return [
    on(api.ledger.listAccounts).transact(async (tx, ask, { query }) => {
      mustSeeMerchant(ask, query.merchantId);
      const rows = await balancesOf(tx, query.merchantId);
      return { rows: rows.map((row) => ({ ...row, side: SIDES[sides[row.code]] })) };
    }),
    on(api.ledger.listJournals).transact(async (tx, ask, { query }) => {
      mustSeeMerchant(ask, query.merchantId);
      const { merchantId, sourceId, after, limit } = query;
      const journals = await pageOfJournals(tx, { merchantId, sourceId, after, limit });
      const last = journals.at(-1);
      return {
        rows: journals.map(({ lines, reversalOf, ...journal }) => ({
          ...journal,
          ...(reversalOf === undefined ? {} : { reverses: reversalOf }),
          postings: lines.map((line) => ({ ...line, side: SIDES[line.side] })),
        })),
        ...(journals.length === limit && last ? { next: last.id } : {}),
      };
    }),
  ];
}
