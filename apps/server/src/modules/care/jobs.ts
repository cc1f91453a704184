import type { Listener, Listeners } from '#platform/events';
import { lapse } from './decide.ts';
import { followUpDue } from './follow-up.ts';
import { hearAllocation, hearReplacement, hearSign } from './return-to-service.ts';
import { closeQuietly } from './work-ticket.ts';

export function hears(): Listeners {
  return {
    'case.replacementOrdered': hearReplacement,
    'order.allocated': hearAllocation,
    'terminal.unbound': async (tx, ask, { terminalId }) =>
      hearSign(tx, ask, { terminalId, what: 'unbound' }),
    'terminal.activated': async (tx, ask, { terminalId }) =>
      hearSign(tx, ask, { terminalId, what: 'activated' }),
    'terminal.selfTested': async (tx, ask, { terminalId }) =>
      hearSign(tx, ask, { terminalId, what: 'selfTested' }),
    'payment.approved': async (tx, ask, { terminalId, paymentId }) =>
      hearSign(tx, ask, { terminalId, what: 'sold', paymentId }),
  };
}

export function deadlines(): Readonly<Record<string, Listener<'deadline.due'>>> {
  return {
    'care.appeal': async (tx, ask, { subject }) => lapse(tx, ask, subject),
    'care.followUp': async (tx, ask, { subject }) => followUpDue(tx, ask, subject),
    'care.closeTicket': async (tx, ask, { subject }) => closeQuietly(tx, ask, subject),
  };
}
