import type { Module } from '#platform/module';

export const terminalsModule: Module = { name: 'terminals' };
