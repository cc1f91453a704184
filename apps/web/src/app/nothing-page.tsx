/** A page whose feature is not there yet: it is named, and truly empty. */
import { useRouterState } from '@tanstack/react-router';
import { EmptyState, Page as PageFrame } from '../parts/page.tsx';
import { useLang } from '../words/language.ts';
import { merchantPages } from './merchant-pages.tsx';

export function Page() {
  const lang = useLang();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const entry = merchantPages.find((page) => path === `/m/${page.path}`);
  return (
    <PageFrame title={entry?.nav?.label[lang] ?? ''}>
      <EmptyState />
    </PageFrame>
  );
}
