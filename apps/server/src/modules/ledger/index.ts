import type { Module } from '#platform/module';
import { routes } from './routes.ts';

export { businessDayOf, HOUSE, type AccountCode, type Entry } from './model.ts';
export { post, postAll, reverse, type Posted } from './post.ts';
export { ledgerInvariants, verify, type Finding, type Invariant } from './invariants.ts';
export { spendableOf } from './spendable.ts';
export {
  balancesOf,
  holdersOf,
  journalBy,
  lockedBalanceOf,
  movedOn,
  movesAfter,
  movementsOf,
  owedAtEndOf,
  type AccountMove,
  type Balance,
  type Movement,
} from './store.ts';

export const ledgerModule: Module = { name: 'ledger', routes };
