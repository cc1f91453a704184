import type { Tone } from '../../parts/status-tag.tsx';
import { isSuccess } from '@kaitong/iso8583';
import type { Machine, Terminal, TerminalMessage } from './queries.ts';

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

/** Money was not moved as asked: harm; the house or the line was at fault: waiting. */
export function toneOfMessage({ outcome, code }: TerminalMessage): Tone {
  if (outcome === 'busy' || outcome === 'silent') return 'waiting';
  if (outcome === 'closed') return 'harm';
  return code === undefined || isSuccess(code) ? 'done' : 'harm';
}

export const macTones: Readonly<Record<TerminalMessage['mac'], Tone>> = {
  right: 'done',
  wrong: 'harm',
  absent: 'quiet',
  unchecked: 'quiet',
};
