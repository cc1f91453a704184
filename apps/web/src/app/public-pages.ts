/** Pages for those who have not signed in. A feature adds its line here and nowhere else. */
import type { PageEntry } from './pages.ts';

/** Where "I need a POS terminal" leads: the needs questionnaire. */
export const startPath = '/advise';

export const publicPages: readonly PageEntry[] = [
  { path: 'sign-in', load: () => import('../features/identity/sign-in-page.tsx') },
  { path: 'advise', load: () => import('../features/advice/ask-page.tsx') },
  { path: 'advise/$id', load: () => import('../features/advice/advice-page.tsx') },
  { path: 'verify', load: () => import('../features/contract/verify-page.tsx') },
  { path: 'verify/$hash', load: () => import('../features/contract/verify-page.tsx') },
  { path: 'guides', load: () => import('../features/guides/guides-page.tsx') },
  { path: 'guides/$guide', load: () => import('../features/guides/guide-page.tsx') },
  { path: 'agents/check', load: () => import('../features/guides/agent-page.tsx') },
  // The training terminal, which says in live mode that there is none.
  { path: 'terminal', load: () => import('../features/pos/pos-page.tsx') },
  // The bank that a sandbox has instead of the real one: the server answers it nowhere else.
  { path: 'sandbox-bank/$id', load: () => import('../features/bank/bank-page.tsx') },
];
