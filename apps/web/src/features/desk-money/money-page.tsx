/** From the day's sales to money at the bank, and the books behind it. */
import { KeysHelp, useListKeyLines } from '../../parts/desk/keys.tsx';
import { Views } from '../../parts/desk/views.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { BreaksView } from './breaks-view.tsx';
import { ClearingsView } from './clearings-view.tsx';
import { InvariantsView } from './invariants-view.tsx';
import { LedgerView } from './ledger-view.tsx';
import { PayoutsView } from './payouts-view.tsx';
import { StatementsView } from './statements-view.tsx';
import { words } from './words.ts';
import './money.css';

export function Page() {
  const say = useSay(words);
  return (
    <PageFrame title={say('title')} actions={<KeysHelp lines={useListKeyLines()} />}>
      <Views
        base="/c/money"
        views={[
          { key: 'clearings', label: say('view.clearings'), content: <ClearingsView /> },
          { key: 'breaks', label: say('view.breaks'), content: <BreaksView /> },
          { key: 'payouts', label: say('view.payouts'), content: <PayoutsView /> },
          { key: 'statements', label: say('view.statements'), content: <StatementsView /> },
          { key: 'ledger', label: say('view.ledger'), content: <LedgerView /> },
          { key: 'invariants', label: say('view.invariants'), content: <InvariantsView /> },
        ]}
      />
    </PageFrame>
  );
}
