import { notify } from '#messages';
import type { Listeners } from '#platform/events';
import { terminalById } from './store.ts';

export function hears(): Listeners {
  return {
    /** Whoever acts for the merchant learns at once that money can be taken. */
    'terminal.inService': async (tx, ask, { merchantId, terminalId }) => {
      const terminal = await terminalById(tx, terminalId);
      const facts = { terminalNo: terminal?.terminal_no ?? '' };
      await notify(tx, ask, { to: { merchantId }, key: 'terminals.sms.inService', facts });
    },
  };
}
