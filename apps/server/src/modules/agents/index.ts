import type { Module } from '#platform/module';
import { chart } from './chart.ts';
import { routes } from './routes.ts';
import { seed } from './seed.ts';

export { activeAgent } from './active.ts';

export const agentsModule: Module = { name: 'agents', routes, seed, charts: { agent: chart } };
