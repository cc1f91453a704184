import { useSyncExternalStore } from 'react';
import { useSay } from '../words/say.ts';
import './offline-bar.css';

/** Says that the line is gone and that nothing is lost, for as long as it is gone. */
export function OfflineBar() {
  const say = useSay();
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <div role="status" className="offline-bar">
      {!isOnline && say('offline.bar')}
    </div>
  );
}

function listen(tell: () => void): () => void {
  addEventListener('online', tell);
  addEventListener('offline', tell);
  return () => {
    removeEventListener('online', tell);
    removeEventListener('offline', tell);
  };
}
