import type { Listeners } from '#platform/events';
import { requestVisit } from './request-visit.ts';

export function hears(): Listeners {
  return { 'order.delivered': requestVisit };
}
