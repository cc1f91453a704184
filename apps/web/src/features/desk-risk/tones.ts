/** What each status means to who watches over the trade. */
import type { Tone } from '../../parts/status-tag.tsx';
import type { Alert } from './queries.ts';

export const alertTones: Readonly<Record<Alert['status'], Tone>> = {
  triggered: 'todo',
  confirmed: 'harm',
  dismissed: 'quiet',
};

export const severityTones: Readonly<Record<Alert['severity'], Tone>> = {
  high: 'harm',
  medium: 'waiting',
  low: 'quiet',
};
