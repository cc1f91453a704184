import type { NetworkMessage } from '#connectors/card-network';
import type { Ask } from '#platform/ask';
import { transact, type Tx } from '#platform/db';
import type { Services } from '#platform/services';
import { answerExchange } from './exchanges/store.ts';
import { nextUpstreamTrace } from './legs/store.ts';
import { rrnOf, type Answer, type MessageKey, type Payer } from './model.ts';
import {
  exchangeKey,
  joinExchange,
  keepExchange,
  openExchange,
  storedAnswer,
  type Opening,
} from './open-exchange.ts';
import { refuseEarly } from './sale.ts';
import { nextReference } from './store.ts';
import { termsOf } from './terms.ts';
import { inquiryMessage, judgeAnswer, type Judged, type Reading } from './upstream.ts';

export type InquiryRequest = {
  readonly key: MessageKey;
  readonly payer: Extract<Payer, { kind: 'card' }>;
  readonly reading: Reading;
  readonly fingerprint: string;
};

/**
 * Asks what is on a card. No amount, no books, nothing to reverse: when nobody answers, the terminal
 * is told so and asks again under a new number.
 */
export async function inquireBalance(
  services: Services,
  ask: Ask,
  request: InquiryRequest,
): Promise<Answer | undefined> {
  const opening: Opening = { ...request, kind: '0200:01' };
  const begun = await transact(services.db, async (tx) => begin(tx, ask, { request, opening }));
  if (begun.kind === 'answered') return begun.answer;
  if (begun.kind === 'inFlight') return joinExchange(services.db, opening);
  const { message, rrn } = begun;
  const judged = judgeAnswer(message, await services.connectors.cardNetwork.ask(message));
  const answer = answerOf(judged, rrn);
  await transact(services.db, async (tx) =>
    answerExchange(tx, exchangeKey(opening), storedAnswer(answer)),
  );
  return answer;
}

type Asked = { readonly request: InquiryRequest; readonly opening: Opening };
type Begun =
  | Exclude<Awaited<ReturnType<typeof openExchange>>, { kind: 'new' }>
  | { readonly kind: 'sending'; readonly message: NetworkMessage; readonly rrn: string };

async function begin(tx: Tx, ask: Ask, { request, opening }: Asked): Promise<Begun> {
  const opened = await openExchange(tx, opening);
  if (opened.kind !== 'new') return opened;
  const { key, payer, reading } = request;
  const found = await termsOf(tx, { merchantId: key.merchantId, payer });
  if (found.kind === 'refused') return refuseEarly(tx, ask, { opening, code: found.code });
  await keepExchange(tx, ask, { opening });
  const rrn = rrnOf(ask.now, await nextReference(tx));
  const message = inquiryMessage({
    trace: await nextUpstreamTrace(tx),
    key,
    rrn,
    now: ask.now,
    reading,
    mcc: found.terms.mcc,
    pan: payer.pan.reveal(),
  });
  return { kind: 'sending', message, rrn };
}

function answerOf(judged: Judged, rrn: string): Answer {
  if (judged.kind === 'unknown') return { code: '98', rrn };
  if (judged.kind === 'no') return { code: judged.code, rrn };
  const { code, balance } = judged;
  return { code, rrn, ...(balance === undefined ? {} : { balance }) };
}
