/** Where our books and the card network do not agree. */
import { day, subtract } from '@kaitong/values';
import { Segmented, type TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { DeskLink } from '../../parts/desk/desk-link.tsx';
import { Detail, IdText } from '../../parts/desk/detail.tsx';
import { Filters } from '../../parts/desk/filters.tsx';
import { MerchantName } from '../../parts/desk/names.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { FieldList } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DayText, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useBreaks, type Break } from './queries.ts';
import { words } from './words.ts';

const states = ['open', 'closed', 'all'] as const;

export function BreaksView() {
  const say = useSay(words);
  const { oneOf, openId, open, change } = useAddress();
  const state = oneOf('state', states) ?? 'open';
  const pages = useBreaks(state === 'all' ? {} : { open: state === 'open' ? 'true' : 'false' });
  const opened = pages.rows.find(({ id }) => id === openId);
  return (
    <DeskList
      filters={
        <Filters names={[]}>
          <Segmented
            aria-label={say('column.status')}
            value={state}
            options={states.map((value) => ({ value, label: say(`breaks.${value}`) }))}
            onChange={(value) => change({ state: value === 'open' ? undefined : value })}
          />
        </Filters>
      }
      list={
        <DataTable
          label={say('view.breaks')}
          pages={pages}
          columns={useColumns()}
          idOf={({ id }) => id}
          openId={openId}
          onOpen={({ id }) => open(id)}
          empty={say(state === 'open' ? 'breaks.empty' : 'breaks.none')}
        />
      }
      detail={opened && <BreakDetail found={opened} />}
    />
  );
}

function useColumns(): TableColumnsType<Break> {
  const say = useSay(words);
  const word = useWord();
  return [
    { key: 'day', title: say('column.day'), render: (_, row) => <DayText on={day(row.day)} /> },
    {
      key: 'kind',
      title: say('column.kind'),
      render: (_, { kind, closedAt }) => (
        <StatusTag tone={closedAt ? 'done' : 'harm'}>{word(`settlement.break.${kind}`)}</StatusTag>
      ),
    },
    {
      key: 'merchant',
      title: say('merchant.label'),
      render: (_, { merchantId }) => <MerchantName id={merchantId} />,
    },
    { key: 'trace', title: say('breaks.trace'), dataIndex: 'trace' },
    {
      key: 'ours',
      title: say('breaks.ours'),
      align: 'right',
      render: (_, { ours }) => (ours ? <MoneyText amount={ours} /> : '–'),
    },
    {
      key: 'theirs',
      title: say('breaks.theirs'),
      align: 'right',
      render: (_, { theirs }) => (theirs ? <MoneyText amount={theirs} /> : '–'),
    },
    {
      key: 'difference',
      title: say('breaks.difference'),
      align: 'right',
      render: (_, row) => <Difference found={row} />,
    },
    {
      key: 'opened',
      title: say('breaks.openedAt'),
      render: (_, { openedAt }) => <When at={openedAt} near />,
    },
  ];
}

/** Theirs less ours; what is only on one side is the whole of it. */
function Difference({ found: { ours, theirs } }: { found: Break }) {
  if (ours && theirs) return <MoneyText amount={subtract(theirs, ours)} />;
  return '–';
}

function BreakDetail({ found }: { found: Break }) {
  const say = useSay(words);
  const word = useWord();
  const { kind, closedAt, paymentId, ours, theirs, reference, note, merchantId } = found;
  return (
    <Detail
      title={word(`settlement.break.${kind}`)}
      tag={
        <StatusTag tone={closedAt ? 'done' : 'harm'}>
          {say(closedAt ? 'breaks.closed' : 'breaks.open')}
        </StatusTag>
      }
      lead={say(`breaks.kind.${kind}`)}
    >
      {note && <p>{note}</p>}
      <FieldList
        fields={[
          { label: say('column.day'), value: <DayText on={day(found.day)} /> },
          { label: say('merchant.label'), value: <MerchantName id={merchantId} /> },
          { label: say('breaks.ours'), value: ours && <MoneyText amount={ours} /> },
          { label: say('breaks.theirs'), value: theirs && <MoneyText amount={theirs} /> },
          { label: say('breaks.difference'), value: <Difference found={found} /> },
          { label: say('breaks.trace'), value: found.trace },
          { label: say('breaks.reference'), value: reference },
          { label: say('breaks.openedAt'), value: <When at={found.openedAt} /> },
          { label: say('breaks.closedAt'), value: closedAt && <When at={closedAt} /> },
          { label: say('fact.id'), value: <IdText id={found.id} /> },
        ]}
      />
      {paymentId && (
        <DeskLink desk="payments" search={{ open: paymentId }}>
          {say('link.payment')}
        </DeskLink>
      )}
    </Detail>
  );
}
