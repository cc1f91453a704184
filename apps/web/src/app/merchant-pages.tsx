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
    nav: {
      label: nav.progress,
      icon: <NodeIndexOutlined />,
      covers: ['apply', 'applications', 'contracts', 'orders', 'visits', 'training'],
    },
    load: () => import('../features/journey/progress-page.tsx'),
  },
  {
    path: 'takings',
    nav: {
      label: nav.takings,
      icon: <WalletOutlined />,
      covers: ['payments', 'payouts', 'statements', 'limits'],
    },
    load: () => import('../features/takings/takings-page.tsx'),
  },
  {
    path: 'terminals',
    nav: { label: nav.terminals, icon: <MobileOutlined /> },
    load: () => import('../features/terminal/terminals-page.tsx'),
  },
  {
    path: 'help',
    nav: {
      label: nav.help,
      icon: <QuestionCircleOutlined />,
      covers: ['cases', 'tickets', 'guides', 'agents'],
    },
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
  { path: 'visits', load: () => import('../features/visit/visits-page.tsx') },
  { path: 'visits/$id', load: () => import('../features/visit/visit-page.tsx') },
  { path: 'training', load: () => import('../features/training/training-page.tsx') },
  { path: 'terminals/$id', load: () => import('../features/terminal/terminal-page.tsx') },
  { path: 'cases/new', load: () => import('../features/care/new-case-page.tsx') },
  { path: 'cases/new/$terminal', load: () => import('../features/care/new-case-page.tsx') },
  { path: 'cases/$id', load: () => import('../features/care/case-page.tsx') },
  { path: 'tickets/new', load: () => import('../features/care/new-ticket-page.tsx') },
  { path: 'tickets/$id', load: () => import('../features/care/ticket-page.tsx') },
  { path: 'guides', load: () => import('../features/guides/guides-page.tsx') },
  { path: 'guides/$guide', load: () => import('../features/guides/guide-page.tsx') },
  { path: 'agents/check', load: () => import('../features/guides/agent-page.tsx') },
  { path: 'payments/$id', load: () => import('../features/takings/payment-page.tsx') },
  { path: 'payouts', roles: owner, load: () => import('../features/takings/payouts-page.tsx') },
  { path: 'payouts/$id', roles: owner, load: () => import('../features/takings/payout-page.tsx') },
  {
    path: 'statements',
    roles: owner,
    load: () => import('../features/takings/statements-page.tsx'),
  },
  {
    path: 'statements/$id',
    roles: owner,
    load: () => import('../features/takings/statement-page.tsx'),
  },
  { path: 'limits', roles: owner, load: () => import('../features/takings/limits-page.tsx') },
  { path: 'inbox', load: () => import('../features/inbox/inbox-page.tsx') },
  { path: 'account', load: () => import('../features/identity/account-page.tsx') },
];
