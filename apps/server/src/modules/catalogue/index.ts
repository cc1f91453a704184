import type { Module } from '#platform/module';

export const catalogueModule: Module = { name: 'catalogue' };
