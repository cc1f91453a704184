import type { Module } from '#platform/module';
import { routes } from './routes.ts';

export const jsonLineModule: Module = { name: 'json-line', routes };
