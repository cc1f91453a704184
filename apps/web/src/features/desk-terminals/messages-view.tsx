/** What terminals said and were answered; beside the list one message as its bytes. */
import { messageKinds, messageOutcomes } from '@kaitong/contract';
import { Switch, type TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress, type Address } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { Choose, Filters, Find } from '../../parts/desk/filters.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { When } from '../../parts/when.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { Answer } from './message-answer.tsx';
import { MessageDetail } from './message-detail.tsx';
import { useTerminalMessages, type TerminalMessage } from './queries.ts';
import { words } from './words.ts';

const filters = ['terminalNo', 'trace', 'code', 'kind', 'outcome'] as const;

export function MessagesView() {
  const say = useSay(words);
  const address = useAddress();
  const { text, change, openId, open } = address;
  const isLive = text('live') === 'yes';
  const pages = useTerminalMessages(wantedOf(address), { isLive });
  return (
    <DeskList
      filters={
        <div className="messages-head">
          <MessageFilters />
          <label className="messages-live">
            <Switch
              size="small"
              checked={isLive}
              onChange={(on) => change({ live: on ? 'yes' : undefined, open: openId })}
            />
            {say('messages.live')}
          </label>
        </div>
      }
      list={
        <DataTable
          label={say('view.messages')}
          pages={pages}
          columns={useColumns(openId !== undefined)}
          idOf={({ id }) => id}
          openId={openId}
          onOpen={({ id }) => open(id)}
          empty={say('messages.empty')}
        />
      }
      detail={openId && <MessageDetail key={openId} id={openId} />}
    />
  );
}

/** What the address asks for; what is no number of its kind yet asks for nothing. */
function wantedOf({ text, oneOf }: Address) {
  const trace = text('trace')?.padStart(6, '0');
  const code = text('code')?.toUpperCase();
  const terminalNo = text('terminalNo');
  const kind = oneOf('kind', messageKinds);
  const outcome = oneOf('outcome', messageOutcomes);
  return {
    ...(terminalNo && /^[0-9A-Za-z]{1,8}$/.test(terminalNo) ? { terminalNo } : {}),
    ...(trace && /^\d{6}$/.test(trace) ? { trace } : {}),
    ...(code && /^[0-9A-Z]{2}$/.test(code) ? { code } : {}),
    ...(kind ? { kind } : {}),
    ...(outcome ? { outcome } : {}),
  };
}

function MessageFilters() {
  const say = useSay(words);
  const word = useWord();
  return (
    <Filters names={filters}>
      <Find name="terminalNo" label={say('column.terminalNo')} length_max={8} />
      <Find name="trace" label={say('messages.trace')} length_max={6} />
      <Find name="code" label={say('messages.code')} length_max={2} />
      <Choose
        name="kind"
        label={say('messages.kind')}
        options={messageKinds.map((value) => ({ value, label: word(`gateway.kind.${value}`) }))}
      />
      <Choose
        name="outcome"
        label={say('messages.outcome')}
        options={messageOutcomes.map((value) => ({
          value,
          label: word(`gateway.outcome.${value}`),
        }))}
      />
    </Filters>
  );
}

function useColumns(isBeside: boolean): TableColumnsType<TerminalMessage> {
  const say = useSay(words);
  const lang = useLang();
  // The answer first: a phone shows no more than three columns.
  const columns: TableColumnsType<TerminalMessage> = [
    { key: 'at', title: say('messages.at'), render: (_, { at }) => <When at={at} near /> },
    { key: 'kind', title: say('messages.kind'), render: (_, one) => one.kindWords[lang] },
    { key: 'code', title: say('messages.answer'), render: (_, one) => <Answer message={one} /> },
    {
      key: 'terminal',
      title: say('column.terminalNo'),
      render: (_, { terminalNo }) => <span className="figures">{terminalNo ?? '–'}</span>,
    },
    {
      key: 'trace',
      title: say('messages.trace'),
      render: (_, { trace }) => <span className="figures">{trace ?? '–'}</span>,
    },
  ];
  if (isBeside) return columns;
  return [
    ...columns,
    {
      key: 'amount',
      title: say('messages.amount'),
      align: 'right',
      render: (_, { amount }) => (amount ? <MoneyText amount={amount} /> : '–'),
    },
    {
      key: 'took',
      title: say('messages.took'),
      align: 'right',
      render: (_, { duration_ms }) => (
        <span className="figures">{say('messages.ms', { count: Math.round(duration_ms) })}</span>
      ),
    },
  ];
}
