/** How much of a sum is reached: the deposit that comes back with turnover, steps of a list. */
import { formatMoney, type Money } from '@kaitong/values';
import { useLang } from '../words/language.ts';
import { useSay } from '../words/say.ts';
import './meter.css';

type MeterParts = { readonly label: string; readonly part: Money; readonly whole: Money };

export function Meter({ label, part, whole }: MeterParts) {
  const lang = useLang();
  const say = useSay();
  const text = say('meter.of', { part: formatMoney(part, lang), whole: formatMoney(whole, lang) });
  return <Bar label={label} text={text} percent={percentOf(part, whole)} />;
}

type BarParts = { readonly label: string; readonly text: string; readonly percent: number };

export function Bar({ label, text, percent }: BarParts) {
  return (
    <div className="meter">
      <div className="meter-words">
        <span>{label}</span>
        <span className="figures">{text}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuetext={text}
        className="meter-track"
        data-full={percent === 100 || undefined}
      >
        <span style={{ inlineSize: `${percent}%` }} />
      </div>
    </div>
  );
}

/** Whole percents towards zero: 99.9 % is not yet reached. */
function percentOf(part: Money, whole: Money): number {
  if (whole.minor <= 0n) return 0;
  const percent = Number((part.minor * 100n) / whole.minor);
  return Math.max(0, Math.min(100, percent));
}
