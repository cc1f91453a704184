import type { Module } from '#platform/module';
import { depositChart, orderChart } from './chart.ts';
import { deadlines, hears, tasks } from './jobs.ts';
import { routes } from './routes.ts';

export const ordersModule: Module = {
  name: 'orders',
  routes,
  hears,
  deadlines,
  tasks,
  charts: { order: orderChart, deposit: depositChart },
};
