import type { Module } from '#platform/module';
import { routes } from './routes.ts';

export const journeyModule: Module = { name: 'journey', routes };
