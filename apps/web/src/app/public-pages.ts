/** Pages for those who have not signed in. A feature adds its line here and nowhere else. */
import type { PageEntry } from './pages.ts';

/** Where "I need a POS terminal" leads: the needs questionnaire, once it is here. */
export const startPath = '/sign-in';

export const publicPages: readonly PageEntry[] = [
  { path: 'sign-in', load: () => import('../features/identity/sign-in-page.tsx') },
];
