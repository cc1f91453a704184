import type { Module } from '#platform/module';

export const gatewayModule: Module = { name: 'gateway' };
