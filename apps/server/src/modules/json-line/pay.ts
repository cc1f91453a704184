/** The verbs of the card line for terminals that speak JSON: same checks, same book, same codes. */
import type { api, BodyOf } from '@kaitong/contract';
import { secret, type Money } from '@kaitong/values';
import {
  answerTo,
  refundPayment,
  reversePayment,
  sale,
  voidPayment,
  type Answer,
  type MessageKey,
  type Payer,
} from '#payments';
import type { Ask } from '#platform/ask';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { answerReply, ENTRY, EXCHANGE_KIND, type AnswerReply, type RequestKind } from './model.ts';
import { gateOf, keyBefore, keyFor, whyNotTrade } from './till.ts';

type Bodies = typeof api.jsonLine;
const FORMAT_ERROR = '30';
const NO_AMOUNT = '13';
const OTHER_CONTENT = '94';

/** A card token or a code that the customer shows. */
export async function takeSale(
  services: Services,
  ask: Ask,
  { clientSn, amount, cardToken, payCode }: BodyOf<Bodies['sale']>,
): Promise<AnswerReply> {
  const payer: Payer =
    cardToken === undefined
      ? { kind: 'qr', code: secret(payCode ?? '') }
      : { kind: 'card', pan: secret(cardToken) };
  return through(services, ask, { clientSn, kind: 'sale', amount }, async (key) =>
    sale(services, ask, {
      key,
      amount,
      payer,
      reading: { entryMode: ENTRY[payer.kind] },
      fingerprint: fingerprintOf(services, ['sale', amount, cardToken ?? payCode ?? '']),
    }),
  );
}

/** Takes a sale of this batch back. */
export async function takeVoid(
  services: Services,
  ask: Ask,
  { clientSn, amount, saleSn }: BodyOf<Bodies['voidSale']>,
): Promise<AnswerReply> {
  const original = await keyBefore(services, await gateOf(services, ask), saleSn);
  if (original?.kind !== 'sale') throw refuse('jsonLine.unknownSn', { clientSn: saleSn });
  const { batchNo, trace } = original;
  return through(services, ask, { clientSn, kind: 'void', amount }, async (key) =>
    voidPayment(services, ask, {
      key,
      amount,
      original: { batchNo, trace },
      fingerprint: fingerprintOf(services, ['void', amount, saleSn]),
    }),
  );
}

/** Gives a payment back by its reference number. */
export async function takeRefund(
  services: Services,
  ask: Ask,
  { clientSn, amount, rrn }: BodyOf<Bodies['refund']>,
): Promise<AnswerReply> {
  return through(services, ask, { clientSn, kind: 'refund', amount }, async (key) =>
    refundPayment(services, ask, {
      key,
      amount,
      original: { rrn },
      fingerprint: fingerprintOf(services, ['refund', amount, rrn]),
    }),
  );
}

/**
 * Takes back a sale or void of which no answer came. One that never arrived is remembered, so that it
 * is refused should it come later. A terminal that may no longer trade is heard too.
 */
export async function takeReversal(
  services: Services,
  ask: Ask,
  { clientSn, amount }: BodyOf<Bodies['reverse']>,
): Promise<AnswerReply> {
  const gate = await gateOf(services, ask);
  const key = await keyFor(services, ask, { gate, clientSn, kind: 'sale' });
  if (key.kind !== 'sale' && key.kind !== 'void')
    return answerReply(clientSn, key, { code: OTHER_CONTENT });
  const answer = await reversePayment(services, ask, {
    key,
    type: key.kind === 'sale' ? '22' : '23',
    amount,
    fingerprint: fingerprintOf(services, ['reversal', amount, clientSn]),
  });
  return answerReply(clientSn, key, answer);
}

/** What became of an earlier request. */
export async function query(
  services: Services,
  ask: Ask,
  { clientSn }: BodyOf<Bodies['query']>,
): Promise<AnswerReply> {
  const key = await keyBefore(services, await gateOf(services, ask), clientSn);
  if (!key || key.kind === 'settlement') throw refuse('jsonLine.unknownSn', { clientSn });
  const found = await answerTo(services.db, { key, kind: EXCHANGE_KIND[key.kind] });
  if (found.kind === 'never') throw refuse('jsonLine.unknownSn', { clientSn });
  if (found.kind === 'inFlight') throw refuse('jsonLine.pending');
  return answerReply(clientSn, key, found.answer);
}

type Request = {
  readonly clientSn: string;
  readonly kind: RequestKind;
  readonly amount: Money;
};

/** What goes before every payment, in the order of the card line. */
async function through(
  services: Services,
  ask: Ask,
  { clientSn, kind, amount }: Request,
  pay: (key: MessageKey) => Promise<Answer | undefined>,
): Promise<AnswerReply> {
  const gate = await gateOf(services, ask);
  const key = await keyFor(services, ask, { gate, clientSn, kind });
  const refused = whyNotTrade(gate) ?? whyNotPay(amount) ?? whyNotSame(key.kind, kind);
  if (refused !== undefined) return answerReply(clientSn, key, { code: refused });
  const answer = await pay(key);
  if (!answer) throw refuse('jsonLine.pending');
  return answerReply(clientSn, key, answer);
}

function whyNotPay({ minor, currency }: Money): string | undefined {
  if (currency !== 'CNY' || minor < 0n) return FORMAT_ERROR;
  return minor === 0n ? NO_AMOUNT : undefined;
}

function whyNotSame(before: RequestKind, now: RequestKind): string | undefined {
  return before === now ? undefined : OTHER_CONTENT;
}

/** What a repeat must have in common. */
function fingerprintOf({ keeper }: Services, [kind, amount, who]: [string, Money, string]): string {
  return keeper.blind('exchange', JSON.stringify(['json', kind, amount.minor.toString(), who]));
}
