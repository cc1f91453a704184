import type { Tx } from '#platform/db';
import { reopenExchange } from './exchanges/store.ts';
import { countAttempt, legsOf, type Leg } from './legs/store.ts';
import { exchangeKey, type Opened, type Opening } from './open-exchange.ts';
import { stepTo } from './steps.ts';
import { lockByTrace, savePayment, type Payment } from './store.ts';

export type Waiting = { readonly payment: Payment; readonly leg: Leg };

/**
 * What a terminal tells afterwards has no reversal: when the network said nothing, the terminal says
 * it again under the same number, and the network is asked again under the keys of the first time.
 * So only silence is asked twice; an answer is given once. Undefined: this is no such repeat.
 */
export async function waitingAdvice(
  tx: Tx,
  { opening, opened }: { opening: Opening; opened: Opened },
): Promise<Waiting | undefined> {
  if (opened.kind !== 'answered' || opened.answer.code === '94') return undefined;
  const payment = await lockByTrace(tx, opening.key);
  if (payment?.status !== 'waiting') return undefined;
  const leg = (await legsOf(tx, payment)).find(({ form }) => form === 'advice');
  return leg && { payment, leg };
}

/** It is on its way again. */
export async function repeatAdvice(
  tx: Tx,
  { opening, waiting }: { opening: Opening; waiting: Waiting },
): Promise<void> {
  const { payment, leg } = waiting;
  await savePayment(tx, { ...payment, status: stepTo(payment, 'repeat') });
  await countAttempt(tx, leg);
  await reopenExchange(tx, exchangeKey(opening));
}
