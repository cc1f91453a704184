/** What merchants ask: by when each was promised an answer, and who has it. */
import type { TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { Choose, Filters } from '../../parts/desk/filters.tsx';
import { KeysHelp, useListKeyLines } from '../../parts/desk/keys.tsx';
import { ChooseMerchant, MerchantName } from '../../parts/desk/names.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useTickets, type Ticket } from './queries.ts';
import { TicketDetail } from './ticket-detail.tsx';
import { TicketDue } from './ticket-due.tsx';
import { TicketStatus, useTicketWord } from './ticket-status.tsx';
import { priorityTones, ticketTones } from './tones.ts';
import { words } from './words.ts';
import './care.css';

const statuses = Object.keys(ticketTones) as Ticket['status'][];
const categories = [
  'payment',
  'device',
  'network',
  'printing',
  'activation',
  'settlement',
  'fee',
  'account',
  'complaint',
  'fraud',
] as const satisfies readonly Ticket['category'][];

export function Page() {
  const say = useSay(words);
  const lines = useListKeyLines();
  return (
    <PageFrame
      title={say('tickets.title')}
      lead={say('tickets.lead')}
      actions={
        <KeysHelp
          lines={[
            { keys: ['c'], does: say('keys.claim') },
            { keys: ['r'], does: say('keys.reply') },
            ...lines,
          ]}
        />
      }
    >
      <Tickets />
    </PageFrame>
  );
}

function Tickets() {
  const say = useSay(words);
  const word = useWord();
  const statusWord = useTicketWord();
  const { text, oneOf, openId, open } = useAddress();
  const filter = {
    merchantId: text('merchant'),
    status: oneOf('status', statuses),
    category: oneOf('category', categories),
  };
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <DeskList
      filters={
        <Filters names={['merchant', 'status', 'category']}>
          <Choose
            name="status"
            label={say('column.status')}
            options={statuses.map((value) => ({ value, label: statusWord(value) }))}
          />
          <Choose
            name="category"
            label={say('column.category')}
            options={categories.map((value) => ({
              value,
              label: word(`ticket.category.${value}`),
            }))}
          />
          <ChooseMerchant />
        </Filters>
      }
      list={
        <DataTable
          label={say('tickets.title')}
          pages={useTickets(filter)}
          columns={useColumns()}
          idOf={({ id }) => id}
          openId={openId}
          onOpen={({ id }) => open(id)}
          {...(isFiltered ? {} : { empty: say('tickets.empty') })}
        />
      }
      detail={openId && <TicketDetail key={openId} id={openId} />}
    />
  );
}

function useColumns(): TableColumnsType<Ticket> {
  const say = useSay(words);
  const word = useWord();
  return [
    { key: 'due', title: say('column.due'), render: (_, ticket) => <TicketDue ticket={ticket} /> },
    {
      key: 'priority',
      title: say('column.priority'),
      render: (_, { priority }) => (
        <StatusTag tone={priorityTones[priority]}>{word(`ticket.priority.${priority}`)}</StatusTag>
      ),
    },
    {
      key: 'subject',
      title: say('column.subject'),
      render: (_, { subject }) => <span className="ticket-subject">{subject}</span>,
    },
    {
      key: 'category',
      title: say('column.category'),
      render: (_, { category }) => word(`ticket.category.${category}`),
    },
    {
      key: 'status',
      title: say('column.status'),
      render: (_, { status }) => <TicketStatus status={status} />,
    },
    {
      key: 'assignee',
      title: say('column.assignee'),
      render: (_, { assignee }) =>
        assignee?.name ?? <span className="quiet">{say('assignee.none')}</span>,
    },
    {
      key: 'merchant',
      title: say('merchant.label'),
      render: (_, { merchantId }) => <MerchantName id={merchantId} />,
    },
    { key: 'number', title: say('column.number'), dataIndex: 'number' },
    {
      key: 'opened',
      title: say('column.opened'),
      align: 'right',
      render: (_, { openedAt }) => <When at={openedAt} near />,
    },
  ];
}
