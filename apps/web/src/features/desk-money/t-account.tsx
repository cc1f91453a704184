/** A journal as a bookkeeper draws it: debits on the left, credits on the right, both sums below. */
import { money, sum } from '@kaitong/values';
import { MoneyText } from '../../parts/figures.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import type { Journal } from './queries.ts';
import { words } from './words.ts';

type Postings = Journal['postings'];

export function TAccount({ postings }: { postings: Postings }) {
  return (
    <div className="t-account">
      <Side side="debit" postings={postings} />
      <Side side="credit" postings={postings} />
    </div>
  );
}

function Side({ side, postings }: { side: 'debit' | 'credit'; postings: Postings }) {
  const say = useSay(words);
  const word = useWord();
  const mine = postings.filter((posting) => posting.side === side);
  const total = mine.length === 0 ? money(0n) : sum(mine.map(({ amount }) => amount));
  return (
    <section className="t-side" aria-label={say(`side.${side}`)}>
      <h3>{say(`side.${side}`)}</h3>
      <ul>
        {mine.map(({ code, layer, amount }, index) => (
          <li key={`${code} ${layer} ${index}`}>
            <span>
              <span className="figures quiet">{code}</span> {word(`ledger.account.${code}`)}
              {layer === 1 && <span className="quiet"> {say('accounts.held')}</span>}
            </span>
            <MoneyText amount={amount} />
          </li>
        ))}
      </ul>
      <p className="t-total">
        <span>{say('t.total')}</span>
        <MoneyText amount={total} />
      </p>
    </section>
  );
}
