import { day as dayFrom, shanghai } from '@kaitong/values';
import type { Payout } from './queries.ts';

/** When it arrived, or when the file of its day goes to the bank. */
export function arrivalOf({ paidAt, day }: Pick<Payout, 'paidAt' | 'day'>): Date {
  return paidAt ?? shanghai(dayFrom(day), '09:00');
}
