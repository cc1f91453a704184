import type { Module } from '#platform/module';

export const merchantsModule: Module = { name: 'merchants' };
