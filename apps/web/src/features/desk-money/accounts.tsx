/** The accounts of one owner with both sides and what is left in each account's own direction. */
import { negate } from '@kaitong/values';
import { Grid } from '../../parts/desk/detail.tsx';
import { MoneyText } from '../../parts/figures.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useAccounts, type Account } from './queries.ts';
import { words } from './words.ts';

export function Accounts({ merchantId }: { merchantId: string }) {
  const say = useSay(words);
  return (
    <Loaded query={useAccounts(merchantId)} lines={5}>
      {({ rows }) =>
        rows.length === 0 ? <p className="quiet">{say('accounts.empty')}</p> : <Table rows={rows} />
      }
    </Loaded>
  );
}

function Table({ rows }: { rows: readonly Account[] }) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Grid
      label={say('accounts.title')}
      rows={rows}
      keyOf={({ code, layer }) => `${code} ${layer}`}
      columns={[
        {
          title: say('accounts.account'),
          render: ({ code, layer }) => (
            <>
              <span className="figures quiet">{code}</span> {word(`ledger.account.${code}`)}
              {layer === 1 && <span className="quiet"> {say('accounts.held')}</span>}
            </>
          ),
        },
        {
          title: say('side.debit'),
          isRight: true,
          render: ({ debits }) => <MoneyText amount={debits} />,
        },
        {
          title: say('side.credit'),
          isRight: true,
          render: ({ credits }) => <MoneyText amount={credits} />,
        },
        {
          title: say('accounts.balance'),
          isRight: true,
          render: (account) => <Balance account={account} />,
        },
      ]}
    />
  );
}

/** On the side where it stands: below zero on one side is above zero on the other. */
function Balance({ account: { balance, side } }: { account: Account }) {
  const say = useSay(words);
  const isTurned = balance.minor < 0n;
  const standing = isTurned === (side === 'debit') ? 'credit' : 'debit';
  return (
    <>
      <span className="quiet">{balance.minor === 0n ? '' : say(`side.short.${standing}`)}</span>{' '}
      <strong>
        <MoneyText amount={isTurned ? negate(balance) : balance} />
      </strong>
    </>
  );
}
