import type { Module } from '#platform/module';

export const ordersModule: Module = { name: 'orders' };
