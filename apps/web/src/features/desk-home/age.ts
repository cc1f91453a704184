/** How long something has waited, in the unit in which one judges it. */
export type Age = { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export function ageOf(since: Date, now: Date): Age {
  const age_ms = Math.max(0, now.getTime() - since.getTime());
  if (age_ms >= 2 * DAY_MS) return { unit: 'days', count: Math.floor(age_ms / DAY_MS) };
  if (age_ms >= HOUR_MS) return { unit: 'hours', count: Math.floor(age_ms / HOUR_MS) };
  return { unit: 'minutes', count: Math.floor(age_ms / 60_000) };
}

export function oldest(moments: readonly (Date | undefined)[]): Date | undefined {
  return moments
    .filter((at): at is Date => at !== undefined)
    .toSorted((a, b) => a.getTime() - b.getTime())[0];
}
