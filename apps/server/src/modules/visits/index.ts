import type { Module } from '#platform/module';

export const visitsModule: Module = { name: 'visits' };
