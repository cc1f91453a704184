import type { Tone } from '../../parts/status-tag.tsx';
import type { Machine, Terminal } from './queries.ts';

export const terminalTones: Readonly<Record<Terminal['status'], Tone>> = {
  in_stock: 'quiet',
  allocated: 'waiting',
  delivered: 'waiting',
  bound: 'waiting',
  key_loaded: 'waiting',
  activated: 'waiting',
  self_tested: 'waiting',
  in_service: 'done',
  suspended: 'harm',
  unbound: 'todo',
  recovered: 'quiet',
  scrapped: 'quiet',
};

export const fleetTones: Readonly<Record<Machine['state'], Tone>> = {
  online: 'done',
  quiet: 'waiting',
  suspended: 'harm',
  neverSeen: 'quiet',
};
