import type { Module } from '#platform/module';

export const identityModule: Module = { name: 'identity' };
