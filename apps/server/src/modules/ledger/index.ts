import type { Module } from '#platform/module';
import { routes } from './routes.ts';

export { businessDayOf, HOUSE, type AccountCode, type Entry } from './model.ts';
export { post, postAll, reverse } from './post.ts';
export { ledgerInvariants, verify, type Invariant } from './invariants.ts';
export { spendableOf } from './spendable.ts';
export {
  balancesOf,
  holdersOf,
  lockedBalanceOf,
  movedOn,
  movesAfter,
  movementsOf,
  owedAtEndOf,
  type Movement,
} from './store.ts';

export const ledgerModule: Module = { name: 'ledger', routes };
