/** Who works at which desk: for the navigation, and for links that lead only where one is let in. */
import type { Role } from '@kaitong/contract';

export const deskRoles = {
  review: ['reviewer', 'risk', 'auditor'],
  orders: ['operator', 'finance', 'support', 'auditor'],
  deposits: ['finance', 'support', 'auditor'],
  visits: ['technician', 'operator', 'support', 'reviewer', 'admin', 'auditor'],
  terminals: ['operator', 'technician', 'support', 'risk', 'admin', 'auditor'],
  fleet: ['technician', 'operator', 'support', 'risk', 'admin', 'auditor'],
  gateway: ['technician', 'operator', 'support', 'admin', 'auditor'],
  payments: ['finance', 'support', 'risk', 'auditor'],
  money: ['finance', 'auditor'],
  cases: ['support', 'technician', 'reviewer', 'risk', 'admin', 'auditor'],
  tickets: ['support', 'technician', 'admin', 'auditor'],
  risk: ['risk', 'auditor', 'admin'],
  agents: ['operator', 'admin'],
  audit: ['auditor', 'admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Desk = keyof typeof deskRoles;

export function isAtDesk(role: Role | undefined, desk: Desk): boolean {
  const roles: readonly Role[] = deskRoles[desk];
  return role !== undefined && roles.includes(role);
}
