import type { Module } from '#platform/module';
import { chart } from './chart.ts';
import { startLimits } from './limits.ts';
import { routes } from './routes.ts';
import { insertNewcomer } from './store.ts';

export { checkLimits, releaseLimits } from './limits.ts';
export { watchApproved, watchDeclined } from './watch.ts';

export const riskModule: Module = {
  name: 'risk',
  routes,
  hears: () => ({
    'application.approved': async (tx, ask, { merchantId }) => startLimits(tx, ask, merchantId),
    'terminal.inService': async (tx, ask, { merchantId, terminalId }) =>
      insertNewcomer(tx, {
        merchant_id: merchantId,
        terminal_id: terminalId,
        in_service_at: ask.now,
      }),
  }),
  charts: { alert: chart },
};
