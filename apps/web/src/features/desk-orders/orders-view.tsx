import type { TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { Choose, Filters } from '../../parts/desk/filters.tsx';
import { ChooseMerchant, OfferName } from '../../parts/desk/names.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { OrderDetail } from './order-detail.tsx';
import { useOrders, type Order } from './queries.ts';
import { orderTones } from './tones.ts';
import { words } from './words.ts';

const statuses = Object.keys(orderTones) as Order['status'][];

export function OrdersView() {
  const say = useSay(words);
  const word = useWord();
  const { text, oneOf, openId, open } = useAddress();
  const status = oneOf('status', statuses);
  const merchantId = text('merchant');
  const pages = useOrders({
    ...(status ? { status } : {}),
    ...(merchantId ? { merchantId } : {}),
  });
  return (
    <DeskList
      filters={
        <Filters names={['status', 'merchant']}>
          <Choose
            name="status"
            label={say('column.status')}
            options={statuses.map((value) => ({ value, label: word(`order.${value}`) }))}
          />
          <ChooseMerchant />
        </Filters>
      }
      list={
        <DataTable
          label={say('orders.title')}
          pages={pages}
          columns={useColumns(openId !== undefined)}
          idOf={({ id }) => id}
          openId={openId}
          onOpen={({ id }) => open(id)}
          empty={say('orders.empty')}
        />
      }
      detail={openId && <OrderDetail key={openId} id={openId} />}
    />
  );
}

/** Beside an open order only what tells the rows apart. */
function useColumns(isBeside: boolean): TableColumnsType<Order> {
  const say = useSay(words);
  const word = useWord();
  const first: TableColumnsType<Order> = [
    {
      key: 'status',
      title: say('column.status'),
      render: (_, { status }) => (
        <StatusTag tone={orderTones[status]}>{word(`order.${status}`)}</StatusTag>
      ),
    },
    { key: 'merchant', title: say('column.merchant'), dataIndex: 'merchantName' },
    { key: 'serial', title: say('column.serial'), render: (_, { serial }) => serial ?? '–' },
  ];
  const rest: TableColumnsType<Order> = [
    {
      key: 'model',
      title: say('column.model'),
      render: (_, { modelId }) => <OfferName id={modelId} />,
    },
    {
      key: 'kind',
      title: say('column.kind'),
      render: (_, { kind }) => word(`orders.kind.${kind}`),
    },
    {
      key: 'tracking',
      title: say('column.tracking'),
      render: (_, { tracking, shippingAsked }) =>
        tracking ?? (shippingAsked ? <span className="quiet">{say('order.asked')}</span> : '–'),
    },
    {
      key: 'paid',
      title: say('column.paid'),
      align: 'right',
      render: (_, { paidAt }) => (paidAt ? <When at={paidAt} near /> : '–'),
    },
  ];
  const last: TableColumnsType<Order> = [
    {
      key: 'opened',
      title: say('column.opened'),
      align: 'right',
      render: (_, { createdAt }) => <When at={createdAt} near />,
    },
  ];
  return isBeside ? [...first, ...last] : [...first, ...rest, ...last];
}
