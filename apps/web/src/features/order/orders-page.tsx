/** The merchant's orders; whoever has one only is shown it at once. */
import { Navigate } from '@tanstack/react-router';
import { ButtonLink } from '../../parts/button-link.tsx';
import { EmptyState, Page as PageFrame } from '../../parts/page.tsx';
import { Row, RowPages } from '../../parts/rows.tsx';
import { StatusTag } from '../../parts/status-tag.tsx';
import { When } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { useOrders } from './queries.ts';
import { orderTones } from './tones.ts';
import { words } from './words.ts';

export function Page() {
  const say = useSay(words);
  const word = useWord();
  const orders = useOrders();
  const [only, ...more] = orders.rows;
  if (only && more.length === 0) return <Navigate to={`/m/orders/${only.id}`} replace />;
  return (
    <PageFrame title={say('orders.title')} back={{ to: '/m/progress', label: say('order.back') }}>
      <RowPages label={say('orders.title')} pages={orders} empty={<None />}>
        {({ id, kind, status, createdAt, serial }) => (
          <Row
            key={id}
            to={`/m/orders/${id}`}
            title={word(`orders.kind.${kind}`)}
            hint={serial ?? <When at={createdAt} near />}
            value={<StatusTag tone={orderTones[status]}>{word(`order.${status}`)}</StatusTag>}
          />
        )}
      </RowPages>
    </PageFrame>
  );
}

function None() {
  const say = useSay(words);
  return (
    <EmptyState
      title={say('orders.none')}
      text={say('orders.none.text')}
      action={<ButtonLink to="/m/progress">{say('orders.none.go')}</ButtonLink>}
    />
  );
}
