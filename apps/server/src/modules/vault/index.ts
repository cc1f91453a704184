import type { Module } from '#platform/module';

export const vaultModule: Module = { name: 'vault' };
