import type { Module } from '#platform/module';

export const messagesModule: Module = { name: 'messages' };
