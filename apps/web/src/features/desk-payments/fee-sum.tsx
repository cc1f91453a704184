/** A fee as a sum that anybody can do again: ¥38.00 = 0.38 % × ¥10,000.00. */
import { isZero, rate } from '@kaitong/values';
import { Part } from '../../parts/desk/detail.tsx';
import { MoneyText, RateText } from '../../parts/figures.tsx';
import { useSay } from '../../words/say.ts';
import type { FeeProof, Payment } from './queries.ts';
import { words } from './words.ts';

export function FeeSum({ payment, proof }: { payment: Payment; proof: FeeProof }) {
  const say = useSay(words);
  const { raw, limit, clamped, fixed, result } = proof;
  const isPlain = limit === 'none' && isZero(fixed);
  const product = (
    <>
      <RateText rate={rate(proof.rate)} /> × <MoneyText amount={payment.amount} />
    </>
  );
  return (
    <Part title={say('fee.title')} aside={<span className="quiet">{proof.planName}</span>}>
      <p className="fee-sum">
        <strong>
          <MoneyText amount={result} />
        </strong>
        {isPlain && <> = {product}</>}
      </p>
      {!isPlain && (
        <ul className="fee-steps">
          <li>
            {product} = <MoneyText amount={raw} />
          </li>
          {limit !== 'none' && (
            <li>
              {say(`fee.${limit}`)} <MoneyText amount={clamped} />
            </li>
          )}
          {!isZero(fixed) && (
            <li>
              {say('fee.fixed')} <MoneyText amount={fixed} />
            </li>
          )}
        </ul>
      )}
      <p className="quiet">{say('fee.rounding', { means: say(`means.${proof.kind}`) })}</p>
    </Part>
  );
}
