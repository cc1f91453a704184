/** Shown only in a sandbox: what time business has, ways to move it, and the phone that receives. */
import { lazy, Suspense, useState } from 'react';
import { useNow } from '../../clock.ts';
import { momentText } from '../../parts/when-text.ts';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useMoveClock } from './queries.ts';
import { words } from './words.ts';
import './bar.css';

const DAY_MS = 86_400_000;

// A drawer brings antd along, which the landing page does without.
const MessagesDrawer = lazy(() => import('./messages-drawer.tsx'));

export default function SandboxBar() {
  const say = useSay(words);
  const move = useMoveClock();
  const [phoneIs, setPhone] = useState<'unseen' | 'open' | 'closed'>('unseen');
  return (
    <aside className="sandbox-bar" aria-label={say('sandbox.label')}>
      <span className="sandbox-name">{say('sandbox.name')}</span>
      <BusinessClock />
      <button
        type="button"
        disabled={move.isBusy}
        onClick={() => move.run({ body: { advance_ms: DAY_MS } })}
      >
        {say('sandbox.day')}
      </button>
      <button
        type="button"
        disabled={move.isBusy}
        onClick={() => move.run({ body: { toNext: 'workingDay' } })}
      >
        {say('sandbox.workingDay')}
      </button>
      <button type="button" onClick={() => setPhone('open')}>
        {say('sandbox.messages')}
      </button>
      <span role="status" className="sandbox-told">
        {move.reply && say('sandbox.moved', { count: move.reply.fired })}
        {move.problem?.message}
      </span>
      {phoneIs !== 'unseen' && (
        <Suspense fallback={null}>
          <MessagesDrawer isOpen={phoneIs === 'open'} onClose={() => setPhone('closed')} />
        </Suspense>
      )}
    </aside>
  );
}

function BusinessClock() {
  const lang = useLang();
  const say = useSay();
  const now = useNow();
  return (
    <time className="sandbox-clock figures" dateTime={now.toISOString()}>
      {momentText(now, { lang, say, now })}
    </time>
  );
}
