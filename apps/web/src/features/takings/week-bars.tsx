/** Seven days of takings as bars; a press on one shows its day. */
import { formatMoney, type Day, type Money } from '@kaitong/values';
import { Link } from '@tanstack/react-router';
import { dayText } from '../../parts/when-text.ts';
import { useHearing } from '../../parts/when.tsx';
import { locales } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { heightsOf, neighboursOf } from './week.ts';
import { words } from './words.ts';

export type DayTotal = {
  readonly on: Day;
  readonly amount: Money | undefined;
  readonly count: number | undefined;
};

type WeekParts = {
  readonly totals: readonly DayTotal[];
  readonly chosen: Day;
  readonly today: Day;
};

export function WeekBars({ totals, chosen, today }: WeekParts) {
  const say = useSay(words);
  const heights = heightsOf(totals.map(({ amount }) => amount));
  const { earlier, later } = neighboursOf(chosen, today);
  return (
    <nav className="week" aria-label={say('takings.week')}>
      <Arrow to={earlier} label={say('takings.earlier')} sign="‹" />
      <ol className="week-days">
        {totals.map((total, index) => (
          <li key={total.on}>
            <DayBar total={total} height={heights[index] ?? 0} isChosen={total.on === chosen} />
          </li>
        ))}
      </ol>
      <Arrow to={later} label={say('takings.later')} sign="›" />
    </nav>
  );
}

type BarParts = {
  readonly total: DayTotal;
  readonly height: number;
  readonly isChosen: boolean;
};

function DayBar({ total: { on, amount, count }, height, isChosen }: BarParts) {
  const say = useSay(words);
  const hearing = useHearing();
  const told = amount ? `, ${formatMoney(amount, hearing.lang)}` : '';
  const counted = count ? `, ${say('takings.count', { count })}` : '';
  return (
    <Link
      to="/m/takings"
      search={{ day: on }}
      replace
      resetScroll={false}
      className="week-day"
      activeProps={{}}
      aria-label={`${dayText(on, hearing)}${told}${counted}`}
      {...(isChosen ? { 'aria-current': 'date' as const } : {})}
    >
      <span className="week-bar">
        <span style={{ blockSize: `${height}%` }} />
      </span>
      <span>{weekday(on, hearing.lang)}</span>
      <span className="week-date">{Number(on.slice(8))}</span>
    </Link>
  );
}

function weekday(on: Day, lang: keyof typeof locales): string {
  const narrow = new Intl.DateTimeFormat(locales[lang], { weekday: 'narrow', timeZone: 'UTC' });
  return narrow.format(new Date(`${on}T12:00:00Z`));
}

type ArrowParts = { readonly to: Day | undefined; readonly label: string; readonly sign: string };

function Arrow({ to, label, sign }: ArrowParts) {
  if (!to) return <span className="week-arrow" aria-hidden="true" />;
  return (
    <Link
      to="/m/takings"
      search={{ day: to }}
      replace
      resetScroll={false}
      className="week-arrow"
      activeProps={{}}
      aria-label={label}
    >
      {sign}
    </Link>
  );
}
