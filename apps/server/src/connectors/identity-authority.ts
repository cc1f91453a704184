import { z } from 'zod';
import { askOutside } from './outside.ts';

type IdentityAnswer =
  | { readonly kind: 'match' }
  | { readonly kind: 'mismatch'; readonly reason: string };

/** The authority that knows whether a name and an ID number belong together. */
export type IdentityAuthority = {
  readonly check: (person: { name: string; idNo: string }) => Promise<IdentityAnswer>;
};

const answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('match') }),
  z.object({ kind: z.literal('mismatch'), reason: z.string() }),
]);

/** POST {base}/authority/checks { name, idNo } → { kind, reason? }. */
export function identityGateway(base: string): IdentityAuthority {
  return {
    check: async (person) =>
      answer.parse(
        JSON.parse(
          await askOutside({ base, path: '/authority/checks', method: 'POST', body: person }),
        ),
      ),
  };
}
