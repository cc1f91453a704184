/**
 * A day of business in Asia/Shanghai. It is text, 'YYYY-MM-DD', so it sorts, prints and travels as
 * itself and no time zone can move it.
 */
import type { Brand } from './brand.ts';

export type Day = Brand<string, 'Day'>;
export type TimeOfDay = `${number}:${number}`;

// China has kept UTC+8 without summer time since 1991, and no business of ours is older.
const OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Reads a day; one that does not exist, such as 2026-02-30, is refused. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  // Some engines roll 02-30 over to 03-02 instead of refusing it.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The day on the wall calendar in Shanghai at this instant. */
export function dayOf(instant: Date): Day {
  return day(new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10));
}

/** The time on the wall clock in Shanghai at this instant, 'HH:MM'. */
export function timeOf(instant: Date): TimeOfDay {
  const wall = new Date(instant.getTime() + OFFSET_MS).toISOString();
  return wall.slice(11, 16) as TimeOfDay;
}

/** The instant at which the wall clock in Shanghai shows this time of this day. */
export function shanghai(on: Day, time: TimeOfDay): Date {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`not a time: ${time}`);
  return new Date(`${on}T${time}:00+08:00`);
}

export function startOfDay(on: Day): Date {
  return shanghai(on, '00:00');
}

export function addDays(from: Day, count: number): Day {
  return dayOf(new Date(startOfDay(from).getTime() + count * DAY_MS));
}

/** How many days lie between: 1 from today to tomorrow. */
export function daysBetween(from: Day, to: Day): number {
  return (startOfDay(to).getTime() - startOfDay(from).getTime()) / DAY_MS;
}
