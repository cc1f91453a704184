import type { Role } from '@kaitong/contract';

/** The sample staff of a sandbox. Live mode has none of them. */
export const sampleStaff: readonly { login: string; password: string; role: Role; name: string }[] =
  [
    { login: 'reviewer1', password: 'Sandbox-review-1', role: 'reviewer', name: '林审' },
    { login: 'reviewer2', password: 'Sandbox-review-2', role: 'reviewer', name: '周复' },
    { login: 'risk', password: 'Sandbox-risk-01', role: 'risk', name: '冯控' },
    { login: 'operator', password: 'Sandbox-ops-01', role: 'operator', name: '许运' },
    { login: 'technician', password: 'Sandbox-tech-01', role: 'technician', name: '何工' },
    { login: 'finance', password: 'Sandbox-finance-1', role: 'finance', name: '钱账' },
    { login: 'support', password: 'Sandbox-support-1', role: 'support', name: '温助' },
    { login: 'agent', password: 'Sandbox-agent-01', role: 'agent', name: '陆推' },
    { login: 'admin', password: 'Sandbox-admin-01', role: 'admin', name: '管理' },
    { login: 'auditor', password: 'Sandbox-audit-01', role: 'auditor', name: '沈稽' },
  ];
