import type { Tone } from '../../parts/status-tag.tsx';
import type { Training, Visit } from './queries.ts';

/** What a visit means to the technician: a free or running one is theirs to do. */
export const visitTones: Readonly<Record<Visit['status'], Tone>> = {
  requested: 'todo',
  scheduled: 'waiting',
  en_route: 'todo',
  installing: 'todo',
  testing: 'waiting',
  accepted: 'done',
  merchant_absent: 'harm',
  failed: 'harm',
  canceled: 'quiet',
};

export const trainingTones: Readonly<Record<Training['status'], Tone>> = {
  assigned: 'quiet',
  in_progress: 'waiting',
  quiz: 'waiting',
  passed: 'done',
  failed: 'harm',
  waived: 'done',
};
