import type { Module } from '#platform/module';
import { chart } from './chart.ts';
import { hears } from './jobs.ts';
import { routes } from './routes.ts';
import { trainingChart } from './training-chart.ts';

export const visitsModule: Module = {
  name: 'visits',
  routes,
  hears,
  charts: { visit: chart, training: trainingChart },
};
