import { MoneyText } from '../../parts/figures.tsx';
import { EmptyState, Page as PageFrame } from '../../parts/page.tsx';
import { Row, RowPages } from '../../parts/rows.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { arrivalOf } from './arrival.ts';
import { MoneyTabs } from './money-tabs.tsx';
import { usePayouts, type Payout } from './queries.ts';
import { payoutTones } from './tones.ts';
import { words } from './words.ts';
import './takings.css';

/** What went to the bank, and when it arrives. */
export function Page() {
  const say = useSay(words);
  return (
    <PageFrame title={say('payouts.title')}>
      <MoneyTabs at="payouts" />
      <p className="quiet">{say('payouts.lead')}</p>
      <RowPages
        label={say('payouts.list')}
        pages={usePayouts()}
        empty={<EmptyState title={say('payouts.none')} text={say('payouts.none.text')} />}
      >
        {(payout) => <PayoutRow key={payout.id} payout={payout} />}
      </RowPages>
    </PageFrame>
  );
}

function PayoutRow({ payout }: { payout: Payout }) {
  const say = useSay(words);
  const word = useWord();
  const { id, amount, status, account } = payout;
  return (
    <Row
      to={`/m/payouts/${id}`}
      title={<MoneyText amount={amount} />}
      hint={
        <>
          <When at={arrivalOf(payout)} near />
          <br />
          {say('payouts.to', { account })}
        </>
      }
      value={<StatusTag tone={payoutTones[status]}>{word(`payout.${status}`)}</StatusTag>}
    />
  );
}
