import { z } from 'zod';
import { askOutside } from './outside.ts';

/**
 * The institution's bank. Collections bring a merchant's deposit in and are confirmed later by a
 * signed notification; payout files take money out and are answered by a result that is asked for.
 */
export type Bank = {
  /** Asks for a payment into our account; the payer confirms at the bank. */
  readonly collect: (request: {
    id: string;
    amountMinor: bigint;
    payer: string;
    text: string;
  }) => Promise<{ payUrl: string }>;
  /** Hands over a payout file. The same id and bytes again are the same file. */
  readonly sendPayouts: (file: { id: string; bytes: string }) => Promise<void>;
  /** The bank's word on each line of a file; undefined while it has none. */
  readonly payoutResults: (
    fileId: string,
  ) => Promise<
    readonly { payoutId: string; outcome: 'paid' | 'returned'; reason: string }[] | undefined
  >;
};

const collected = z.object({ payUrl: z.string() });
const results = z.object({
  ready: z.boolean(),
  lines: z.array(
    z.object({ payoutId: z.string(), outcome: z.enum(['paid', 'returned']), reason: z.string() }),
  ),
});

/** POST {base}/bank/collections, POST {base}/bank/payout-files, GET {base}/bank/payout-files/:id. */
export function bankGateway(base: string): Bank {
  return {
    collect: async ({ id, amountMinor, payer, text }) => {
      const body = { id, amountMinor: amountMinor.toString(), payer, text };
      const reply = await askOutside({
        base,
        path: '/bank/collections',
        method: 'POST',
        body,
        key: id,
      });
      return collected.parse(JSON.parse(reply));
    },
    sendPayouts: async (file) => {
      await askOutside({
        base,
        path: '/bank/payout-files',
        method: 'POST',
        body: file,
        key: file.id,
      });
    },
    payoutResults: async (fileId) => {
      const path = `/bank/payout-files/${encodeURIComponent(fileId)}`;
      const reply = results.parse(JSON.parse(await askOutside({ base, path, method: 'GET' })));
      return reply.ready ? reply.lines : undefined;
    },
  };
}
