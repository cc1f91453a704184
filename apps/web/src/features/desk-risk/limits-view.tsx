/** How much a merchant may take, how much of it is used, and how it came to that. */
import { day } from '@kaitong/values';
import { useAddress } from '../../parts/desk/address.ts';
import { Grid, IdText, Part } from '../../parts/desk/detail.tsx';
import { Filters } from '../../parts/desk/filters.tsx';
import { ChooseMerchant, MerchantName } from '../../parts/desk/names.tsx';
import { deskWords } from '../../parts/desk/words.ts';
import { MoneyText } from '../../parts/figures.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Bar, Meter } from '../../parts/meter.tsx';
import { EmptyState, FieldList } from '../../parts/page.tsx';
import { DayText } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { ChangeLimits } from './change-limits.tsx';
import { useLimits, type Limits, type LimitRow } from './queries.ts';
import { words } from './words.ts';

export function LimitsView() {
  const say = useSay(words);
  const sayDesk = useSay(deskWords);
  const merchantId = useAddress().text('merchant');
  return (
    <div className="desk-list">
      <Filters names={['merchant']}>
        <ChooseMerchant />
      </Filters>
      {merchantId === undefined ? (
        <EmptyState title={sayDesk('list.choose')} text={say('limits.empty')} />
      ) : (
        <OfMerchant key={merchantId} merchantId={merchantId} />
      )}
    </div>
  );
}

function OfMerchant({ merchantId }: { merchantId: string }) {
  return (
    <Loaded query={useLimits(merchantId)} lines={8}>
      {(limits) => (
        <div className="limits">
          <h2>
            <MerchantName id={merchantId} />
          </h2>
          <Used limits={limits} />
          <InForce limits={limits} />
          <ChangeLimits limits={limits} />
          <History rows={limits.history} />
        </div>
      )}
    </Loaded>
  );
}

type LimitsParts = { readonly limits: Limits };

function Used({ limits }: LimitsParts) {
  const say = useSay(words);
  const { usedToday, daily, usedThisMonth, monthly, countToday, dailyCount } = limits;
  return (
    <div className="limits-used">
      <Meter label={say('used.today')} part={usedToday} whole={daily} />
      <Meter label={say('used.month')} part={usedThisMonth} whole={monthly} />
      <Bar
        label={say('used.count')}
        text={say('meter.of', { part: countToday, whole: dailyCount })}
        percent={Math.min(100, Math.floor((countToday * 100) / Math.max(1, dailyCount)))}
      />
    </div>
  );
}

function InForce({ limits }: LimitsParts) {
  const say = useSay(words);
  const word = useWord();
  const { creditDaily, creditMonthly } = limits;
  return (
    <FieldList
      fields={[
        { label: say('limit.tier'), value: word(`risk.tier.${limits.tier}`) },
        { label: say('limit.single'), value: <MoneyText amount={limits.single} /> },
        { label: say('limit.daily'), value: <MoneyText amount={limits.daily} /> },
        { label: say('limit.monthly'), value: <MoneyText amount={limits.monthly} /> },
        { label: say('limit.dailyCount'), value: limits.dailyCount },
        ...(creditDaily
          ? [{ label: say('limit.creditDaily'), value: <MoneyText amount={creditDaily} /> }]
          : []),
        ...(creditMonthly
          ? [{ label: say('limit.creditMonthly'), value: <MoneyText amount={creditMonthly} /> }]
          : []),
        { label: say('limit.validFrom'), value: <DayText on={day(limits.validFrom)} /> },
        { label: say('limit.source'), value: <Source row={limits} /> },
      ]}
    />
  );
}

/** The house's own starting figures need no quotation; what a person set, in that person's words. */
function Source({ row: { setBy, source } }: { row: Pick<LimitRow, 'setBy' | 'source'> }) {
  const say = useSay(words);
  return setBy === 'house' ? say('source.house') : source;
}

function History({ rows }: { rows: readonly LimitRow[] }) {
  const say = useSay(words);
  if (rows.length === 0) return null;
  return (
    <Part title={say('history.title')}>
      <Grid
        label={say('history.title')}
        rows={rows}
        keyOf={({ validFrom, setBy, single, daily, monthly }) =>
          [validFrom, setBy, single.minor, daily.minor, monthly.minor].join(' ')
        }
        columns={[
          {
            title: say('limit.validFrom'),
            render: ({ validFrom }) => <DayText on={day(validFrom)} />,
          },
          {
            title: say('limit.single'),
            isRight: true,
            render: ({ single }) => <MoneyText amount={single} />,
          },
          {
            title: say('limit.daily'),
            isRight: true,
            render: ({ daily }) => <MoneyText amount={daily} />,
          },
          {
            title: say('limit.monthly'),
            isRight: true,
            render: ({ monthly }) => <MoneyText amount={monthly} />,
          },
          {
            title: say('limit.dailyCount'),
            isRight: true,
            render: ({ dailyCount }) => dailyCount,
          },
          { title: say('limit.source'), render: (row) => <Source row={row} /> },
          {
            title: say('history.by'),
            render: ({ setBy }) =>
              setBy === 'house' ? say('history.house') : <IdText id={setBy.replace('user:', '')} />,
          },
        ]}
      />
    </Part>
  );
}
