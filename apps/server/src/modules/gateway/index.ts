import type { Module } from '#platform/module';
import { routes } from './routes.ts';
import { startLine } from './start-line.ts';

export const gatewayModule: Module = { name: 'gateway', routes, start: startLine };
