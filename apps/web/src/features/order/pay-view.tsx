import { Button } from 'antd';
import { MoneyText } from '../../parts/figures.tsx';
import { Foot } from '../../parts/foot.tsx';
import { DueChip, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { usePay, type Order } from './queries.ts';
import { words } from './words.ts';

/** What is due, what for, and the way to the bank. */
export function PayView({ order }: { order: Order }) {
  const say = useSay(words);
  const pay = usePay();
  const { id, deposit, payBy } = order;
  return (
    <section className="due" aria-label={say('pay.due')}>
      <p className="quiet">{say('pay.due')}</p>
      <p className="due-amount">
        <MoneyText amount={deposit} />
      </p>
      <p>{say('pay.what')}</p>
      {payBy && (
        <p className="due-by">
          <span className="quiet">{say('pay.by')}</span> <When at={payBy} near />
          <DueChip at={payBy} />
        </p>
      )}
      <Foot problem={pay.problem} note={say('pay.note')}>
        <Button type="primary" loading={pay.isBusy} onClick={() => pay.run({ params: { id } })}>
          {say('pay.button')}
        </Button>
      </Foot>
    </section>
  );
}
