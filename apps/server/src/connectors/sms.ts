import { askOutside } from './outside.ts';

/** Delivers a short text to a phone. `id` makes a repeat harmless. */
export type Sms = {
  readonly send: (message: { id: string; phone: string; text: string }) => Promise<void>;
};

/** POST {base}/messages { id, phone, text } → 202. */
export function smsGateway(base: string): Sms {
  return {
    send: async (message) => {
      await askOutside({
        base,
        path: '/sms/messages',
        method: 'POST',
        body: message,
        key: message.id,
      });
    },
  };
}
