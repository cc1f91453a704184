import type { Module } from '#platform/module';

export const agentsModule: Module = { name: 'agents' };
