import type { Listeners } from '#platform/events';
import { markSuspended, seen } from './seen.ts';
import { removeFleetTerminal } from './store.ts';

export function hears(): Listeners {
  return {
    'terminal.activated': async (tx, ask, news) => seen(tx, ask, { ...news, by: 'activation' }),
    'terminal.signedIn': async (tx, ask, news) => seen(tx, ask, { ...news, by: 'signIn' }),
    'payment.approved': async (tx, ask, news) => seen(tx, ask, { ...news, by: 'sale' }),
    'terminal.suspended': async (tx, ask, news) =>
      markSuspended(tx, ask, { ...news, suspended: true }),
    'terminal.restored': async (tx, ask, news) =>
      markSuspended(tx, ask, { ...news, suspended: false }),
    'terminal.unbound': async (tx, _, { terminalId }) => removeFleetTerminal(tx, terminalId),
  };
}
