import type { Module } from '#platform/module';

export const fleetModule: Module = { name: 'fleet' };
