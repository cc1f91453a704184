/** What came out of the printer: kept as it was printed, in the language of that moment. */
import { slipText, type Slip } from '@kaitong/terminal';
import { money, toDecimal, type Lang } from '@kaitong/values';

export type KeptSlip = {
  readonly id: string;
  readonly type: string;
  /** As printed, line by line. */
  readonly text: string;
  /** For a list: what a person calls it by. */
  readonly trace?: string;
  readonly amount?: string;
  /** What a refund asks for. */
  readonly rrn?: string;
  readonly date?: string;
  /** What the end of a pre-authorisation asks for. */
  readonly authCode?: string;
};

const SLIPS_MAX = 40;

export function keptSlip(slip: Slip, lang: Lang): KeptSlip {
  const text = slipText(slip, lang).join('\n');
  const { batch, at } = slip;
  // As the terminal calls it in its print queue.
  if (slip.kind !== 'payment') return { id: `${batch}-settlement`, type: 'settlement', text };
  const { trace, rrn, type, amountMinor, authCode } = slip;
  return {
    id: `${batch}-${trace}`,
    type,
    text,
    trace,
    amount: toDecimal(money(amountMinor)),
    rrn,
    date: at.slice(5, 10).replace('-', ''),
    ...(authCode === undefined ? {} : { authCode }),
  };
}

/** The newest first; a roll has an end. */
export function withSlip(slips: readonly KeptSlip[], slip: KeptSlip): readonly KeptSlip[] {
  return [slip, ...slips.filter(({ id }) => id !== slip.id)].slice(0, SLIPS_MAX);
}
