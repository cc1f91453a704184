/** Installations: who goes where and when, and the list that is worked through on site. */
import { isDay } from '@kaitong/values';
import type { TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { Choose, Filters } from '../../parts/desk/filters.tsx';
import { KeysHelp, useListKeyLines } from '../../parts/desk/keys.tsx';
import { ChooseMerchant } from '../../parts/desk/names.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DayText, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useVisits, type Visit } from './queries.ts';
import { visitTones } from './tones.ts';
import { VisitDetail } from './visit-detail.tsx';
import { words } from './words.ts';
import './visits.css';

const statuses = Object.keys(visitTones) as Visit['status'][];

export function Page() {
  const say = useSay(words);
  return (
    <PageFrame
      title={say('visits.title')}
      lead={say('visits.lead')}
      actions={<KeysHelp lines={useListKeyLines()} />}
    >
      <Visits />
    </PageFrame>
  );
}

function Visits() {
  const say = useSay(words);
  const word = useWord();
  const { text, oneOf, openId, open } = useAddress();
  const status = oneOf('status', statuses);
  const merchantId = text('merchant');
  const pages = useVisits({
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
            options={statuses.map((value) => ({ value, label: word(`visit.${value}`) }))}
          />
          <ChooseMerchant />
        </Filters>
      }
      list={
        <DataTable
          label={say('visits.title')}
          pages={pages}
          columns={useColumns(openId !== undefined)}
          idOf={({ id }) => id}
          openId={openId}
          onOpen={({ id }) => open(id)}
          empty={say('visits.empty')}
        />
      }
      detail={openId && <VisitDetail key={openId} id={openId} />}
    />
  );
}

function useColumns(isBeside: boolean): TableColumnsType<Visit> {
  const say = useSay(words);
  const word = useWord();
  const columns: TableColumnsType<Visit> = [
    {
      key: 'status',
      title: say('column.status'),
      render: (_, { status }) => (
        <StatusTag tone={visitTones[status]}>{word(`visit.${status}`)}</StatusTag>
      ),
    },
    { key: 'store', title: say('column.store'), dataIndex: 'storeName' },
    {
      key: 'time',
      title: say('column.time'),
      render: (_, { startsAt, mode }) => {
        if (startsAt) return <When at={startsAt} near />;
        return mode === 'onSite' && <span className="quiet">{say('time.none')}</span>;
      },
    },
    {
      key: 'due',
      title: say('column.due'),
      render: (_, { dueOn }) => isDay(dueOn) && <DayText on={dueOn} />,
    },
  ];
  if (isBeside) return columns;
  return [
    ...columns,
    {
      key: 'who',
      title: say('column.who'),
      render: (_, { technician }) => technician?.name ?? '–',
    },
    { key: 'mode', title: say('column.mode'), render: (_, { mode }) => word(`visit.mode.${mode}`) },
    { key: 'serial', title: say('column.serial'), dataIndex: 'serial' },
    { key: 'address', title: say('fact.address'), dataIndex: 'storeAddress', ellipsis: true },
  ];
}
