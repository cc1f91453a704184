import { EmptyState, Page as PageFrame } from '../../parts/page.tsx';
import { useSay } from '../../words/say.ts';
import { words } from './words.ts';

export function Page() {
  const say = useSay(words);
  return (
    <PageFrame title={say('title')}>
      <EmptyState />
    </PageFrame>
  );
}
