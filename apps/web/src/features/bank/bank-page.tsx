/**
 * The bank of the sandbox, where the payer says yes or no. It looks unlike the house on purpose, so
 * that nobody takes it for ours, and says on every screen that no money moves.
 */
import type { ReplyOf, api } from '@kaitong/contract';
import { money } from '@kaitong/values';
import { useParams } from '@tanstack/react-router';
import { MoneyText } from '../../parts/figures.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { ErrorNotice } from '../../parts/notice.tsx';
import { useSay } from '../../words/say.ts';
import { useCollection, useDecide } from './queries.ts';
import { words } from './words.ts';
import './bank.css';

type Collection = ReplyOf<typeof api.sandbox.readCollection>;

export function Page() {
  const say = useSay(words);
  const { id = '' } = useParams({ strict: false });
  return (
    <article className="bank">
      <header className="bank-head">
        <BankMark />
        <div>
          <p className="bank-name">{say('bank.name')}</p>
          <p className="bank-warning">{say('bank.warning')}</p>
        </div>
      </header>
      <Loaded query={useCollection(id)}>
        {(collection) => <Payment collection={collection} />}
      </Loaded>
    </article>
  );
}

function BankMark() {
  return (
    <svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
      <path d="M20 4 36 13H4zM8 17v14m8-14v14m8-14v14m8-14v14M4 35h32" />
    </svg>
  );
}

function Payment({ collection }: { collection: Collection }) {
  const say = useSay(words);
  const { amountMinor, payer, text, status } = collection;
  return (
    <>
      <h1>{say('bank.title')}</h1>
      <p className="bank-amount">
        <MoneyText amount={money(BigInt(amountMinor))} />
      </p>
      <dl className="bank-facts">
        <div>
          <dt>{say('bank.payee')}</dt>
          <dd>{say('bank.payee.name')}</dd>
        </div>
        <div>
          <dt>{say('bank.payer')}</dt>
          <dd>{payer}</dd>
        </div>
        <div>
          <dt>{say('bank.text')}</dt>
          <dd>{text}</dd>
        </div>
      </dl>
      {status === 'waiting' ? <Decide id={collection.id} /> : <Decided status={status} />}
    </>
  );
}

function Decide({ id }: { id: string }) {
  const say = useSay(words);
  const decide = useDecide();
  const answer = (outcome: 'paid' | 'failed') => decide.run({ params: { id }, body: { outcome } });
  return (
    <>
      <ErrorNotice problem={decide.problem} />
      <div className="bank-ways">
        <button
          type="button"
          className="bank-pay"
          disabled={decide.isBusy}
          onClick={() => answer('paid')}
        >
          {say('bank.pay')}
        </button>
        <button
          type="button"
          className="bank-refuse"
          disabled={decide.isBusy}
          onClick={() => answer('failed')}
        >
          {say('bank.refuse')}
        </button>
      </div>
    </>
  );
}

function Decided({ status }: { status: 'paid' | 'failed' }) {
  const say = useSay(words);
  return (
    <>
      <p role="status" className="bank-done" data-status={status}>
        {say(`bank.${status}`)}
      </p>
      <a className="bank-pay" href="/m/orders">
        {say('bank.back')}
      </a>
    </>
  );
}
