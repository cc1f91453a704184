/** A till to practise on: the terminal of packages/terminal with a face. Only in a sandbox. */
import { Page as PageFrame, EmptyState } from '../../parts/page.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useSay } from '../../words/say.ts';
import { Counter } from './counter.tsx';
import { useMode } from './queries.ts';
import { useDevice } from './use-device.ts';
import { Welcome } from './welcome.tsx';
import { words } from './words.ts';
import './pos.css';

export function Page() {
  const say = useSay(words);
  const mode = useMode();
  return (
    <div className="pos">
      <PageFrame title={say('pos.title')} lead={say('pos.lead')}>
        {mode === undefined && <Skeleton lines={8} />}
        {mode === 'live' && <EmptyState title={say('notFound.title')} text={say('pos.live')} />}
        {mode === 'sandbox' && <Terminal />}
      </PageFrame>
    </div>
  );
}

function Terminal() {
  const { device, snapshot } = useDevice();
  if (snapshot.facts === undefined) return <Welcome device={device} />;
  return <Counter device={device} snapshot={snapshot} facts={snapshot.facts} />;
}
