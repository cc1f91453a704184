import { day as dayFrom, formatMoney } from '@kaitong/values';
import { MoneyText } from '../../parts/figures.tsx';
import { Meter } from '../../parts/meter.tsx';
import { FieldList, Section } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DayText, When } from '../../parts/when.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useDeposits, type Deposit } from './queries.ts';
import { depositTones } from './tones.ts';
import { words } from './words.ts';

/** Every deposit with what is still to be earned; nothing at all where none was asked. */
export function Deposits() {
  const deposits = useDeposits();
  return deposits.rows.map((deposit) => <OneDeposit key={deposit.id} deposit={deposit} />);
}

function OneDeposit({ deposit }: { deposit: Deposit }) {
  const say = useSay(words);
  const word = useWord();
  const lang = useLang();
  const { status, amount, turnover, turnoverNeeded, unmet } = deposit;
  const isCounting = status === 'accumulating' || status === 'extended' || status === 'collected';
  return (
    <Section
      title={say('deposit.title')}
      aside={<StatusTag tone={depositTones[status]}>{word(`deposit.${status}`)}</StatusTag>}
    >
      {turnoverNeeded.minor > 0n && (
        <Meter label={say('deposit.turnover')} part={turnover} whole={turnoverNeeded} />
      )}
      <FieldList
        fields={[
          { label: say('deposit.amount'), value: <MoneyText amount={amount} /> },
          ...useTimes(deposit),
        ]}
      />
      {isCounting && (
        <p className="quiet small">
          {say('deposit.how', { needed: formatMoney(turnoverNeeded, lang) })}
          <br />
          {word(`orders.deposit.unmet.${unmet}`)}
        </p>
      )}
    </Section>
  );
}

function useTimes({ windowDays, windowEnd, refundedAt }: Deposit) {
  const say = useSay(words);
  if (refundedAt) return [{ label: say('deposit.refundedAt'), value: <When at={refundedAt} /> }];
  if (windowEnd)
    return [{ label: say('deposit.until'), value: <DayText on={dayFrom(windowEnd)} /> }];
  return [
    { label: say('deposit.window'), value: say('deposit.window.days', { days: windowDays }) },
  ];
}
