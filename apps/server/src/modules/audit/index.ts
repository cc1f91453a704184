import type { Module } from '#platform/module';

export const auditModule: Module = { name: 'audit' };
