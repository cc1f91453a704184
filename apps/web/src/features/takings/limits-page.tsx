import { day as dayFrom } from '@kaitong/values';
import { ButtonLink } from '../../parts/button-link.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Bar, Meter } from '../../parts/meter.tsx';
import { EmptyState, FieldList, Page as PageFrame, Section } from '../../parts/page.tsx';
import { DayText } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { Deposits } from './deposits.tsx';
import { MoneyTabs } from './money-tabs.tsx';
import { useLimits, useMerchantIds, type Limits } from './queries.ts';
import { words } from './words.ts';
import './takings.css';

/** What may still be taken, and how far the deposit is on its way back. */
export function Page() {
  const say = useSay(words);
  const merchantIds = useMerchantIds();
  return (
    <PageFrame title={say('limits.title')}>
      <MoneyTabs at="limits" />
      {merchantIds.length === 0 && (
        <EmptyState title={say('limits.none')} text={say('limits.none.text')} />
      )}
      {merchantIds.map((id) => (
        <MerchantLimits key={id} merchantId={id} />
      ))}
      <Deposits />
    </PageFrame>
  );
}

function MerchantLimits({ merchantId }: { merchantId: string }) {
  return (
    <Loaded query={useLimits(merchantId)} lines={6}>
      {(limits) => <Used limits={limits} />}
    </Loaded>
  );
}

function Used({ limits }: { limits: Limits }) {
  const say = useSay(words);
  const { usedToday, daily, usedThisMonth, monthly, countToday, dailyCount } = limits;
  const subject = encodeURIComponent(say('limits.ask.subject'));
  return (
    <Section title={say('limits.used')}>
      <div className="limits">
        <Meter label={say('limits.today')} part={usedToday} whole={daily} />
        <Meter label={say('limits.month')} part={usedThisMonth} whole={monthly} />
        <Bar
          label={say('limits.count')}
          text={say('limits.count.of', { part: countToday, whole: dailyCount })}
          percent={Math.min(100, Math.floor((countToday * 100) / dailyCount))}
        />
      </div>
      <FieldList fields={useFacts(limits)} />
      <p className="quiet small">{say('limits.more')}</p>
      <ButtonLink to={`/m/tickets/new?category=account&subject=${subject}`} isQuiet>
        {say('limits.ask')}
      </ButtonLink>
    </Section>
  );
}

function useFacts({ single, creditDaily, creditMonthly, validFrom, tier }: Limits) {
  const say = useSay(words);
  const word = useWord();
  const facts = [
    { label: say('limits.single'), value: <MoneyText amount={single} /> },
    creditDaily && { label: say('limits.creditDaily'), value: <MoneyText amount={creditDaily} /> },
    creditMonthly && {
      label: say('limits.creditMonthly'),
      value: <MoneyText amount={creditMonthly} />,
    },
    { label: say('limits.validFrom'), value: <DayText on={dayFrom(validFrom)} /> },
    { label: say('limits.tier'), value: word(`risk.tier.${tier}`) },
  ];
  return facts.filter((fact) => fact !== undefined);
}
