/** Every page of the console. A feature adds its line here and nowhere else, in the order of work. */
import {
  AccountBookOutlined,
  AlertOutlined,
  AuditOutlined,
  CarOutlined,
  CustomerServiceOutlined,
  FileSearchOutlined,
  HomeOutlined,
  InboxOutlined,
  MobileOutlined,
  TeamOutlined,
  ToolOutlined,
  TransactionOutlined,
} from '@ant-design/icons';
import { deskRoles } from '../parts/desk/roles.ts';
import { nav } from '../words/nav.ts';
import type { PageEntry } from './pages.ts';

export const consolePages: readonly PageEntry[] = [
  {
    path: 'desk',
    nav: { label: nav.desk, icon: <HomeOutlined /> },
    load: () => import('../features/desk-home/home-page.tsx'),
  },
  { path: 'journeys/$id', load: () => import('../features/desk-home/journey-page.tsx') },
  {
    path: 'review',
    roles: deskRoles.review,
    nav: { label: nav.review, icon: <FileSearchOutlined /> },
    load: () => import('../features/desk-review/queue-page.tsx'),
  },
  {
    path: 'review/$id',
    roles: deskRoles.review,
    load: () => import('../features/desk-review/review-page.tsx'),
  },
  {
    path: 'orders',
    roles: deskRoles.orders,
    nav: { label: nav.orders, icon: <InboxOutlined /> },
    load: () => import('../features/desk-orders/orders-page.tsx'),
  },
  {
    path: 'orders/$view',
    roles: deskRoles.deposits,
    load: () => import('../features/desk-orders/orders-page.tsx'),
  },
  {
    path: 'visits',
    roles: deskRoles.visits,
    nav: { label: nav.visits, icon: <CarOutlined /> },
    load: () => import('../features/desk-visits/visits-page.tsx'),
  },
  {
    path: 'terminals',
    roles: deskRoles.terminals,
    nav: { label: nav.stock, icon: <MobileOutlined /> },
    load: () => import('../features/desk-terminals/terminals-page.tsx'),
  },
  {
    path: 'terminals/$view',
    roles: deskRoles.fleet,
    load: () => import('../features/desk-terminals/terminals-page.tsx'),
  },
  {
    path: 'payments',
    roles: deskRoles.payments,
    nav: { label: nav.payments, icon: <TransactionOutlined /> },
    load: () => import('../features/desk-payments/payments-page.tsx'),
  },
  {
    path: 'payments/$view',
    roles: deskRoles.payments,
    load: () => import('../features/desk-payments/payments-page.tsx'),
  },
  {
    path: 'money',
    roles: deskRoles.money,
    nav: { label: nav.money, icon: <AccountBookOutlined /> },
    load: () => import('../features/desk-money/money-page.tsx'),
  },
  {
    path: 'money/$view',
    roles: deskRoles.money,
    load: () => import('../features/desk-money/money-page.tsx'),
  },
  {
    path: 'cases',
    roles: deskRoles.cases,
    nav: { label: nav.cases, icon: <ToolOutlined /> },
    load: () => import('../features/desk-care/cases-page.tsx'),
  },
  {
    path: 'tickets',
    roles: deskRoles.tickets,
    nav: { label: nav.tickets, icon: <CustomerServiceOutlined /> },
    load: () => import('../features/desk-care/tickets-page.tsx'),
  },
  {
    path: 'risk',
    roles: deskRoles.risk,
    nav: { label: nav.risk, icon: <AlertOutlined /> },
    load: () => import('../features/desk-risk/risk-page.tsx'),
  },
  {
    path: 'risk/$view',
    roles: deskRoles.risk,
    load: () => import('../features/desk-risk/risk-page.tsx'),
  },
  {
    path: 'agents',
    roles: deskRoles.agents,
    nav: { label: nav.agents, icon: <TeamOutlined /> },
    load: () => import('../features/desk-agents/agents-page.tsx'),
  },
  {
    path: 'audit',
    roles: deskRoles.audit,
    nav: { label: nav.audit, icon: <AuditOutlined /> },
    load: () => import('../features/desk-audit/audit-page.tsx'),
  },
  {
    path: 'audit/$view',
    roles: deskRoles.audit,
    load: () => import('../features/desk-audit/audit-page.tsx'),
  },
  { path: 'account', load: () => import('../features/identity/account-page.tsx') },
];
