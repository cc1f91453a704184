import { isDay } from '@kaitong/values';
import { Meter } from '../../parts/meter.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { Section } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DayText } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useDepositOf, type Deposit } from './queries.ts';
import { depositTones } from './tones.ts';
import { words } from './words.ts';

/** How far the deposit is on its way back, and what counts for it. */
export function DepositView({ orderId }: { orderId: string }) {
  const say = useSay(words);
  const word = useWord();
  const deposit = useDepositOf(orderId);
  if (!deposit || deposit.amount.minor === 0n) return null;
  const { status, amount, turnover, turnoverNeeded } = deposit;
  return (
    <Section
      title={say('deposit.title')}
      aside={<StatusTag tone={depositTones[status]}>{word(`deposit.${status}`)}</StatusTag>}
    >
      <p className="due-amount">
        <MoneyText amount={amount} />
      </p>
      <Meter label={say('deposit.meter')} part={turnover} whole={turnoverNeeded} />
      <Window deposit={deposit} />
      <ul className="counts">
        <li>{say('deposit.counts')}</li>
        <li>{say('deposit.countsNot')}</li>
        <li>{word(`orders.deposit.unmet.${deposit.unmet}`)}</li>
      </ul>
    </Section>
  );
}

function Window({ deposit }: { deposit: Deposit }) {
  const say = useSay(words);
  const { windowEnd, windowDays } = deposit;
  if (windowEnd === undefined || !isDay(windowEnd))
    return <p className="quiet">{say('deposit.notYet', { days: windowDays })}</p>;
  return (
    <p>
      {say('deposit.until')} <DayText on={windowEnd} />
    </p>
  );
}
