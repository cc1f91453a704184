/** The record of everything, and whether it is whole. */
import { KeysHelp, useListKeyLines } from '../../parts/desk/keys.tsx';
import { Views } from '../../parts/desk/views.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { RecordsView } from './records-view.tsx';
import { VerificationView } from './verification-view.tsx';
import { words } from './words.ts';
import './audit.css';

export function Page() {
  const say = useSay(words);
  return (
    <PageFrame
      title={say('title')}
      lead={say('lead')}
      actions={<KeysHelp lines={useListKeyLines()} />}
    >
      <Views
        base="/c/audit"
        views={[
          { key: 'records', label: say('view.records'), content: <RecordsView /> },
          { key: 'verification', label: say('view.verification'), content: <VerificationView /> },
        ]}
      />
    </PageFrame>
  );
}
