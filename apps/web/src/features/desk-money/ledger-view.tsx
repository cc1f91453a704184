/** The books of a merchant, or of the house: what each account holds, and every journal behind it. */
import { day, money, sum } from '@kaitong/values';
import type { TableColumnsType } from 'antd';
import { DataTable } from '../../parts/data-table.tsx';
import { useAddress } from '../../parts/desk/address.ts';
import { DeskList } from '../../parts/desk/desk-list.tsx';
import { DeskLink } from '../../parts/desk/desk-link.tsx';
import { Detail, IdText } from '../../parts/desk/detail.tsx';
import { Filters, Find } from '../../parts/desk/filters.tsx';
import { ChooseMerchant, MerchantName } from '../../parts/desk/names.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { FieldList } from '../../parts/page.tsx';
import { DayText, When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { Accounts } from './accounts.tsx';
import { useJournals, type Journal } from './queries.ts';
import { TAccount } from './t-account.tsx';
import { words } from './words.ts';

const HOUSE = 'house';

export function LedgerView() {
  const say = useSay(words);
  const { text, openId, open } = useAddress();
  const merchantId = text('merchant') ?? HOUSE;
  const sourceId = text('source');
  const pages = useJournals({ merchantId, sourceId });
  const opened = pages.rows.find(({ id }) => id === openId);
  return (
    <DeskList
      filters={
        <Filters names={['merchant', 'source']}>
          <ChooseMerchant />
          <Find name="source" label={say('ledger.source')} />
        </Filters>
      }
      list={
        <div className="ledger">
          <h2>
            <OwnerName id={merchantId} />
          </h2>
          {sourceId === undefined && <Accounts merchantId={merchantId} />}
          <DataTable
            label={say('ledger.journals')}
            pages={pages}
            columns={useColumns()}
            idOf={({ id }) => id}
            openId={openId}
            onOpen={({ id }) => open(id)}
            empty={say('ledger.empty')}
          />
        </div>
      }
      detail={opened && <JournalDetail journal={opened} />}
    />
  );
}

function OwnerName({ id }: { id: string }) {
  const say = useSay(words);
  return id === HOUSE ? <>{say('ledger.house')}</> : <MerchantName id={id} />;
}

function useColumns(): TableColumnsType<Journal> {
  const say = useSay(words);
  const word = useWord();
  return [
    {
      key: 'posted',
      title: say('ledger.postedAt'),
      render: (_, { postedAt }) => <When at={postedAt} near />,
    },
    {
      key: 'kind',
      title: say('column.kind'),
      render: (_, { kind }) => word(`ledger.kind.${kind}`),
    },
    {
      key: 'turnover',
      title: say('ledger.turnover'),
      align: 'right',
      render: (_, journal) => <MoneyText amount={turnoverOf(journal)} />,
    },
    {
      key: 'valueDay',
      title: say('ledger.valueDay'),
      render: (_, { valueDay }) => <DayText on={day(valueDay)} />,
    },
    {
      key: 'source',
      title: say('ledger.about'),
      render: (_, { source }) => <IdText id={source.id} />,
    },
  ];
}

/** What one side adds up to; the other adds up to the same. */
function turnoverOf({ postings }: Journal) {
  const debits = postings.filter(({ side }) => side === 'debit').map(({ amount }) => amount);
  return debits.length === 0 ? money(0n) : sum(debits);
}

function JournalDetail({ journal }: { journal: Journal }) {
  const say = useSay(words);
  const word = useWord();
  const { open } = useAddress();
  const { reverses, source } = journal;
  return (
    <Detail
      title={word(`ledger.kind.${journal.kind}`)}
      lead={<OwnerName id={journal.merchantId} />}
    >
      <TAccount postings={journal.postings} />
      <FieldList
        fields={[
          { label: say('ledger.postedAt'), value: <When at={journal.postedAt} /> },
          { label: say('ledger.valueDay'), value: <DayText on={day(journal.valueDay)} /> },
          { label: say('ledger.about'), value: <SourceLink source={source} /> },
          {
            label: say('ledger.reverses'),
            value: reverses && (
              <button type="button" className="text-button" onClick={() => open(reverses)}>
                <IdText id={reverses} />
              </button>
            ),
          },
          { label: say('fact.id'), value: <IdText id={journal.id} /> },
        ].filter(({ value }) => value !== undefined)}
      />
    </Detail>
  );
}

/** To the thing itself, where this desk has a page for it. */
function SourceLink({ source: { type, id } }: { source: Journal['source'] }) {
  const text = <IdText id={id} />;
  if (type === 'payment')
    return (
      <DeskLink desk="payments" search={{ open: id }}>
        {text}
      </DeskLink>
    );
  if (type === 'payout')
    return (
      <DeskLink desk="money" path="/payouts" search={{ open: id }}>
        {text}
      </DeskLink>
    );
  return text;
}
