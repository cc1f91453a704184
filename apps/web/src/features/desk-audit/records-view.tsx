/** Who did what, newest first; by kind of event. */
import { Select, type TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { IdText } from '../../parts/desk/detail.tsx';
import { Filters } from '../../parts/desk/filters.tsx';
import { toldTypes } from '../../parts/journey-words.ts';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { Actor } from './actor.tsx';
import { ChainName } from './chain-name.tsx';
import { useRecords, type AuditRecord } from './queries.ts';
import { RecordDetail } from './record-detail.tsx';
import { StatusName } from './status-name.tsx';
import { eventTypes, useEventWord } from './use-event-word.ts';
import { words } from './words.ts';

export function RecordsView() {
  const say = useSay(words);
  const { text, openId, open } = useAddress();
  const pages = useRecords(text('type'));
  const opened = pages.rows.find((row) => idOf(row) === openId);
  return (
    <DeskList
      filters={
        <Filters names={['type']}>
          <ChooseType />
        </Filters>
      }
      list={
        <DataTable
          label={say('view.records')}
          pages={pages}
          columns={useColumns()}
          idOf={idOf}
          openId={openId}
          onOpen={(row) => open(idOf(row))}
          empty={say('records.empty')}
        />
      }
      detail={opened && <RecordDetail record={opened} />}
    />
  );
}

function idOf({ chain, seq }: AuditRecord): string {
  return `${chain}.${seq}`;
}

function ChooseType() {
  const say = useSay(words);
  const word = useEventWord();
  const { text, change } = useAddress();
  return (
    <Select<string>
      className="audit-type"
      aria-label={say('filter.type')}
      placeholder={say('filter.type')}
      allowClear
      virtual={false}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      value={text('type') ?? null}
      onChange={(type: string | undefined) => change({ type })}
      options={[...toldTypes, ...eventTypes]
        .toSorted()
        .map((type) => ({ value: type, label: `${word(type)} ${type}` }))}
    />
  );
}

function useColumns(): TableColumnsType<AuditRecord> {
  const say = useSay(words);
  const word = useEventWord();
  return [
    { key: 'at', title: say('column.at'), render: (_, { at }) => <When at={at} near /> },
    {
      key: 'what',
      title: say('column.what'),
      render: (_, { type, payload: { status } }) => (
        <>
          {word(type)}
          {typeof status === 'string' && (
            <span className="quiet">
              {' → '}
              <StatusName type={type} status={status} />
            </span>
          )}
        </>
      ),
    },
    { key: 'who', title: say('column.who'), render: (_, record) => <Actor record={record} /> },
    {
      key: 'about',
      title: say('column.about'),
      render: (_, { chain }) => <ChainName chain={chain} />,
    },
    { key: 'seq', title: say('column.seq'), align: 'right', dataIndex: 'seq' },
    { key: 'type', title: say('column.type'), render: (_, { type }) => <IdText id={type} /> },
  ];
}
