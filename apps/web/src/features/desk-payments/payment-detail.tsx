/** One payment, whole: what was asked and answered, what it costs, what came back, how it travelled. */
import { useMe } from '../../house.ts';
import { DeskLink } from '../../parts/desk/desk-link.tsx';
import { Detail, Grid, IdText, Part } from '../../parts/desk/detail.tsx';
import { MerchantName, TerminalLink } from '../../parts/desk/names.tsx';
import { isAtDesk } from '../../parts/desk/roles.ts';
import { MoneyText } from '../../parts/figures.tsx';
import { Folded } from '../../parts/folded.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList } from '../../parts/page.tsx';
import { SlipView } from '../../parts/slip-view.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { FeeSum } from './fee-sum.tsx';
import { usePayment, useSlip, type Payment } from './queries.ts';
import { legTones, paymentTones, refundTones } from './tones.ts';
import { words } from './words.ts';

export function PaymentDetail({ id }: { id: string }) {
  const say = useSay(words);
  const word = useWord();
  const role = useMe()?.role;
  return (
    <Loaded query={usePayment(id)} lines={10}>
      {(payment) => (
        <Detail
          title={<MoneyText amount={payment.amount} />}
          tag={
            <StatusTag tone={paymentTones[payment.status]}>
              {word(`payment.${payment.status}`)}
            </StatusTag>
          }
          lead={
            <>
              <MerchantName id={payment.merchantId} /> · <When at={payment.at} />
            </>
          }
        >
          <Answer payment={payment} />
          <Facts payment={payment} />
          {payment.feeProof && <FeeSum payment={payment} proof={payment.feeProof} />}
          <Refunds payment={payment} />
          <Legs payment={payment} />
          {payment.hasSlip && <Slip id={payment.id} />}
          {isAtDesk(role, 'money') && (
            <DeskLink
              desk="money"
              path="/ledger"
              search={{ merchant: payment.merchantId, source: payment.id }}
            >
              {say('books.link')}
            </DeskLink>
          )}
        </Detail>
      )}
    </Loaded>
  );
}

/** What the till showed, and who said it: the first question of everyone who calls. */
function Answer({ payment: { answerCode, answer, answeredBy } }: { payment: Payment }) {
  const say = useSay(words);
  const lang = useLang();
  if (!answerCode) return null;
  return (
    <p>
      <span className="figures">{answerCode}</span> {answer?.[lang]}
      {answeredBy && <span className="quiet"> · {say(`answeredBy.${answeredBy}`)}</span>}
    </p>
  );
}

function Facts({ payment }: { payment: Payment }) {
  const say = useSay(words);
  const word = useWord();
  const { card, kind, terminalId, terminalNo, businessDay, asked, expiresAt, ofId } = payment;
  return (
    <FieldList
      fields={[
        { label: say('column.kind'), value: word(`payments.kind.${kind}`) },
        ...(card
          ? [
              {
                label: say(`means.${card.kind}`),
                value: [card.masked, card.bank].filter(Boolean).join(' · '),
              },
            ]
          : []),
        {
          label: say('terminal.label'),
          value: (
            <>
              {terminalNo} · <TerminalLink id={terminalId} />
            </>
          ),
        },
        { label: say('column.rrn'), value: payment.rrn },
        { label: say('fact.authCode'), value: payment.authCode },
        { label: say('fact.batchTrace'), value: `${payment.batchNo} / ${payment.trace}` },
        { label: say('fact.businessDay'), value: businessDay },
        { label: say('fact.asked'), value: asked && <MoneyText amount={asked} /> },
        { label: say('fact.expires'), value: expiresAt && <When at={expiresAt} /> },
        { label: say('fact.of'), value: ofId && <IdText id={ofId} /> },
        { label: say('column.net'), value: <MoneyText amount={payment.net} /> },
        { label: say('fact.id'), value: <IdText id={payment.id} /> },
      ]}
    />
  );
}

function Refunds({ payment: { refunds } }: { payment: Payment }) {
  const say = useSay(words);
  const word = useWord();
  if (refunds.length === 0) return null;
  return (
    <Part title={say('refunds.title')}>
      <Grid
        label={say('refunds.title')}
        rows={refunds}
        keyOf={({ id }) => id}
        columns={[
          { title: say('column.kind'), render: ({ kind }) => word(`payments.kind.${kind}`) },
          {
            title: say('column.status'),
            render: ({ status, answerCode }) => (
              <>
                <StatusTag tone={refundTones[status]}>{word(`refund.${status}`)}</StatusTag>{' '}
                {status === 'declined' && <span className="quiet">{answerCode}</span>}
              </>
            ),
          },
          { title: say('column.at'), render: ({ at }) => <When at={at} near /> },
          { title: say('column.rrn'), render: ({ rrn }) => rrn ?? '–' },
          {
            title: say('refunds.feeBack'),
            isRight: true,
            render: ({ feeReturned }) => <MoneyText amount={feeReturned} />,
          },
          {
            title: say('column.amount'),
            isRight: true,
            render: ({ amount }) => <MoneyText amount={amount} />,
          },
        ]}
      />
    </Part>
  );
}

/** Each message that went out to the card network, with the keys by which the network knows it. */
function Legs({ payment: { legs } }: { payment: Payment }) {
  const say = useSay(words);
  if (legs.length === 0) return null;
  return (
    <Part title={say('legs.title')}>
      <Grid
        label={say('legs.title')}
        rows={legs}
        keyOf={({ kind, trace, sentAt }) => `${kind} ${trace} ${sentAt}`}
        columns={[
          { title: say('legs.message'), render: ({ kind }) => say(`legs.kind.${kind}`) },
          {
            title: say('column.status'),
            render: ({ status }) => (
              <StatusTag tone={legTones[status]}>{say(`legs.status.${status}`)}</StatusTag>
            ),
          },
          {
            title: say('legs.answer'),
            render: ({ answerCode, lateCode }) =>
              lateCode ? `${say('legs.late')}: ${lateCode}` : (answerCode ?? '–'),
          },
          { title: say('legs.trace'), render: ({ trace }) => trace },
          { title: say('legs.sentAt'), render: ({ sentAt }) => sentAt },
          { title: say('legs.attempts'), isRight: true, render: ({ attempts }) => attempts },
        ]}
      />
    </Part>
  );
}

function Slip({ id }: { id: string }) {
  const say = useSay();
  const slip = useSlip(id);
  return (
    <Folded title={say('slip.label')}>
      <Loaded query={slip} lines={8}>
        {({ text }) => <SlipView text={text} />}
      </Loaded>
    </Folded>
  );
}
