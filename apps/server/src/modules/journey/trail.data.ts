import type { EventType } from '@kaitong/contract';

/** Which chart a piece of news moves, of what thing, and into which state. */
type Mark = { readonly chart: string; readonly subject: string; readonly status: string };

/**
 * The audit chain read as charts. `subject` names the payload's field that holds the id; a status that
 * begins with `:` is read from the payload too. News that moves no chart is left out.
 */
export const trail: { readonly [T in EventType]?: Mark } = {
  'application.opened': { chart: 'application', subject: 'applicationId', status: 'draft' },
  'application.submitted': { chart: 'application', subject: 'applicationId', status: 'queued' },
  'application.claimed': { chart: 'application', subject: 'applicationId', status: 'in_review' },
  'application.released': { chart: 'application', subject: 'applicationId', status: 'queued' },
  'application.returned': {
    chart: 'application',
    subject: 'applicationId',
    status: 'revision_required',
  },
  'application.reviewed': {
    chart: 'application',
    subject: 'applicationId',
    status: 'second_review',
  },
  'application.overturned': { chart: 'application', subject: 'applicationId', status: 'in_review' },
  'application.declined': { chart: 'application', subject: 'applicationId', status: 'declined' },
  'application.withdrawn': { chart: 'application', subject: 'applicationId', status: 'canceled' },
  'application.expired': { chart: 'application', subject: 'applicationId', status: 'expired' },
  'application.approved': {
    chart: 'application',
    subject: 'applicationId',
    status: 'to_be_signed',
  },
  'application.finished': { chart: 'application', subject: 'applicationId', status: 'finished' },
  'contract.ready': { chart: 'contract', subject: 'contractId', status: 'pending_sign' },
  'contract.signed': { chart: 'contract', subject: 'contractId', status: 'signed' },
  'contract.lapsed': { chart: 'contract', subject: 'contractId', status: 'lapsed' },
  'contract.terminated': { chart: 'contract', subject: 'contractId', status: 'terminated' },
  'order.opened': { chart: 'order', subject: 'orderId', status: ':status' },
  'order.paid': { chart: 'order', subject: 'orderId', status: 'placed' },
  'order.allocated': { chart: 'order', subject: 'orderId', status: 'confirmed' },
  'order.shipped': { chart: 'order', subject: 'orderId', status: 'shipped' },
  'order.delivered': { chart: 'order', subject: 'orderId', status: 'delivered' },
  'order.unboxed': { chart: 'order', subject: 'orderId', status: 'unboxed' },
  'order.canceled': { chart: 'order', subject: 'orderId', status: 'canceled' },
  'order.completed': { chart: 'order', subject: 'orderId', status: 'completed' },
  'order.moved': { chart: 'order', subject: 'orderId', status: ':status' },
  'deposit.collected': { chart: 'deposit', subject: 'depositId', status: 'collected' },
  'deposit.moved': { chart: 'deposit', subject: 'depositId', status: ':status' },
  'deposit.refunded': { chart: 'deposit', subject: 'depositId', status: 'refunded' },
  'visit.scheduled': { chart: 'visit', subject: 'visitId', status: 'scheduled' },
  'visit.moved': { chart: 'visit', subject: 'visitId', status: ':status' },
  'visit.accepted': { chart: 'visit', subject: 'visitId', status: 'accepted' },
  'training.moved': { chart: 'training', subject: 'userId', status: ':status' },
  'training.passed': { chart: 'training', subject: 'userId', status: 'passed' },
  'terminal.activated': { chart: 'terminal', subject: 'terminalId', status: 'activated' },
  'terminal.selfTested': { chart: 'terminal', subject: 'terminalId', status: 'self_tested' },
  'terminal.inService': { chart: 'terminal', subject: 'terminalId', status: 'in_service' },
  'terminal.suspended': { chart: 'terminal', subject: 'terminalId', status: 'suspended' },
  'terminal.restored': { chart: 'terminal', subject: 'terminalId', status: 'in_service' },
  'terminal.unbound': { chart: 'terminal', subject: 'terminalId', status: 'unbound' },
  'payout.sent': { chart: 'payout', subject: 'payoutId', status: 'in_transit' },
  'payout.paid': { chart: 'payout', subject: 'payoutId', status: 'paid' },
  'payout.failed': { chart: 'payout', subject: 'payoutId', status: 'failed' },
  'case.reported': { chart: 'case', subject: 'caseId', status: 'reported' },
  'case.moved': { chart: 'case', subject: 'caseId', status: ':status' },
  'case.approved': { chart: 'case', subject: 'caseId', status: 'approved' },
  'case.restored': { chart: 'case', subject: 'caseId', status: 'restored' },
  'case.closed': { chart: 'case', subject: 'caseId', status: 'closed' },
};
