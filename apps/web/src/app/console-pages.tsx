/** Every page of the console. A feature adds its line here and nowhere else, in the order of work. */
import { HomeOutlined } from '@ant-design/icons';
import { nav } from '../words/nav.ts';
import type { PageEntry } from './pages.ts';

export const consolePages: readonly PageEntry[] = [
  {
    path: 'desk',
    nav: { label: nav.desk, icon: <HomeOutlined /> },
    load: () => import('./desk-page.tsx'),
  },
  { path: 'account', load: () => import('../features/identity/account-page.tsx') },
];
