import { day as dayFrom } from '@kaitong/values';
import { Link, useParams } from '@tanstack/react-router';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Callout } from '../../parts/callout.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { Folded } from '../../parts/folded.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList, Page as PageFrame } from '../../parts/page.tsx';
import { SlipView } from '../../parts/slip-view.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DayText, When } from '../../parts/when.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { FeeProof, NetSum } from './fee-proof.tsx';
import { usePayment, useSlip, type PaymentDetail } from './queries.ts';
import { Refunds } from './refunds.tsx';
import { paymentTones } from './tones.ts';
import { words } from './words.ts';
import './takings.css';

/** One payment: how it stands, what it cost and why, what went back, its slip. */
export function Page() {
  const say = useSay(words);
  const { id = '' }: Record<string, string | undefined> = useParams({ strict: false });
  return (
    <PageFrame
      title={say('payment.title')}
      back={{ to: '/m/takings', label: say('takings.title') }}
    >
      <Loaded query={usePayment(id)} lines={10}>
        {(payment) => <Detail payment={payment} />}
      </Loaded>
    </PageFrame>
  );
}

type DetailParts = { readonly payment: PaymentDetail };

function Detail({ payment }: DetailParts) {
  const say = useSay(words);
  const { id, rrn, feeProof, refunds, hasSlip } = payment;
  const subject = say('payment.ask.subject', { rrn: rrn ?? payment.trace });
  return (
    <>
      <Head payment={payment} />
      {payment.ofId && (
        <Link to="/m/payments/$id" params={{ id: payment.ofId }}>
          {say('payment.of')}
        </Link>
      )}
      {feeProof && <FeeProof payment={payment} proof={feeProof} />}
      {payment.net.minor !== 0n && <NetSum payment={payment} />}
      {refunds.length > 0 && <Refunds refunds={refunds} />}
      <div>
        {hasSlip && (
          <Folded title={say('payment.slip')} isOpen>
            <Slip id={id} />
          </Folded>
        )}
        <Folded title={say('payment.numbers')}>
          <Numbers payment={payment} />
        </Folded>
      </div>
      <ButtonLink
        to={`/m/tickets/new?category=payment&subject=${encodeURIComponent(subject)}`}
        isQuiet
      >
        {say('payment.ask')}
      </ButtonLink>
    </>
  );
}

function Head({ payment }: DetailParts) {
  const say = useSay(words);
  const word = useWord();
  const lang = useLang();
  const { status, amount, at, kind, card, answer, answeredBy, answerCode } = payment;
  const tone = paymentTones[status];
  const isNo = status === 'declined' || status === 'refused';
  return (
    <div className="payment-head">
      <p className="day-sum">
        <MoneyText amount={amount} />
      </p>
      <p className="payment-facts">
        <StatusTag tone={tone}>{word(`payment.${status}`)}</StatusTag>
        <span>{word(`payments.kind.${kind}`)}</span>
        {card && (
          <span>
            {card.bank} {card.masked.slice(-4)}
          </span>
        )}
        <When at={at} near />
      </p>
      {isNo && answer ? (
        <Callout
          tone={tone}
          title={say(answeredBy === 'house' ? 'payment.answer.house' : 'payment.answer', {
            answer: answer[lang],
            code: answerCode ?? '',
          })}
        >
          <p>{say(`means.${status}`)}</p>
        </Callout>
      ) : (
        <Callout tone={tone} title={say(`means.${status}`)} />
      )}
    </div>
  );
}

function Slip({ id }: { id: string }) {
  return (
    <Loaded query={useSlip(id)} lines={12}>
      {({ text }) => <SlipView text={text} />}
    </Loaded>
  );
}

function Numbers({ payment }: DetailParts) {
  const say = useSay(words);
  const { at, businessDay, terminalNo, rrn, authCode, batchNo, trace, card } = payment;
  const { asked, expiresAt, status } = payment;
  return (
    <FieldList
      fields={[
        { label: say('payment.at'), value: <When at={at} /> },
        ...(businessDay
          ? [{ label: say('payment.businessDay'), value: <DayText on={dayFrom(businessDay)} /> }]
          : []),
        { label: say('payment.terminal'), value: terminalNo },
        ...(asked ? [{ label: say('payment.asked'), value: <MoneyText amount={asked} /> }] : []),
        ...(expiresAt && status === 'held'
          ? [{ label: say('payment.expiresAt'), value: <When at={expiresAt} /> }]
          : []),
        ...(card ? [{ label: say('payment.card'), value: card.masked }] : []),
        ...(rrn ? [{ label: say('payment.rrn'), value: rrn }] : []),
        ...(authCode ? [{ label: say('payment.authCode'), value: authCode }] : []),
        { label: say('payment.trace'), value: `${batchNo} / ${trace}` },
      ]}
    />
  );
}
