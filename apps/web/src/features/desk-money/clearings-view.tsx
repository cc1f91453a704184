/** The card network's file of each business day: whether it came, and whether it is what we booked. */
import { day } from '@kaitong/values';
import type { TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { DeskLink } from '../../parts/desk/desk-link.tsx';
import { Detail, IdText } from '../../parts/desk/detail.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { FieldList } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { DayText, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useClearings, type Clearing } from './queries.ts';
import { clearingTones } from './tones.ts';
import { words } from './words.ts';

export function ClearingsView() {
  const say = useSay(words);
  const { openId, open } = useAddress();
  const pages = useClearings();
  const opened = pages.rows.find(({ id }) => id === openId);
  return (
    <DeskList
      list={
        <DataTable
          label={say('view.clearings')}
          pages={pages}
          columns={useColumns()}
          idOf={({ id }) => id}
          openId={openId}
          onOpen={({ id }) => open(id)}
          empty={say('clearings.empty')}
        />
      }
      detail={opened && <ClearingDetail clearing={opened} />}
    />
  );
}

function useColumns(): TableColumnsType<Clearing> {
  const say = useSay(words);
  return [
    { key: 'day', title: say('column.day'), render: (_, row) => <DayText on={day(row.day)} /> },
    {
      key: 'status',
      title: say('column.status'),
      render: (_, row) => <ClearingStatus clearing={row} />,
    },
    {
      key: 'matched',
      title: say('clearings.matched'),
      align: 'right',
      render: (_, { matched, lines }) => say('clearings.matchedOf', { matched, lines }),
    },
    {
      key: 'breaks',
      title: say('view.breaks'),
      align: 'right',
      render: (_, { breaks }) =>
        breaks > 0 ? <StatusTag tone="harm">{String(breaks)}</StatusTag> : '0',
    },
    {
      key: 'gross',
      title: say('clearings.gross'),
      align: 'right',
      render: (_, { gross }) => <MoneyText amount={gross} />,
    },
    {
      key: 'fees',
      title: say('clearings.fees'),
      align: 'right',
      render: (_, { fees }) => <MoneyText amount={fees} />,
    },
    {
      key: 'net',
      title: say('clearings.net'),
      align: 'right',
      render: (_, { net }) => <MoneyText amount={net} />,
    },
    {
      key: 'done',
      title: say('clearings.doneAt'),
      render: (_, { doneAt }) => (doneAt ? <When at={doneAt} near /> : '–'),
    },
  ];
}

function ClearingStatus({ clearing: { status, reason } }: { clearing: Clearing }) {
  const word = useWord();
  return (
    <>
      <StatusTag tone={clearingTones[status]}>{word(`clearing.${status}`)}</StatusTag>
      {reason && <span className="quiet"> {word(`settlement.file.${reason}`)}</span>}
    </>
  );
}

function ClearingDetail({ clearing }: { clearing: Clearing }) {
  const say = useSay(words);
  const { status, breaks, askedAt, doneAt, sha256, lines, matched } = clearing;
  return (
    <Detail
      title={<DayText on={day(clearing.day)} />}
      tag={<ClearingStatus clearing={clearing} />}
      lead={say(`clearings.${status}`)}
    >
      <p className="money-sum">
        <MoneyText amount={clearing.gross} /> − <MoneyText amount={clearing.fees} /> ={' '}
        <strong>
          <MoneyText amount={clearing.net} />
        </strong>
      </p>
      <p className="quiet">{say('clearings.sum')}</p>
      <FieldList
        fields={[
          {
            label: say('clearings.matched'),
            value: say('clearings.matchedOf', { matched, lines }),
          },
          {
            label: say('view.breaks'),
            value:
              breaks > 0 ? (
                <DeskLink desk="money" path="/breaks">
                  {String(breaks)}
                </DeskLink>
              ) : (
                '0'
              ),
          },
          ...(askedAt ? [{ label: say('clearings.askedAt'), value: <When at={askedAt} /> }] : []),
          { label: say('clearings.doneAt'), value: doneAt && <When at={doneAt} /> },
          { label: 'SHA-256', value: sha256 && <IdText id={sha256} /> },
          { label: say('fact.id'), value: <IdText id={clearing.id} /> },
        ]}
      />
    </Detail>
  );
}
