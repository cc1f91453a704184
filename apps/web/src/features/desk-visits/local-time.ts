/** A moment in Shanghai as a field of the browser writes it, `2026-11-24T09:00`, and back. */
import { dayOf, isDay, shanghai, timeOf, type TimeOfDay } from '@kaitong/values';

export function toLocal(at: Date): string {
  return `${dayOf(at)}T${timeOf(at)}`;
}

/** Nothing for what is not a whole minute. */
export function fromLocal(text: string): Date | undefined {
  const [on = '', time = ''] = text.split('T');
  return isDay(on) && /^\d{2}:\d{2}$/.test(time) ? shanghai(on, time as TimeOfDay) : undefined;
}
