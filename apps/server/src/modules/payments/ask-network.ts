import type { NetworkMessage } from '#connectors/card-network';
import type { Ask } from '#platform/ask';
import { transact, type Tx } from '#platform/db';
import type { Services } from '#platform/services';
import type { Answer } from './model.ts';
import { joinExchange, type Opening } from './open-exchange.ts';
import { judgeAnswer, type Judged } from './upstream.ts';

/** What the first write came to: an answer at once, or something to ask the network. */
export type Begun =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'inFlight' }
  | {
      readonly kind: 'sending';
      readonly message: NetworkMessage;
      readonly legId: string;
      /** Whether a part of the amount may be approved. */
      readonly partial?: boolean;
    };

export type Finish = {
  readonly opening: Pick<Opening, 'key' | 'kind'>;
  readonly legId: string;
  readonly judged: Judged;
};

type Steps = {
  readonly opening: Opening;
  readonly begin: (tx: Tx) => Promise<Begun>;
  readonly finish: (tx: Tx, ask: Ask, finish: Finish) => Promise<Answer | undefined>;
};

/**
 * Recorded, asked, recorded. No transaction is open while the network is asked; what is lost in
 * between is found and reversed. Undefined: there is nothing to answer yet.
 */
export async function askNetwork(
  services: Services,
  ask: Ask,
  { opening, begin, finish }: Steps,
): Promise<Answer | undefined> {
  const begun = await transact(services.db, begin);
  if (begun.kind === 'answered') return begun.answer;
  if (begun.kind === 'inFlight') return joinExchange(services.db, opening);
  const { message, legId, partial = false } = begun;
  const judged = judgeAnswer(message, await services.connectors.cardNetwork.ask(message), {
    partial,
  });
  const later = { ...ask, now: services.clock.now() };
  return transact(services.db, async (tx) => finish(tx, later, { opening, legId, judged }));
}
