import type { Module } from '#platform/module';

export const careModule: Module = { name: 'care' };
