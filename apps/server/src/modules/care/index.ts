import type { Module } from '#platform/module';
import { chart } from './chart.ts';
import { deadlines, hears } from './jobs.ts';
import { routes } from './routes.ts';
import { ticketChart } from './ticket-chart.ts';

export const careModule: Module = {
  name: 'care',
  routes,
  hears,
  deadlines,
  charts: { case: chart, ticket: ticketChart },
};
