import type { Refusals } from '../refusal.ts';

export const refusals = {} as const satisfies Refusals;
