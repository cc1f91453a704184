import { isZero, money, negate, rate as rateFrom, sum, type Money } from '@kaitong/values';
import { MoneyText, RateText } from '../../parts/figures.tsx';
import { Section } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import type { FeeProof as Proof, PaymentDetail } from './queries.ts';
import { words } from './words.ts';

type ProofParts = { readonly payment: PaymentDetail; readonly proof: Proof };

/** The fee as a sum that anyone can do again. */
export function FeeProof({ payment, proof }: ProofParts) {
  const say = useSay(words);
  const word = useWord();
  const { planName, kind, rate, raw, limit, clamped, fixed, result } = proof;
  return (
    <Section title={say('fee.title')}>
      <p className="fee-sum">
        <MoneyText amount={raw} /> = <RateText rate={rateFrom(rate)} /> ×{' '}
        <MoneyText amount={payment.amount} />
      </p>
      {limit !== 'none' && <SumLine name={say(`fee.${limit}`)} amount={clamped} />}
      {!isZero(fixed) && <SumLine name={say('fee.fixed')} amount={fixed} />}
      {(limit !== 'none' || !isZero(fixed)) && (
        <SumLine name={say('net.fee')} amount={result} isResult />
      )}
      <p className="quiet small">
        {say('fee.plan', { plan: planName, tender: word(`tender.${kind}`) })}
        <br />
        {say('fee.rounding')}
      </p>
    </Section>
  );
}

/** What was taken, less the fee, less what went back, with the fee that came back with it. */
export function NetSum({ payment }: { payment: PaymentDetail }) {
  const say = useSay(words);
  const { amount, fee, refunded, net, refunds } = payment;
  const done = refunds.filter(({ status }) => status === 'succeeded');
  const feeBack = sum([money(0n), ...done.map(({ feeReturned }) => feeReturned)]);
  return (
    <Section title={say('net.title')}>
      <div>
        <SumLine name={say('net.amount')} amount={amount} />
        <SumLine name={say('net.fee')} amount={negate(fee)} />
        {!isZero(refunded) && <SumLine name={say('net.refunded')} amount={negate(refunded)} />}
        {!isZero(feeBack) && <SumLine name={say('net.feeBack')} amount={feeBack} />}
        <SumLine name={say('net.result')} amount={net} isResult />
      </div>
    </Section>
  );
}

type LineParts = {
  readonly name: string;
  readonly amount: Money;
  readonly isResult?: boolean;
};

export function SumLine({ name, amount, isResult = false }: LineParts) {
  return (
    <p className="sum-line" data-result={isResult || undefined}>
      <span>{name}</span>
      <MoneyText amount={amount} />
    </p>
  );
}
