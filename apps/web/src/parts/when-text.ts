/** How moments, days and terms are said. Pure: the hour it is now is an argument. */
import { addDays, dayOf, daysBetween, shanghai, type Day, type Lang } from '@kaitong/values';
import type { Say } from '../words/say.ts';
import { locales } from '../words/language.ts';
import type { HouseKey } from '../words/zh-Hans.ts';

export type Hearing = { readonly lang: Lang; readonly say: Say<HouseKey>; readonly now: Date };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const zone = { timeZone: 'Asia/Shanghai' } as const;
const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const date = { month: 'short', day: 'numeric', weekday: 'short' } as const;

/** '11月23日周一 17:30', the year only when it is another. */
export function momentText(at: Date, hearing: Hearing): string {
  return `${dayText(dayOf(at), hearing)} ${written(at, hearing.lang, time)}`;
}

/** '11月23日周一'. */
export function dayText(on: Day, { lang, now }: Hearing): string {
  const isThisYear = on.slice(0, 4) === dayOf(now).slice(0, 4);
  return written(shanghai(on, '12:00'), lang, isThisYear ? date : { ...date, year: 'numeric' });
}

/** 'today 17:30', 'tomorrow 09:00', else the moment in full. */
export function nearText(at: Date, hearing: Hearing): string {
  const { say, lang, now } = hearing;
  const today = dayOf(now);
  const day = dayOf(at);
  const near = { [today]: 'when.today', [addDays(today, 1)]: 'when.tomorrow' } as const;
  const key = day === addDays(today, -1) ? 'when.yesterday' : near[day];
  return key ? `${say(key)} ${written(at, lang, time)}` : momentText(at, hearing);
}

/** How much of a term is left, in the unit in which one still decides; or how late it is. */
export function leftText(due: Date, { say, now }: Hearing): string {
  const left_ms = due.getTime() - now.getTime();
  const size_ms = Math.abs(left_ms);
  if (size_ms < MINUTE_MS) return say('when.now');
  const way = left_ms > 0 ? 'left' : 'overdue';
  if (size_ms < HOUR_MS)
    return say(`when.${way}.minutes`, { count: Math.floor(size_ms / MINUTE_MS) });
  if (size_ms < DAY_MS) return say(`when.${way}.hours`, { count: Math.floor(size_ms / HOUR_MS) });
  return say(`when.${way}.days`, { count: Math.abs(daysBetween(dayOf(now), dayOf(due))) });
}

function written(at: Date, lang: Lang, how: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[lang], { ...zone, ...how }).format(at);
}
