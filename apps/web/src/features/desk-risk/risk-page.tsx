/** What the rules noticed, and how much each merchant may take. */
import { KeysHelp, useListKeyLines } from '../../parts/desk/keys.tsx';
import { Views } from '../../parts/desk/views.tsx';
import { Page as PageFrame } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { AlertsView } from './alerts-view.tsx';
import { LimitsView } from './limits-view.tsx';
import { words } from './words.ts';
import './risk.css';

export function Page() {
  const say = useSay(words);
  return (
    <PageFrame title={say('title')} actions={<KeysHelp lines={useListKeyLines()} />}>
      <Views
        base="/c/risk"
        views={[
          { key: 'alerts', label: say('view.alerts'), content: <AlertsView /> },
          { key: 'limits', label: say('view.limits'), content: <LimitsView /> },
        ]}
      />
    </PageFrame>
  );
}
