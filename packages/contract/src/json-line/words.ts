import type { WordTable } from '../say.ts';

export const words = {} as const satisfies WordTable;
