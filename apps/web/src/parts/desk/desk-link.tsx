/** A way to another desk; for who is not let in there it is only the words, or others. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../../house.ts';
import { isAtDesk, type Desk } from './roles.ts';

type DeskLinkParts = {
  readonly desk: Desk;
  /** Below the desk: `/inv` of `/c/money/inv`, or nothing. */
  readonly path?: string;
  /** What is filtered or open there. */
  readonly search?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
  /** What stands there without a way, where the words would promise one. */
  readonly or?: ReactNode;
};

export function DeskLink({ desk, path = '', search = {}, children, or }: DeskLinkParts) {
  const role = useMe()?.role;
  if (!isAtDesk(role, desk)) return or ?? children;
  return (
    <Link to={`/c/${homes[desk]}${path}`} search={search}>
      {children}
    </Link>
  );
}

const homes: Readonly<Record<Desk, string>> = {
  review: 'review',
  orders: 'orders',
  deposits: 'orders/deposits',
  visits: 'visits',
  terminals: 'terminals',
  fleet: 'terminals/fleet',
  gateway: 'terminals/gateway',
  payments: 'payments',
  money: 'money',
  cases: 'cases',
  tickets: 'tickets',
  risk: 'risk',
  agents: 'agents',
  audit: 'audit',
};
