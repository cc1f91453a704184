import type { Module } from '#platform/module';
import { hears } from './jobs.ts';
import { routes } from './routes.ts';

export { keepStatus } from './keep-status.ts';
export type { TerminalStatus } from './model.ts';
export { seen } from './seen.ts';

export const fleetModule: Module = { name: 'fleet', routes, hears };
