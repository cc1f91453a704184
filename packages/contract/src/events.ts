/**
 * The news that modules tell each other. A module emits its own; modules below it hear them.
 * Payloads hold ids and plain facts, never secrets: they are kept for ever in the audit chain.
 */
export type Events = {
  'user.registered': { userId: string };
  'file.kept': { fileId: string; kind: string; sha256: string };
  'file.opened': { fileId: string; purpose: string };
  'message.failed': { messageId: string };
  'application.opened': { applicationId: string };
  'application.submitted': { applicationId: string; revision: number };
  'application.claimed': { applicationId: string; reviewerId: string };
  'application.returned': { applicationId: string; fields: number };
  'application.reviewed': { applicationId: string };
  'application.declined': { applicationId: string; reason: string };
  'application.withdrawn': { applicationId: string };
  'application.expired': { applicationId: string };
  /** A second person confirmed: the merchant exists now. */
  'application.approved': { applicationId: string; merchantId: string };
  'application.decided': { applicationId: string; fields: number };
  'application.released': { applicationId: string; reviewerId: string };
  /** The real-name check of a revision has its answer. */
  'application.checked': { applicationId: string; outcome: string };
  /** The second person gave it back to review. */
  'application.overturned': { applicationId: string };
  'application.overdue': { applicationId: string; stage: string };
  /** A reviewer saw the sensitive fields whole. */
  'application.revealed': { applicationId: string; viewerId: string };
  'application.finished': { applicationId: string; merchantId: string };
  'advice.chosen': { adviceId: string; planId: string; modelId: string };
  'agent.registered': { agentId: string };
  'agent.suspended': { agentId: string; reason: string };
  'agent.restored': { agentId: string };
  'agent.ended': { agentId: string; reason: string };
  'contract.ready': { applicationId: string; merchantId: string; contractId: string };
  'contract.signed': { applicationId: string; merchantId: string; contractId: string };
  'contract.lapsed': { applicationId: string; merchantId: string; contractId: string };
  'contract.terminated': { merchantId: string; contractId: string; reason: string };
  /** `awaiting_payment`, or `placed` when no deposit is due. */
  'order.opened': { applicationId: string; merchantId: string; orderId: string; status: string };
  'order.paid': { merchantId: string; orderId: string };
  'order.allocated': { merchantId: string; orderId: string; terminalId: string };
  /** The courier is asked for it; it is still here. */
  'order.packed': { merchantId: string; orderId: string };
  'order.shipped': { merchantId: string; orderId: string; tracking: string };
  'order.pickedUp': { merchantId: string; orderId: string };
  'order.delivered': { merchantId: string; orderId: string };
  'order.unboxed': { merchantId: string; orderId: string; intact: boolean };
  'order.canceled': { merchantId: string; orderId: string };
  'order.completed': { merchantId: string; orderId: string };
  /** Every other step of an order or a deposit. */
  'order.moved': { merchantId: string; orderId: string; status: string };
  'deposit.moved': { merchantId: string; depositId: string; status: string };
  /** Money came that does not fit its order: it waits until someone knows what to do with it. */
  'order.moneySetAside': { merchantId: string; orderId: string; reason: string };
  'deposit.collected': { merchantId: string; depositId: string };
  'deposit.progressed': { merchantId: string; depositId: string; percent: number };
  'deposit.refunded': { merchantId: string; depositId: string };
  'visit.scheduled': { merchantId: string; visitId: string };
  /** Every other step of a visit, a training, a case or a ticket that no module needs to hear. */
  'visit.moved': { merchantId: string; visitId: string; status: string };
  'training.moved': { merchantId: string; userId: string; status: string };
  'case.moved': { merchantId: string; caseId: string; status: string };
  'ticket.moved': { merchantId: string; ticketId: string; status: string };
  'fleet.maintained': { merchantId: string; terminalId: string; kind: string };
  'visit.accepted': { merchantId: string; visitId: string; terminalId: string };
  'training.passed': { merchantId: string; userId: string };
  'terminal.codeIssued': { merchantId: string; terminalId: string };
  'terminal.activated': { merchantId: string; terminalId: string };
  'terminal.selfTested': { merchantId: string; terminalId: string };
  'terminal.inService': { merchantId: string; terminalId: string };
  'terminal.suspended': { merchantId: string; terminalId: string; reason: string };
  'terminal.restored': { merchantId: string; terminalId: string };
  /** It got its numbers by its serial number, over the card line. */
  'terminal.initialised': { merchantId: string; terminalId: string; epoch: number };
  'terminal.keyLoaded': { merchantId: string; terminalId: string; kcv: string };
  'terminal.keyRefused': { merchantId: string; terminalId: string; tries: number };
  'terminal.profileChanged': { merchantId: string; terminalId: string; version: number };
  'terminal.asked': { merchantId: string; terminalId: string; ask: string };
  /** What every terminal downloads was replaced. */
  'downloads.replaced': { table: string; version: number; why: string };
  'terminal.unbound': { merchantId: string; terminalId: string };
  /** A key can no longer be used; its check value says which it was. */
  'terminal.keyDestroyed': {
    merchantId: string;
    terminalId: string;
    kind: string;
    slot: number;
    kcv: string;
    why: string;
  };
  'terminal.signedIn': { merchantId: string; terminalId: string };
  'payment.approved': {
    merchantId: string;
    terminalId: string;
    paymentId: string;
    amountMinor: string;
  };
  'payment.reversed': { merchantId: string; paymentId: string };
  'batch.closed': { merchantId: string; terminalId: string; batchNo: string; equal: boolean };
  'clearing.done': { day: string };
  'clearing.refused': { day: string; reason: string };
  /** What became final for a merchant on a clearing day: counts for the deposit. */
  'merchant.cleared': { merchantId: string; day: string; salesMinor: string; netMinor: string };
  'payout.sent': { merchantId: string; payoutId: string };
  'payout.paid': { merchantId: string; payoutId: string; amountMinor: string };
  'payout.failed': { merchantId: string; payoutId: string; reason: string };
  'case.reported': { merchantId: string; caseId: string; terminalId: string; reason: string };
  'case.diagnosed': { merchantId: string; caseId: string; finding: string };
  'case.approved': { merchantId: string; caseId: string; terminalId: string; path: string };
  'case.replacementOrdered': { merchantId: string; caseId: string; orderId: string };
  'case.restored': { merchantId: string; caseId: string };
  'case.closed': { merchantId: string; caseId: string };
  'ticket.opened': { merchantId: string; ticketId: string };
  'ticket.resolved': { merchantId: string; ticketId: string };
  'risk.alerted': { merchantId: string; alertId: string; rule: string };
  /** A business deadline came: told by the one job that asks the business clock. */
  'deadline.due': { kind: string; subject: string; dueAt: string };
};
export type EventType = keyof Events;
export type NewsOf<T extends EventType> = { readonly type: T; readonly payload: Events[T] };
