import type { Module } from '#platform/module';

export const journeyModule: Module = { name: 'journey' };
