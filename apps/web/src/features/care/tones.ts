import type { Tone } from '../../parts/status-tag.tsx';
import type { Case, Ticket } from './queries.ts';

export const caseTones: Readonly<Record<Case['status'], Tone>> = {
  reported: 'todo',
  diagnosing: 'todo',
  self_help: 'todo',
  under_review: 'waiting',
  rejected: 'harm',
  approved: 'waiting',
  reinstalling: 'waiting',
  testing: 'todo',
  restored: 'done',
  follow_up: 'done',
  closed: 'quiet',
  terminated: 'harm',
};

export const ticketTones: Readonly<Record<Ticket['status'], Tone>> = {
  new: 'waiting',
  open: 'waiting',
  pending: 'todo',
  on_hold: 'waiting',
  resolved: 'done',
  closed: 'quiet',
};
