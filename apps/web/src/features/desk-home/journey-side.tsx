/** Beside the charts: who the merchant is, what was agreed, what happened. */
import { api, pathOf } from '@kaitong/contract';
import type { Rate } from '@kaitong/values';
import { Button, Form, Input } from 'antd';
import { useMe } from '../../house.ts';
import { Deeds, deed } from '../../parts/desk/deeds.tsx';
import { DeskLink } from '../../parts/desk/desk-link.tsx';
import { isAtDesk } from '../../parts/desk/roles.ts';
import { MoneyText, RateText } from '../../parts/figures.tsx';
import { useCaseWords, type Journey } from '../../parts/journey-case.ts';
import { FieldList, Section } from '../../parts/page.tsx';
import { StatusTag, type Tone } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useContract, useContractDeeds, useMerchant, type Contract } from './queries.ts';
import { words } from './words.ts';

export function JourneySide({ journey }: { journey: Journey }) {
  const contract = useContract(journey.applicationId);
  return (
    <div className="journey-side">
      {journey.merchantId && <MerchantFacts id={journey.merchantId} />}
      {contract && <ContractFacts contract={contract} />}
      <History journey={journey} />
    </div>
  );
}

const ways = ['orders', 'visits', 'terminals', 'payments', 'cases', 'tickets'] as const;

function MerchantFacts({ id }: { id: string }) {
  const say = useSay(words);
  const merchant = useMerchant(id);
  const role = useMe()?.role;
  if (!merchant) return null;
  const { merchantNo, name, stores, account } = merchant;
  return (
    <Section title={say('journey.merchant')}>
      <FieldList
        fields={[
          { label: say('journey.merchant'), value: name },
          { label: say('journey.merchantNo'), value: merchantNo },
          ...stores.map((store) => ({ label: say('journey.store'), value: store.address })),
          ...(account
            ? [
                {
                  label: say('journey.account'),
                  value: `${account.holder} ${account.bankName} ${account.numberMask}`,
                },
              ]
            : []),
        ]}
      />
      <p className="journey-ways">
        {ways
          .filter((desk) => isAtDesk(role, desk))
          .map((desk) => (
            <DeskLink key={desk} desk={desk} search={{ merchant: id }}>
              {say(`way.${desk}`)}
            </DeskLink>
          ))}
      </p>
    </Section>
  );
}

const contractTones: Readonly<Record<Contract['status'], Tone>> = {
  generating: 'quiet',
  pending_sign: 'waiting',
  signed: 'done',
  lapsed: 'harm',
  terminated: 'harm',
};

function ContractFacts({ contract }: { contract: Contract }) {
  const say = useSay(words);
  const word = useWord();
  const lang = useLang();
  const { id, status, contractNo, signBy, signedAt, terms } = contract;
  const pdf = pathOf(api.contracts.contractPdf, { id });
  return (
    <Section
      title={say('contract.title')}
      aside={<StatusTag tone={contractTones[status]}>{word(`contract.${status}`)}</StatusTag>}
    >
      <FieldList
        fields={[
          { label: say('contract.title'), value: contractNo },
          { label: say('contract.plan'), value: terms.plan.name[lang] },
          {
            label: say('contract.fees'),
            value: (
              <ul>
                {terms.fees.map((fee) => (
                  <li key={fee.tender}>
                    <Fee fee={fee} />
                  </li>
                ))}
              </ul>
            ),
          },
          ...(signedAt ? [{ label: say('contract.signed'), value: <When at={signedAt} /> }] : []),
          ...(signBy && status === 'pending_sign'
            ? [{ label: say('contract.signBy'), value: <When at={signBy} /> }]
            : []),
        ]}
      />
      <div className="deeds-row">
        {contract.fileSha256 && (
          <Button href={pdf} target="_blank" rel="noreferrer">
            {say('contract.pdf')}
          </Button>
        )}
        <ContractDeeds contract={contract} />
      </div>
    </Section>
  );
}

type FeeRule = Contract['terms']['fees'][number];

/** The rule in the reader's language; the contract has it in its own. */
function Fee({ fee: { tender, rate, cap, min, fixed } }: { fee: FeeRule }) {
  const say = useSay(words);
  const word = useWord();
  const limits = [
    ['fee.fixed', fixed],
    ['fee.min', min],
    ['fee.cap', cap],
  ] as const;
  return (
    <>
      {word(`tender.${tender}`)} <RateText rate={rate as Rate} />
      {limits.map(
        ([key, amount]) =>
          amount && (
            <span key={key}>
              {' '}
              {say(key)} <MoneyText amount={amount} />
            </span>
          ),
      )}
    </>
  );
}

function ContractDeeds({ contract: { id, can } }: { contract: Contract }) {
  const say = useSay(words);
  const { reissue, terminate } = useContractDeeds();
  const params = { id };
  const deeds = [
    deed({
      key: 'reissue',
      label: say('contract.reissue'),
      tone: 'primary',
      act: reissue,
      go: () => reissue.run({ params }),
    }),
    deed<{ reason: string }>({
      key: 'terminate',
      label: say('contract.terminate'),
      tone: 'harm',
      warning: say('contract.terminate.text'),
      fields: (
        <Form.Item
          name="reason"
          label={say('contract.terminate.reason')}
          rules={[{ required: true, message: say('house.required') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={400} />
        </Form.Item>
      ),
      act: terminate,
      go: (body) => terminate.run({ params, body }),
    }),
  ];
  return (
    <Deeds label={say('contract.title')} deeds={deeds.filter(({ key }) => can.includes(key))} />
  );
}

function History({ journey: { history } }: { journey: Journey }) {
  const say = useSay(words);
  // A colleague of the same role is not the reader.
  const { told, whoIs } = useCaseWords();
  const lines = history
    .flatMap(({ at, type, who }) => {
      const text = told(type);
      return text === undefined ? [] : [{ at, text, who: whoIs(who) }];
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <Section title={say('journey.history')}>
      <ol className="told">
        {lines.map(({ at, text, who }) => (
          <li key={`${at.toISOString()} ${text}`}>
            <When at={at} near />
            <span>{text}</span>
            <span className="quiet">{who}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
