/** What passed the terminals: single payments, and the batches in which they are counted up. */
import { KeysHelp, useListKeyLines } from '../../parts/desk/keys.tsx';
import { Views } from '../../parts/desk/views.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { BatchesView } from './batches-view.tsx';
import { PaymentsView } from './payments-view.tsx';
import { words } from './words.ts';
import './payments.css';

export function Page() {
  const say = useSay(words);
  return (
    <PageFrame title={say('title')} actions={<KeysHelp lines={useListKeyLines()} />}>
      <Views
        base="/c/payments"
        views={[
          { key: 'list', label: say('view.list'), content: <PaymentsView /> },
          { key: 'batches', label: say('view.batches'), content: <BatchesView /> },
        ]}
      />
    </PageFrame>
  );
}
