import type { Module } from '#platform/module';
import { routes } from './routes.ts';

export { putFile, type NewFile, type PutFile } from './put-file.ts';
export { fileFor, readFile, type OpenedFile } from './read-file.ts';

export const vaultModule: Module = { name: 'vault', routes };
