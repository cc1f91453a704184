import type { Tone } from '../../parts/status-tag.tsx';
import type { Visit } from './queries.ts';

export const visitTones: Readonly<Record<Visit['status'], Tone>> = {
  requested: 'waiting',
  scheduled: 'waiting',
  en_route: 'waiting',
  installing: 'waiting',
  testing: 'todo',
  accepted: 'done',
  merchant_absent: 'harm',
  failed: 'harm',
  canceled: 'quiet',
};
