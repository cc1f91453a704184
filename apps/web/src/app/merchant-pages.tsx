/** Every page of the merchant's phone. A feature adds its line here and nowhere else. */
import {
  CheckSquareOutlined,
  MobileOutlined,
  NodeIndexOutlined,
  QuestionCircleOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import { nav } from '../words/nav.ts';
import type { PageEntry } from './pages.ts';

const nothingYet = () => import('./nothing-page.tsx');

export const merchantPages: readonly PageEntry[] = [
  {
    path: 'progress',
    nav: { label: nav.progress, icon: <NodeIndexOutlined /> },
    load: nothingYet,
  },
  {
    path: 'todo',
    nav: { label: nav.todo, icon: <CheckSquareOutlined /> },
    load: nothingYet,
  },
  {
    path: 'takings',
    nav: { label: nav.takings, icon: <WalletOutlined /> },
    load: nothingYet,
  },
  {
    path: 'terminals',
    nav: { label: nav.terminals, icon: <MobileOutlined /> },
    load: nothingYet,
  },
  {
    path: 'help',
    nav: { label: nav.help, icon: <QuestionCircleOutlined /> },
    load: nothingYet,
  },
  { path: 'account', load: () => import('../features/identity/account-page.tsx') },
];
