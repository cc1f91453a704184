import { z } from 'zod';
import { askOutside } from './outside.ts';

/** Takes a parcel; its way is told by signed notifications (`pickedUp`, `delivered`, `undeliverable`). */
export type Courier = {
  readonly ship: (parcel: {
    id: string;
    to: { name: string; phone: string; address: string };
    content: string;
  }) => Promise<{ tracking: string }>;
};

const shipped = z.object({ tracking: z.string() });

/** POST {base}/courier/shipments → { tracking }. */
export function courierGateway(base: string): Courier {
  return {
    ship: async (parcel) =>
      shipped.parse(
        JSON.parse(
          await askOutside({
            base,
            path: '/courier/shipments',
            method: 'POST',
            body: parcel,
            key: parcel.id,
          }),
        ),
      ),
  };
}
