import type { Module } from '#platform/module';
import { routes } from './routes.ts';
import { seed, start } from './seed.ts';

export { adviceOf } from './choose.ts';
export { mccOf, modelOf, planOf, providerOf } from './find.ts';
export {
  acceptsMerchant,
  type Bin,
  type Mcc,
  type Model,
  type Plan,
  type Provider,
} from './model.ts';
export { costOf, networkCost } from './network-cost.ts';
export { allModels, binOf, calendar, mccByCode, modelById, planById } from './store.ts';

export const catalogueModule: Module = { name: 'catalogue', routes, seed, start };
