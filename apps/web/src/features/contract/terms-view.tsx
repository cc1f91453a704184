import { FieldList, Section } from '../../parts/page.tsx';
import { Folded } from '../../parts/folded.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import type { Contract } from './queries.ts';
import { words } from './words.ts';

type Terms = Contract['terms'];

/** What was agreed, the money first; the printed clauses wait below. */
export function TermsView({ contract: { terms, lang } }: { contract: Contract }) {
  const say = useSay(words);
  return (
    <>
      <Fees terms={terms} lang={lang} />
      <Costs terms={terms} />
      <Parties terms={terms} />
      <Section title={say('terms.clauses')}>
        <div lang={lang}>
          {terms.sections.map(({ id, title, lines }) => (
            <Folded key={id} title={title}>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </Folded>
          ))}
        </div>
      </Section>
    </>
  );
}

function Fees({ terms: { fees, settleCycle }, lang }: { terms: Terms; lang: Contract['lang'] }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Section title={say('terms.fees')}>
      <FieldList
        fields={[
          ...fees.map(({ tender, text }) => ({
            label: word(`tender.${tender}`),
            value: <span lang={lang}>{text}</span>,
          })),
          { label: say('terms.settle'), value: word(`settleCycle.${settleCycle}`) },
        ]}
      />
    </Section>
  );
}

function Costs({ terms }: { terms: Terms }) {
  const say = useSay(words);
  const { deposit, devicePrice, installationFee, yearlyServiceFee, yearlySimFee } = terms;
  const sums = [
    ['terms.device', devicePrice],
    ['terms.installation', installationFee],
    ['terms.service', yearlyServiceFee],
    ['terms.sim', yearlySimFee],
  ] as const;
  return (
    <Section title={say('terms.costs')}>
      <FieldList
        fields={[
          ...(deposit
            ? [{ label: say('terms.deposit'), value: <MoneyText amount={deposit.amount} /> }]
            : []),
          ...sums.map(([label, amount]) => ({
            label: say(label),
            value: amount.minor === 0n ? say('terms.free') : <MoneyText amount={amount} />,
          })),
          { label: say('terms.term'), value: say('terms.months', { count: terms.termMonths }) },
        ]}
      />
      {deposit && deposit.amount.minor > 0n && (
        <p className="quiet">
          {say('terms.depositBack', { days: deposit.windowDays })}{' '}
          <MoneyText amount={deposit.turnoverNeeded} />
        </p>
      )}
    </Section>
  );
}

function Parties({ terms: { provider, plan, model, merchant } }: { terms: Terms }) {
  const say = useSay(words);
  const lang = useLang();
  return (
    <Section title={say('terms.parties')}>
      <FieldList
        fields={[
          { label: say('terms.provider'), value: provider.name[lang] },
          { label: say('terms.plan'), value: plan.name[lang] },
          { label: say('terms.model'), value: model.name[lang] },
          { label: say('terms.merchant'), value: merchant.name },
          { label: say('terms.merchantNo'), value: merchant.merchantNo },
          { label: say('terms.store'), value: merchant.storeName },
          { label: say('terms.address'), value: merchant.storeAddress },
          { label: say('terms.account'), value: merchant.settlementAccount },
        ]}
      />
    </Section>
  );
}
