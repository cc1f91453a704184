import type { Module } from '#platform/module';
import { routes } from './routes.ts';

export { tell } from './tell.ts';
export { historyOf } from './store.ts';

export const auditModule: Module = { name: 'audit', routes };
