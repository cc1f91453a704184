import { CreditCardOutlined, QrcodeOutlined } from '@ant-design/icons';
import { timeOf } from '@kaitong/values';
import { MoneyText } from '../../parts/figures.tsx';
import { Row } from '../../parts/rows.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useWord } from '../../words/word.ts';
import type { Payment } from './queries.ts';
import { paymentTones } from './tones.ts';

type RowParts = {
  readonly payment: Payment;
  /** Among those of one day the hour is enough. */
  readonly isOfDay?: boolean;
};

export function PaymentRow({ payment, isOfDay = false }: RowParts) {
  const word = useWord();
  const { id, kind, status, amount, card, at } = payment;
  return (
    <Row
      to={`/m/payments/${id}`}
      icon={kind === 'qr' ? <QrcodeOutlined /> : <CreditCardOutlined />}
      title={<MoneyText amount={amount} />}
      hint={
        <>
          {isOfDay ? <span className="figures">{timeOf(at)}</span> : <When at={at} near />}
          {isOfDay ? ' · ' : <br />}
          {card && `${card.bank} ${card.masked.slice(-4)}`}
          {card && kind !== 'card' && ' · '}
          {kind !== 'card' && word(`payments.kind.${kind}`)}
        </>
      }
      value={<StatusTag tone={paymentTones[status]}>{word(`payment.${status}`)}</StatusTag>}
    />
  );
}
