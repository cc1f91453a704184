import type { Tone } from '../../parts/status-tag.tsx';
import type { Terminal } from './queries.ts';

export const terminalTones: Readonly<Record<Terminal['status'], Tone>> = {
  in_stock: 'quiet',
  allocated: 'waiting',
  delivered: 'todo',
  bound: 'waiting',
  key_loaded: 'waiting',
  activated: 'todo',
  self_tested: 'waiting',
  in_service: 'done',
  suspended: 'harm',
  unbound: 'quiet',
  recovered: 'quiet',
  scrapped: 'quiet',
};

/** Those that stand in the store, or will. */
export function isPresent(status: Terminal['status']): boolean {
  return status !== 'unbound' && status !== 'recovered' && status !== 'scrapped';
}
