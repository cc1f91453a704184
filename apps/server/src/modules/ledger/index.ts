import type { Module } from '#platform/module';

export const ledgerModule: Module = { name: 'ledger' };
