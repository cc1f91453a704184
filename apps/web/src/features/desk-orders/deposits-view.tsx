/** Deposits and how far each is on its way back. */
import { isDay } from '@kaitong/values';
import type { TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { DeskLink } from '../../parts/desk/desk-link.tsx';
import { Detail, IdText } from '../../parts/desk/detail.tsx';
import { Filters } from '../../parts/desk/filters.tsx';
import { ChooseMerchant, MerchantName } from '../../parts/desk/names.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { Meter } from '../../parts/meter.tsx';
import { FieldList } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DayText, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useDeposits, type Deposit } from './queries.ts';
import { depositTones } from './tones.ts';
import { words } from './words.ts';

export function DepositsView() {
  const say = useSay(words);
  const { text, openId, open } = useAddress();
  const pages = useDeposits(text('merchant'));
  const opened = pages.rows.find(({ id }) => id === openId);
  return (
    <DeskList
      filters={
        <Filters names={['merchant']}>
          <ChooseMerchant />
        </Filters>
      }
      list={
        <DataTable
          label={say('view.deposits')}
          pages={pages}
          columns={useColumns(opened !== undefined)}
          idOf={({ id }) => id}
          openId={openId}
          onOpen={({ id }) => open(id)}
          empty={say('deposits.empty')}
        />
      }
      detail={opened && <DepositDetail deposit={opened} />}
    />
  );
}

function useColumns(isBeside: boolean): TableColumnsType<Deposit> {
  const say = useSay(words);
  const columns: TableColumnsType<Deposit> = [
    { key: 'status', title: say('column.status'), render: (_, one) => <Status deposit={one} /> },
    {
      key: 'merchant',
      title: say('column.merchant'),
      render: (_, { merchantId }) => <MerchantName id={merchantId} />,
    },
    {
      key: 'progress',
      title: say('column.progress'),
      align: 'right',
      render: (_, { percent }) => <span className="figures">{`${percent}%`}</span>,
    },
    {
      key: 'amount',
      title: say('column.amount'),
      align: 'right',
      render: (_, { amount }) => <MoneyText amount={amount} />,
    },
  ];
  if (isBeside) return columns;
  return [
    ...columns,
    {
      key: 'until',
      title: say('column.until'),
      align: 'right',
      render: (_, { windowEnd }) =>
        windowEnd && isDay(windowEnd) ? <DayText on={windowEnd} /> : '–',
    },
    {
      key: 'collected',
      title: say('column.collected'),
      align: 'right',
      render: (_, { collectedAt }) => (collectedAt ? <When at={collectedAt} near /> : '–'),
    },
  ];
}

function Status({ deposit: { status } }: { deposit: Deposit }) {
  const word = useWord();
  return <StatusTag tone={depositTones[status]}>{word(`deposit.${status}`)}</StatusTag>;
}

function DepositDetail({ deposit }: { deposit: Deposit }) {
  const say = useSay(words);
  const word = useWord();
  const { windowStart, windowEnd, windowDays, unmet, collectedAt, refundedAt } = deposit;
  return (
    <Detail
      title={<MerchantName id={deposit.merchantId} />}
      tag={<Status deposit={deposit} />}
      lead={<IdText id={deposit.id} />}
    >
      <Meter label={say('deposit.meter')} part={deposit.turnover} whole={deposit.turnoverNeeded} />
      <FieldList
        fields={[
          { label: say('column.amount'), value: <MoneyText amount={deposit.amount} /> },
          {
            label: say('deposit.window'),
            value: (
              <>
                {windowStart && isDay(windowStart) && <DayText on={windowStart} />}
                {windowEnd && isDay(windowEnd) && (
                  <>
                    {' – '}
                    <DayText on={windowEnd} />
                  </>
                )}{' '}
                {say('deposit.window.days', { count: windowDays })}
              </>
            ),
          },
          { label: say('deposit.unmet'), value: word(`orders.deposit.unmet.${unmet}`) },
          {
            label: say('column.collected'),
            value: collectedAt && <When at={collectedAt} />,
          },
          { label: say('deposit.refunded'), value: refundedAt && <When at={refundedAt} /> },
          {
            label: say('deposit.order'),
            value: (
              <DeskLink
                desk="orders"
                search={{ open: deposit.orderId }}
                or={<IdText id={deposit.orderId} />}
              >
                {say('deposit.order.open')}
              </DeskLink>
            ),
          },
        ]}
      />
    </Detail>
  );
}
