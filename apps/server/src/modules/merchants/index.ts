import type { Module } from '#platform/module';
import { routes } from './routes.ts';

export { createMerchant, type NewMerchant } from './create.ts';
export { settlementNumber } from './model.ts';
export { merchantById, settlementAccountOf, storesOf, type Merchant } from './store.ts';
export { setMerchantStatus } from './set-status.ts';

export const merchantsModule: Module = { name: 'merchants', routes };
