import { formatMoney } from '@kaitong/values';
import { MoneyText } from '../../parts/figures.tsx';
import { Section } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import type { Refund } from './queries.ts';
import { refundTones } from './tones.ts';
import { words } from './words.ts';

/** What went back to the customer, and what of the fee came back with it. */
export function Refunds({ refunds }: { refunds: readonly Refund[] }) {
  const say = useSay(words);
  const word = useWord();
  const lang = useLang();
  return (
    <Section title={say('refunds.title')}>
      <ul className="refunds">
        {refunds.map(({ id, kind, status, amount, feeReturned, at }) => (
          <li key={id}>
            <span className="refund-text">
              <span>{word(`payments.kind.${kind}`)}</span>
              <span className="quiet small">
                <When at={at} near />
                {feeReturned.minor > 0n &&
                  ` · ${say('refunds.feeBack', { amount: formatMoney(feeReturned, lang) })}`}
              </span>
            </span>
            <span className="refund-value">
              <MoneyText amount={amount} />
              <StatusTag tone={refundTones[status]}>{word(`refund.${status}`)}</StatusTag>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
