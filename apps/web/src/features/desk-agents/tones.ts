import type { Tone } from '../../parts/status-tag.tsx';
import type { Agent } from './queries.ts';

export const agentTones: Readonly<Record<Agent['status'], Tone>> = {
  active: 'done',
  suspended: 'waiting',
  ended: 'quiet',
};
