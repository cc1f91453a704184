import { day, percent, rate, yuan } from '@kaitong/values';
import type { NetworkFeeRule } from './model.ts';

const NOTICE =
  '发改价格〔2016〕557号: issuer at most 0.35 % (13.00) debit, 0.45 % credit; network 0.0325 % (3.25)';
const RELIEF =
  '银发〔2021〕169号: three years, debit of standard merchants × 0.90, preferential × 0.78, caps unchanged';
const EXEMPT = '发改价格〔2016〕557号: public benefit pays neither issuer nor network';
const QR = 'sandbox sample: wholesale price of QR seen with dealers, 0.22 %; no public tariff';

const FIRST = day('2016-09-06');
const RELIEF_FROM = day('2021-09-30');
const RELIEF_TO = day('2024-09-29');
const AFTER = day('2024-09-30');
const LAST = day('2099-12-31');

const whole = rate(10_000_000);
const issuer = {
  debit: { rate: percent('0.35'), cap: yuan('13') },
  credit: { rate: percent('0.45') },
};
const network = { rate: percent('0.0325'), cap: yuan('3.25') };

type Years = { name: string; from: NetworkFeeRule['validFrom']; to: NetworkFeeRule['validTo'] };
const years: readonly Years[] = [
  { name: '2016', from: FIRST, to: day('2021-09-29') },
  { name: '2021', from: RELIEF_FROM, to: RELIEF_TO },
  { name: '2024', from: AFTER, to: LAST },
];

/** Preferential merchants paid 0.78 of the rate in the two years after 2016, and the bodies ask to go on. */
function factorOf(year: string, priceClass: string, tender: string) {
  if (priceClass === 'preferential') return rate(7_800_000);
  return year === '2021' && tender === 'debit' ? rate(9_000_000) : whole;
}

function cardRules(): NetworkFeeRule[] {
  return years.flatMap(({ name, from, to }) =>
    (['standard', 'preferential'] as const).flatMap((priceClass) =>
      (['debit', 'credit'] as const).flatMap((tender) => {
        const factor = factorOf(name, priceClass, tender);
        const shared = {
          tender,
          priceClass,
          validFrom: from,
          validTo: to,
          source: name === '2021' ? RELIEF : NOTICE,
        };
        return [
          {
            ...shared,
            id: `issuer-${tender}-${priceClass}-${name}`,
            taker: 'issuer' as const,
            rule: { ...issuer[tender], factor },
          },
          {
            ...shared,
            id: `network-${tender}-${priceClass}-${name}`,
            taker: 'network' as const,
            rule: { ...network, factor },
          },
        ];
      }),
    ),
  );
}

function flatRule(
  parts: Pick<NetworkFeeRule, 'taker' | 'tender' | 'priceClass' | 'source'> & { percent: string },
): NetworkFeeRule {
  const { percent: text, ...kept } = parts;
  return {
    ...kept,
    id: `${kept.taker}-${kept.tender}-${kept.priceClass}-2016`,
    rule: { rate: percent(text), factor: whole },
    validFrom: FIRST,
    validTo: LAST,
  };
}

/** What issuer and network take, dated and with its source (money.md §3.1). */
export const networkFees: readonly NetworkFeeRule[] = [
  ...cardRules(),
  ...(['debit', 'credit'] as const).flatMap((tender) =>
    (['issuer', 'network'] as const).map((taker) =>
      flatRule({ taker, tender, priceClass: 'exempt', percent: '0', source: EXEMPT }),
    ),
  ),
  ...(['standard', 'preferential', 'exempt'] as const).flatMap((priceClass) => [
    flatRule({ taker: 'issuer', tender: 'qr', priceClass, percent: '0', source: QR }),
    flatRule({ taker: 'network', tender: 'qr', priceClass, percent: '0.22', source: QR }),
  ]),
];
