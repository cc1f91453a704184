import type { Day } from '@kaitong/values';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useNow } from '../../clock.ts';
import { MoneyText } from '../../parts/figures.tsx';
import { EmptyState, Page as PageFrame, Section } from '../../parts/page.tsx';
import { RowPages } from '../../parts/rows.tsx';
import { DayText } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { MoneyTabs } from './money-tabs.tsx';
import { PaymentRow } from './payment-row.tsx';
import { useAllPayments, useDayPayments, useDayTotals, useFreshList } from './queries.ts';
import { soughtStatuses } from './tones.ts';
import { businessDayOf, chosenDay, weekOf } from './week.ts';
import { WeekBars, type DayTotal } from './week-bars.tsx';
import { words } from './words.ts';
import './takings.css';

/** What came in: a day at a glance, or every record with its result. */
export function Page() {
  const say = useSay(words);
  const search: Record<string, unknown> = useSearch({ strict: false });
  return (
    <PageFrame title={say('takings.title')}>
      <MoneyTabs at="takings" />
      {search['view'] === 'all' ? (
        <AllRecords asked={search['status']} />
      ) : (
        <DayView asked={search['day']} />
      )}
    </PageFrame>
  );
}

function DayView({ asked }: { asked: unknown }) {
  const say = useSay(words);
  const today = businessDayOf(useNow());
  const chosen = chosenDay(asked, today);
  const days = weekOf(chosen, today);
  const answers = useDayTotals(days, today);
  const totals = days.map((on, index) => ({
    on,
    amount: answers[index]?.data?.approved,
    count: answers[index]?.data?.approvedCount,
  }));
  const total = totals.find(({ on }) => on === chosen);
  useFreshList(total?.count);
  return (
    <>
      <DayTotalText on={chosen} total={total} />
      <WeekBars totals={totals} chosen={chosen} today={today} />
      <Section
        title={say('takings.each')}
        aside={
          <Link to="/m/takings" search={{ view: 'all' }} activeProps={{}}>
            {say('takings.all')}
          </Link>
        }
      >
        <DayList on={chosen} isToday={chosen === today} />
      </Section>
      <p className="quiet small">{say('takings.dayRule')}</p>
    </>
  );
}

/** Nothing is said of a sum that has not come yet: ¥0.00 would be a lie. */
function DayTotalText({ on, total }: { on: Day; total: DayTotal | undefined }) {
  const say = useSay(words);
  const { amount, count } = total ?? {};
  return (
    <div className="day-total" role="status">
      <p className="quiet">
        <DayText on={on} />
      </p>
      <p className="day-sum" data-waits={amount ? undefined : true}>
        {amount && <MoneyText amount={amount} />}
      </p>
      <p className="quiet">{count === undefined ? ' ' : say('takings.count', { count })}</p>
    </div>
  );
}

type DayListParts = { readonly on: Day; readonly isToday: boolean };

function DayList({ on, isToday }: DayListParts) {
  const say = useSay(words);
  return (
    <RowPages
      label={say('takings.list')}
      pages={useDayPayments(on)}
      empty={
        isToday ? (
          <EmptyState title={say('takings.none')} text={say('takings.none.text')} />
        ) : (
          <EmptyState title={say('takings.none.day')} text={say('takings.none.day.text')} />
        )
      }
    >
      {(payment) => <PaymentRow key={payment.id} payment={payment} isOfDay />}
    </RowPages>
  );
}

function AllRecords({ asked }: { asked: unknown }) {
  const say = useSay(words);
  const word = useWord();
  const navigate = useNavigate();
  const status = soughtStatuses.find((each) => each === asked);
  return (
    <Section
      title={say('takings.all')}
      aside={
        <Link to="/m/takings" activeProps={{}}>
          {say('takings.byDay')}
        </Link>
      }
    >
      <Select
        aria-label={say('takings.status')}
        value={status ?? ''}
        options={[
          { value: '', label: say('takings.anyStatus') },
          ...soughtStatuses.map((value) => ({ value, label: word(`payment.${value}`) })),
        ]}
        onChange={(value) =>
          void navigate({
            to: '/m/takings',
            search: { view: 'all', ...(value === '' ? {} : { status: value }) },
            replace: true,
          })
        }
      />
      <RowPages
        label={say('takings.list')}
        pages={useAllPayments(status)}
        empty={
          <EmptyState
            title={say('takings.none')}
            text={say(status ? 'takings.none.status.text' : 'takings.none.text')}
          />
        }
      >
        {(payment) => <PaymentRow key={payment.id} payment={payment} />}
      </RowPages>
    </Section>
  );
}
