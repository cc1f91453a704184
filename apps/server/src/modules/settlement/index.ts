import type { Module } from '#platform/module';

export const settlementModule: Module = { name: 'settlement' };
