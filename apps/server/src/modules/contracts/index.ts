import type { Module } from '#platform/module';

export const contractsModule: Module = { name: 'contracts' };
