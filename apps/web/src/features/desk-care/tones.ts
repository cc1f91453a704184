/** What each status means to who has the case or the ticket on the desk. */
import type { Tone } from '../../parts/status-tag.tsx';
import type { Case, Ticket } from './queries.ts';

export const caseTones: Readonly<Record<Case['status'], Tone>> = {
  reported: 'todo',
  diagnosing: 'waiting',
  self_help: 'waiting',
  under_review: 'todo',
  rejected: 'harm',
  approved: 'waiting',
  reinstalling: 'waiting',
  testing: 'waiting',
  restored: 'todo',
  follow_up: 'todo',
  closed: 'done',
  terminated: 'quiet',
};

export const ticketTones: Readonly<Record<Ticket['status'], Tone>> = {
  new: 'todo',
  open: 'todo',
  pending: 'waiting',
  on_hold: 'waiting',
  resolved: 'done',
  closed: 'quiet',
};

export const priorityTones: Readonly<Record<Ticket['priority'], Tone>> = {
  p1: 'harm',
  p2: 'waiting',
  p3: 'quiet',
};
