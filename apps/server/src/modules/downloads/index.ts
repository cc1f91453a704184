import type { Module } from '#platform/module';
import { routes } from './routes.ts';
import { seed } from './seed.ts';

export { ASK_FOR, type TableRows } from './model.ts';
export { tableOf } from './read-table.ts';

export const downloadsModule: Module = { name: 'downloads', routes, seed };
