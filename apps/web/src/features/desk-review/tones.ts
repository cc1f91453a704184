import type { Tone } from '../../parts/status-tag.tsx';
import type { Application } from './queries.ts';

/** What a status means to a reviewer. */
export const statusTones: Readonly<Record<Application['status'], Tone>> = {
  draft: 'quiet',
  queued: 'quiet',
  in_review: 'waiting',
  second_review: 'waiting',
  revision_required: 'waiting',
  to_be_signed: 'done',
  finished: 'done',
  declined: 'harm',
  canceled: 'quiet',
  expired: 'quiet',
};

export const outcomeTones: Readonly<Record<Application['checks'][number]['outcome'], Tone>> = {
  pass: 'done',
  warn: 'waiting',
  fail: 'harm',
  running: 'quiet',
};
