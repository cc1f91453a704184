/** Payments by day, status, kind, terminal and reference; what was approved, added up. */
import type { TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress, type Address } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { Choose, ChooseDay, Filters, Find } from '../../parts/desk/filters.tsx';
import { ChooseMerchant, MerchantName } from '../../parts/desk/names.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { PaymentDetail } from './payment-detail.tsx';
import {
  usePayments,
  useTerminals,
  useTotals,
  type PaymentFilter,
  type PaymentRow,
} from './queries.ts';
import { paymentTones } from './tones.ts';
import { words } from './words.ts';

const statuses = Object.keys(paymentTones) as PaymentRow['status'][];
const kinds = ['card', 'qr', 'preauth', 'completion', 'offline', 'tip'] as const;
const filterNames = ['merchant', 'terminal', 'status', 'kind', 'rrn', 'from', 'to'];

export function PaymentsView() {
  const say = useSay(words);
  const address = useAddress();
  const filter = filterOf(address);
  return (
    <DeskList
      filters={
        <>
          <PaymentFilters />
          <Totals filter={filter} />
        </>
      }
      list={
        <DataTable
          label={say('view.list')}
          pages={usePayments(filter)}
          columns={useColumns()}
          idOf={({ id }) => id}
          openId={address.openId}
          onOpen={({ id }) => address.open(id)}
          empty={say(Object.values(filter).some(Boolean) ? 'list.none' : 'list.empty')}
        />
      }
      detail={address.openId && <PaymentDetail key={address.openId} id={address.openId} />}
    />
  );
}

function filterOf({ text, oneOf }: Address): PaymentFilter {
  return {
    merchantId: text('merchant'),
    terminalId: text('terminal'),
    status: oneOf('status', statuses),
    kind: oneOf('kind', kinds),
    rrn: text('rrn'),
    from: text('from'),
    to: text('to'),
  };
}

function PaymentFilters() {
  const say = useSay(words);
  const word = useWord();
  const { text } = useAddress();
  const terminals = useTerminals(text('merchant')).filter(({ terminalNo }) => terminalNo);
  return (
    <Filters names={filterNames}>
      <Find name="rrn" label={say('filter.rrn')} length_max={12} />
      <ChooseMerchant />
      <Choose
        name="terminal"
        label={say('filter.terminal')}
        options={terminals.map(({ id, terminalNo, serial }) => ({
          value: id,
          label: `${terminalNo ?? ''} ${serial}`,
        }))}
      />
      <Choose
        name="status"
        label={say('filter.status')}
        options={statuses.map((value) => ({ value, label: word(`payment.${value}`) }))}
      />
      <Choose
        name="kind"
        label={say('column.kind')}
        options={kinds.map((value) => ({ value, label: word(`payments.kind.${value}`) }))}
      />
      <span className="payments-days">
        <ChooseDay name="from" label={say('filter.from')} />
        <ChooseDay name="to" label={say('filter.to')} />
      </span>
    </Filters>
  );
}

/** Of everything that the filters let through, not of what is loaded so far. */
function Totals({ filter }: { filter: PaymentFilter }) {
  const say = useSay(words);
  const totals = useTotals(filter);
  return (
    <p className="payments-totals" role="status">
      {totals && (
        <>
          <span>{say('totals.count', { count: totals.approvedCount })}</span>
          <strong>
            <MoneyText amount={totals.approved} />
          </strong>
        </>
      )}
    </p>
  );
}

function useColumns(): TableColumnsType<PaymentRow> {
  const say = useSay(words);
  const word = useWord();
  return [
    { key: 'at', title: say('column.at'), render: (_, { at }) => <When at={at} near /> },
    {
      key: 'amount',
      title: say('column.amount'),
      align: 'right',
      render: (_, { amount }) => <MoneyText amount={amount} />,
    },
    {
      key: 'status',
      title: say('column.status'),
      render: (_, { status, answerCode }) => (
        <>
          <StatusTag tone={paymentTones[status]}>{word(`payment.${status}`)}</StatusTag>
          {paymentTones[status] === 'harm' && answerCode && (
            <span className="quiet figures"> {answerCode}</span>
          )}
        </>
      ),
    },
    {
      key: 'kind',
      title: say('column.kind'),
      render: (_, { kind }) => word(`payments.kind.${kind}`),
    },
    { key: 'means', title: say('column.means'), render: (_, row) => <Means row={row} /> },
    {
      key: 'merchant',
      title: say('merchant.label'),
      render: (_, { merchantId }) => <MerchantName id={merchantId} />,
    },
    { key: 'terminal', title: say('terminal.label'), dataIndex: 'terminalNo' },
    { key: 'rrn', title: say('column.rrn'), render: (_, { rrn }) => rrn ?? '–' },
    {
      key: 'fee',
      title: say('column.fee'),
      align: 'right',
      render: (_, { fee }) => <MoneyText amount={fee} />,
    },
    {
      key: 'net',
      title: say('column.net'),
      align: 'right',
      render: (_, { net }) => <MoneyText amount={net} />,
    },
  ];
}

/** With what was paid, as short as a row needs it: '扫码', '借记卡 ·0005'. */
function Means({ row: { card } }: { row: PaymentRow }) {
  const say = useSay(words);
  if (!card) return say('means.qr');
  return (
    <>
      {say(`means.${card.kind}`)} <span className="quiet figures">{card.masked.slice(-4)}</span>
    </>
  );
}
