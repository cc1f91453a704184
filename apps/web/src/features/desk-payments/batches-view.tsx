/** Batches of terminals: what the terminal counted and what we counted, side by side. */
import { isZero, subtract, type Money } from '@kaitong/values';
import type { TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { Detail, Grid, IdText } from '../../parts/desk/detail.tsx';
import { Choose, Filters } from '../../parts/desk/filters.tsx';
import { ChooseMerchant, MerchantName, TerminalLink } from '../../parts/desk/names.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { FieldList } from '../../parts/page.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useBatches, type Batch } from './queries.ts';
import { batchTones } from './tones.ts';
import { words } from './words.ts';

const statuses = Object.keys(batchTones) as Batch['status'][];

export function BatchesView() {
  const say = useSay(words);
  const word = useWord();
  const { text, oneOf, openId, open } = useAddress();
  const pages = useBatches({ merchantId: text('merchant'), status: oneOf('status', statuses) });
  const opened = pages.rows.find(({ id }) => id === openId);
  return (
    <DeskList
      filters={
        <Filters names={['merchant', 'status']}>
          <ChooseMerchant />
          <Choose
            name="status"
            label={say('filter.status')}
            options={statuses.map((value) => ({ value, label: word(`batch.${value}`) }))}
          />
        </Filters>
      }
      list={
        <DataTable
          label={say('view.batches')}
          pages={pages}
          columns={useColumns()}
          idOf={({ id }) => id}
          openId={openId}
          onOpen={({ id }) => open(id)}
          empty={say('batches.empty')}
        />
      }
      detail={opened && <BatchDetail batch={opened} />}
    />
  );
}

function useColumns(): TableColumnsType<Batch> {
  const say = useSay(words);
  const word = useWord();
  return [
    {
      key: 'opened',
      title: say('batches.opened'),
      render: (_, { openedAt }) => <When at={openedAt} near />,
    },
    { key: 'no', title: say('batches.no'), dataIndex: 'batchNo' },
    {
      key: 'status',
      title: say('column.status'),
      render: (_, { status }) => (
        <StatusTag tone={batchTones[status]}>{word(`batch.${status}`)}</StatusTag>
      ),
    },
    {
      key: 'merchant',
      title: say('merchant.label'),
      render: (_, { merchantId }) => <MerchantName id={merchantId} />,
    },
    { key: 'terminal', title: say('terminal.label'), dataIndex: 'terminalNo' },
    {
      key: 'ours',
      title: say('batches.ours'),
      align: 'right',
      render: (_, { ours }) => <Sum totals={ours} />,
    },
    {
      key: 'theirs',
      title: say('batches.theirs'),
      align: 'right',
      render: (_, { theirs }) => (theirs ? <Sum totals={theirs} /> : '–'),
    },
    {
      key: 'closed',
      title: say('batches.closed'),
      render: (_, { closedAt }) => (closedAt ? <When at={closedAt} near /> : '–'),
    },
  ];
}

type Totals = Batch['ours'];

function Sum({ totals }: { totals: Totals }) {
  const say = useSay(words);
  return (
    <>
      <MoneyText amount={subtract(totals.debit, totals.credit)} />{' '}
      <span className="quiet figures">
        {say('batches.count', { count: totals.debitCount + totals.creditCount })}
      </span>
    </>
  );
}

function BatchDetail({ batch }: { batch: Batch }) {
  const say = useSay(words);
  const word = useWord();
  const { ours, theirs, status, closedAt } = batch;
  return (
    <Detail
      title={say('batches.name', { no: batch.batchNo })}
      tag={<StatusTag tone={batchTones[status]}>{word(`batch.${status}`)}</StatusTag>}
      lead={
        <>
          <MerchantName id={batch.merchantId} /> · {batch.terminalNo}
        </>
      }
    >
      <p className="quiet">{say(theirs ? 'batches.compared' : 'batches.running')}</p>
      <Comparison ours={ours} theirs={theirs} />
      <FieldList
        fields={[
          { label: say('terminal.label'), value: <TerminalLink id={batch.terminalId} /> },
          { label: say('batches.opened'), value: <When at={batch.openedAt} /> },
          { label: say('batches.closed'), value: closedAt && <When at={closedAt} /> },
          { label: say('fact.id'), value: <IdText id={batch.id} /> },
        ]}
      />
    </Detail>
  );
}

function Comparison({ ours, theirs }: { ours: Totals; theirs: Totals | undefined }) {
  const say = useSay(words);
  return (
    <Grid
      label={say('view.batches')}
      rows={['debit', 'credit'] as const}
      keyOf={(side) => side}
      columns={[
        { title: say('column.kind'), render: (side) => say(`batches.${side}`) },
        {
          title: say('batches.ours'),
          isRight: true,
          render: (side) => <Line amount={ours[side]} count={ours[`${side}Count`]} />,
        },
        {
          title: say('batches.theirs'),
          isRight: true,
          render: (side) =>
            theirs ? <Line amount={theirs[side]} count={theirs[`${side}Count`]} /> : '–',
        },
        {
          title: say('batches.difference'),
          isRight: true,
          render: (side) => theirs && <Difference ours={ours[side]} theirs={theirs[side]} />,
        },
      ]}
    />
  );
}

function Line({ amount, count }: { amount: Money; count: number }) {
  const say = useSay(words);
  return (
    <>
      <MoneyText amount={amount} />{' '}
      <span className="quiet figures">{say('batches.count', { count })}</span>
    </>
  );
}

function Difference({ ours, theirs }: { ours: Money; theirs: Money }) {
  const amount = subtract(theirs, ours);
  return (
    <StatusTag tone={isZero(amount) ? 'done' : 'harm'}>
      <MoneyText amount={amount} />
    </StatusTag>
  );
}
