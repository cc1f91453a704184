import type { Tone } from '../../parts/status-tag.tsx';
import type { Contract } from './queries.ts';

export const contractTones: Readonly<Record<Contract['status'], Tone>> = {
  generating: 'waiting',
  pending_sign: 'todo',
  signed: 'done',
  lapsed: 'harm',
  terminated: 'quiet',
};
