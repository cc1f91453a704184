/** A merchant's day on one page: opening, what moved it, closing. */
import { pathOf, api } from '@kaitong/contract';
import { day, isZero } from '@kaitong/values';
import type { TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { Detail, Grid, Part } from '../../parts/desk/detail.tsx';
import { ChooseDay, Filters } from '../../parts/desk/filters.tsx';
import { ChooseMerchant } from '../../parts/desk/names.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { DayText } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useStatement, useStatements, type Statement } from './queries.ts';
import { words } from './words.ts';

export function StatementsView() {
  const say = useSay(words);
  const { text, openId, open } = useAddress();
  const pages = useStatements({ merchantId: text('merchant'), day: text('day') });
  return (
    <DeskList
      filters={
        <Filters names={['merchant', 'day']}>
          <ChooseMerchant />
          <ChooseDay name="day" label={say('column.day')} />
        </Filters>
      }
      list={
        <DataTable
          label={say('view.statements')}
          pages={pages}
          columns={useColumns()}
          idOf={({ id }) => id}
          openId={openId}
          onOpen={({ id }) => open(id)}
          empty={say('statements.empty')}
        />
      }
      detail={openId && <StatementDetail key={openId} id={openId} />}
    />
  );
}

const sums = ['sales', 'undone', 'refunds', 'fees', 'net', 'paidOut', 'closing'] as const;

function useColumns(): TableColumnsType<Statement> {
  const say = useSay(words);
  const word = useWord();
  return [
    { key: 'day', title: say('column.day'), render: (_, row) => <DayText on={day(row.day)} /> },
    { key: 'merchant', title: say('merchant.label'), dataIndex: 'merchantName' },
    ...sums.map((name) => ({
      key: name,
      title: word(`statement.${name}`),
      align: 'right' as const,
      render: (_: unknown, row: Statement) => <MoneyText amount={row[name]} />,
    })),
  ];
}

function StatementDetail({ id }: { id: string }) {
  const say = useSay(words);
  return (
    <Loaded query={useStatement(id)} lines={10}>
      {(statement) => (
        <Detail title={<DayText on={day(statement.day)} />} lead={statement.merchantName}>
          <NetSum statement={statement} />
          <Movements statement={statement} />
          <a href={pathOf(api.settlement.statementText, { id })} target="_blank" rel="noreferrer">
            {say('statements.text')}
          </a>
        </Detail>
      )}
    </Loaded>
  );
}

function NetSum({ statement }: { statement: Statement }) {
  const say = useSay(words);
  const word = useWord();
  const counted = (count: number) => say('statements.count', { count });
  const rows = [
    { sign: '', name: 'sales', count: counted(statement.salesCount) },
    { sign: '−', name: 'undone', count: '' },
    { sign: '−', name: 'refunds', count: counted(statement.refundsCount) },
    { sign: '−', name: 'fees', count: '' },
    { sign: '=', name: 'net', count: '' },
  ] as const;
  return (
    <Grid
      label={word('statement.net')}
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        {
          title: say('column.kind'),
          render: ({ sign, name, count }) => (
            <>
              {sign} {word(`statement.${name}`)} <span className="quiet">{count}</span>
            </>
          ),
        },
        {
          title: say('column.amount'),
          isRight: true,
          render: ({ name }) => <MoneyText amount={statement[name]} />,
        },
      ]}
    />
  );
}

/** From the opening balance, line by line, to the closing one. */
function Movements({ statement }: { statement: Statement }) {
  const say = useSay(words);
  const word = useWord();
  const moved = statement.lines.filter(({ amount }) => !isZero(amount));
  const rows = [
    { label: word('statement.opening'), count: '', amount: statement.opening },
    ...moved.map(({ kind, count, amount }) => ({
      label: word(`ledger.kind.${kind}`),
      count: String(count),
      amount,
    })),
    { label: word('statement.closing'), count: '', amount: statement.closing },
  ];
  return (
    <Part title={say('statements.movements')}>
      <Grid
        label={say('statements.movements')}
        rows={rows}
        keyOf={({ label }) => label}
        columns={[
          { title: say('column.kind'), render: ({ label }) => label },
          { title: say('statements.times'), isRight: true, render: ({ count }) => count },
          {
            title: say('column.amount'),
            isRight: true,
            render: ({ amount }) => <MoneyText amount={amount} />,
          },
        ]}
      />
      {moved.length === 0 && <p className="quiet">{say('statements.still')}</p>}
    </Part>
  );
}
