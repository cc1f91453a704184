/** Orders from the signed contract to the terminal in hand, and the deposits for them. */
import { api } from '@kaitong/contract';
import { KeysHelp, useListKeyLines } from '../../parts/desk/keys.tsx';
import { useMay } from '../../parts/desk/may.ts';
import { Views } from '../../parts/desk/views.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { DepositsView } from './deposits-view.tsx';
import { OrdersView } from './orders-view.tsx';
import { words } from './words.ts';

export function Page() {
  const say = useSay(words);
  const seesDeposits = useMay(api.orders.listDeposits);
  return (
    <PageFrame
      title={say('orders.title')}
      lead={say('orders.lead')}
      actions={<KeysHelp lines={useListKeyLines()} />}
    >
      <Views
        base="/c/orders"
        views={[
          { key: 'orders', label: say('view.orders'), content: <OrdersView /> },
          ...(seesDeposits
            ? [{ key: 'deposits', label: say('view.deposits'), content: <DepositsView /> }]
            : []),
        ]}
      />
    </PageFrame>
  );
}
