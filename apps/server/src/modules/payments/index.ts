import type { Module } from '#platform/module';

export const paymentsModule: Module = { name: 'payments' };
