import type { Module } from '#platform/module';
import { routes } from './routes.ts';

export { putFile } from './put-file.ts';
export { fileFor, readFile } from './read-file.ts';

export const vaultModule: Module = { name: 'vault', routes };
