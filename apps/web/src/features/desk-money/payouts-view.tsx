/** What goes out to merchants' banks, and what became of it. */
import { day } from '@kaitong/values';
import type { TableColumnsType } from 'antd';
import { Callout } from '../../parts/callout.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { DeskLink } from '../../parts/desk/desk-link.tsx';
import { Detail, IdText } from '../../parts/desk/detail.tsx';
import { Choose, Filters } from '../../parts/desk/filters.tsx';
import { ChooseMerchant } from '../../parts/desk/names.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FieldList } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DayText, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { usePayout, usePayouts, type Payout } from './queries.ts';
import { payoutTones } from './tones.ts';
import { words } from './words.ts';

const statuses = Object.keys(payoutTones) as Payout['status'][];

export function PayoutsView() {
  const say = useSay(words);
  const word = useWord();
  const { text, oneOf, openId, open } = useAddress();
  const pages = usePayouts({ merchantId: text('merchant'), status: oneOf('status', statuses) });
  return (
    <DeskList
      filters={
        <Filters names={['merchant', 'status']}>
          <ChooseMerchant />
          <Choose
            name="status"
            label={say('column.status')}
            options={statuses.map((value) => ({ value, label: word(`payout.${value}`) }))}
          />
        </Filters>
      }
      list={
        <DataTable
          label={say('view.payouts')}
          pages={pages}
          columns={useColumns()}
          idOf={({ id }) => id}
          openId={openId}
          onOpen={({ id }) => open(id)}
          empty={say('payouts.empty')}
        />
      }
      detail={openId && <PayoutDetail key={openId} id={openId} />}
    />
  );
}

function useColumns(): TableColumnsType<Payout> {
  const say = useSay(words);
  return [
    { key: 'day', title: say('payouts.day'), render: (_, row) => <DayText on={day(row.day)} /> },
    { key: 'merchant', title: say('merchant.label'), dataIndex: 'merchantName' },
    {
      key: 'amount',
      title: say('column.amount'),
      align: 'right',
      render: (_, { amount }) => <MoneyText amount={amount} />,
    },
    {
      key: 'status',
      title: say('column.status'),
      render: (_, { status }) => <PayoutStatus status={status} />,
    },
    { key: 'account', title: say('payouts.account'), dataIndex: 'account' },
    {
      key: 'paid',
      title: say('payouts.paidAt'),
      render: (_, { paidAt, reason }) => (paidAt ? <When at={paidAt} near /> : (reason ?? '–')),
    },
  ];
}

function PayoutStatus({ status }: { status: Payout['status'] }) {
  const word = useWord();
  return <StatusTag tone={payoutTones[status]}>{word(`payout.${status}`)}</StatusTag>;
}

function PayoutDetail({ id }: { id: string }) {
  const say = useSay(words);
  return (
    <Loaded query={usePayout(id)} lines={8}>
      {({ status, amount, merchantName, merchantId, reason, paidAt, fileId, ...payout }) => (
        <Detail
          title={<MoneyText amount={amount} />}
          tag={<PayoutStatus status={status} />}
          lead={merchantName}
        >
          {reason && (
            <Callout tone="harm" title={say('payouts.reason', { reason })}>
              <p>{say('payouts.reason.text')}</p>
            </Callout>
          )}
          <FieldList
            fields={[
              { label: say('payouts.day'), value: <DayText on={day(payout.day)} /> },
              { label: say('payouts.account'), value: payout.account },
              { label: say('payouts.createdAt'), value: <When at={payout.createdAt} /> },
              { label: say('payouts.paidAt'), value: paidAt && <When at={paidAt} /> },
              { label: say('payouts.file'), value: fileId && <IdText id={fileId} /> },
              { label: say('fact.id'), value: <IdText id={id} /> },
            ]}
          />
          <DeskLink desk="money" path="/ledger" search={{ merchant: merchantId, source: id }}>
            {say('link.journals')}
          </DeskLink>
        </Detail>
      )}
    </Loaded>
  );
}
