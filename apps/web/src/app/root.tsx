/** What stands around every page: the way past the navigation, the offline bar, the sandbox bar. */
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useIsSandbox } from '../house.ts';
import { Skeleton } from '../parts/skeleton.tsx';
import { useSay } from '../words/say.ts';
import { OfflineBar } from './offline-bar.tsx';
import './plain-page.css';

// Live never fetches it.
const SandboxBar = lazy(() => import('../features/sandbox/bar.tsx'));

export function Root() {
  const say = useSay();
  const isSandbox = useIsSandbox();
  return (
    <>
      <a className="skip" href="#main">
        {say('house.skip')}
      </a>
      <OfflineBar />
      {isSandbox && (
        <Suspense fallback={null}>
          <SandboxBar />
        </Suspense>
      )}
      <Suspense fallback={<Waiting />}>
        <Outlet />
      </Suspense>
    </>
  );
}

/** While a page is on its way: grey lines, not at once. */
export function Waiting() {
  return (
    <div className="plain-page">
      <Skeleton lines={5} />
    </div>
  );
}
