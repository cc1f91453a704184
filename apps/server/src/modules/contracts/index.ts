import type { Module } from '#platform/module';
import { chart } from './chart.ts';
import { deadlines, hears, tasks } from './jobs.ts';
import { routes } from './routes.ts';

export const contractsModule: Module = {
  name: 'contracts',
  routes,
  hears,
  deadlines,
  tasks,
  charts: { contract: chart },
};
