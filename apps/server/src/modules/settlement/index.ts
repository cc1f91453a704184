import type { Module } from '#platform/module';
import { clearingChart, payoutChart } from './chart.ts';
import { beginDays } from './cut-off.ts';
import { deadlines, tasks } from './jobs.ts';
import { routes } from './routes.ts';

export { writeClearingFile, type ClearingLine } from './clearing-file.ts';

export const settlementModule: Module = {
  name: 'settlement',
  routes,
  deadlines,
  tasks,
  charts: { payout: payoutChart, clearing: clearingChart },
  start: async (services) => {
    await beginDays(services);
    return undefined;
  },
};
