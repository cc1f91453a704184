/** Every page of the merchant's phone. A feature adds its line here and nowhere else. */
import {
  MobileOutlined,
  NodeIndexOutlined,
  QuestionCircleOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import type { Role } from '@kaitong/contract';
import { nav } from '../words/nav.ts';
import type { PageEntry } from './pages.ts';

const owner: readonly Role[] = ['owner'];

export const merchantPages: readonly PageEntry[] = [
  {
    path: 'progress',
    nav: { label: nav.progress, icon: <NodeIndexOutlined /> },
    load: () => import('../features/journey/progress-page.tsx'),
  },
  {
    path: 'takings',
    nav: { label: nav.takings, icon: <WalletOutlined /> },
    load: () => import('../features/takings/takings-page.tsx'),
  },
  {
    path: 'terminals',
    nav: { label: nav.terminals, icon: <MobileOutlined /> },
    load: () => import('../features/terminal/terminals-page.tsx'),
  },
  {
    path: 'help',
    nav: { label: nav.help, icon: <QuestionCircleOutlined /> },
    load: () => import('../features/care/care-page.tsx'),
  },
  {
    path: 'apply/$adviceId',
    roles: owner,
    load: () => import('../features/application/start-page.tsx'),
  },
  {
    path: 'applications/$id',
    roles: owner,
    load: () => import('../features/application/application-page.tsx'),
  },
  {
    path: 'contracts',
    roles: owner,
    load: () => import('../features/contract/contracts-page.tsx'),
  },
  {
    path: 'contracts/$id',
    roles: owner,
    load: () => import('../features/contract/contract-page.tsx'),
  },
  { path: 'orders', roles: owner, load: () => import('../features/order/orders-page.tsx') },
  { path: 'orders/$id', roles: owner, load: () => import('../features/order/order-page.tsx') },
  { path: 'inbox', load: () => import('../features/inbox/inbox-page.tsx') },
  { path: 'account', load: () => import('../features/identity/account-page.tsx') },
];
