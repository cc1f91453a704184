/** Whether the terminal may take one more transaction now, and how full its memory is. */
import { KINDS } from './kinds.ts';
import type { TransactionKind } from './kinds.ts';
import { operatorObstacle } from './operators.ts';
import type { RefusedReason } from './result.ts';
import { DEFAULT_PARAMETERS } from './state.ts';
import type { Held } from './state.ts';

/** F48 of a settlement counts to 999 on each side. */
const ENTRIES_MAX = 999;
const NEARLY_FULL = 0.8;

export type Memory = {
  readonly used: number;
  readonly max: number;
  /** From 80 % on: time to settle. */
  readonly isNearlyFull: boolean;
};

export function memoryOf(held: Held | undefined): Memory {
  const { logEntriesMax: max } = held?.state.installed.parameters ?? DEFAULT_PARAMETERS;
  const used = held?.state.log.length ?? 0;
  return { used, max, isNearlyFull: used >= max * NEARLY_FULL };
}

/** Why no payment can be made now, whatever its amount and card. */
export function obstacle(held: Held, kind: TransactionKind | 'balance'): RefusedReason | undefined {
  const { state } = held;
  const operator = operatorObstacle(held);
  if (operator !== undefined) return operator;
  if (state.keys === undefined) return 'notSignedIn';
  if (state.settling !== undefined) return 'settlementOpen';
  return kind === 'balance' || hasRoom(held, kind) ? undefined : 'batchFull';
}

/** What takes back is still taken when the memory is full for what is new. */
function hasRoom(held: Held, kind: TransactionKind): boolean {
  const { used, max } = memoryOf(held);
  return used < (KINDS[kind].givesBack ? ENTRIES_MAX : Math.min(max, ENTRIES_MAX));
}
