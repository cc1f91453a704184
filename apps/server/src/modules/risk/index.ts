import type { Module } from '#platform/module';

export const riskModule: Module = { name: 'risk' };
