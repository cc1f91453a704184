/** Asks what is on a card: no amount, no log, no reversal (docs/protocol.md §2.5, §3.2). */
import { isSuccess, readF54, textOf, writeF60 } from '@kaitong/iso8583';
import type { FieldValue, Message } from '@kaitong/iso8583';
import { cardFields, isCardValid } from './card.ts';
import type { Card } from './card.ts';
import { ask, dial, secured } from './exchange.ts';
import { common } from './requests.ts';
import { answered, refused, unknown } from './result.ts';
import type { BalanceResult, ManagementResult } from './result.ts';
import { flush } from './reversal.ts';
import { sendScripts } from './script.ts';
import { nextTrace } from './state.ts';
import type { Held } from './state.ts';

export async function balance(held: Held, card: Card): Promise<BalanceResult> {
  if (!isCardValid(card)) return refused('cardNotValid');
  const asked = await inquire(held, {
    ...cardFields(held, card, '000000000000'),
    ...common(held, { kind: 'sale' }),
    3: '310000',
    60: writeF60({ type: '01', batch: held.state.batch, code: '000', capability: '6' }),
  });
  if (asked.kind !== 'heard') return asked;
  const { about, message } = asked;
  const available = balanceIn(textOf(message, 54) ?? '');
  if (available === undefined) return unknown('undecodable', about);
  return { ...answered('00', about), kind: 'answered', ...available };
}

export type Heard = {
  readonly kind: 'heard';
  readonly about: { readonly trace: string; readonly batch: string };
  readonly message: Message;
};

/** A question with a MAC that moves no money: what is open goes first, and nothing is taken back. */
export async function inquire(
  held: Held,
  fields: Readonly<Record<number, FieldValue>>,
): Promise<Heard | Exclude<ManagementResult, { kind: 'done' }>> {
  await sendScripts(held);
  if (!(await flush(held))) return refused('reversalPending');
  const { trace, after } = nextTrace(held.state);
  const about = { trace, batch: held.state.batch };
  const out = secured(held, { mti: '0200', fields: { ...fields, 11: trace } });
  await held.save({ trace: after });
  const line = await dial(held);
  if (line === undefined) return refused('noLine');
  const answer = await ask(held, line, out);
  if (answer.kind === 'none') return unknown('noAnswer', about);
  if (answer.kind === 'broken') return unknown(answer.reason, about);
  const code = textOf(answer.message, 39);
  if (code === undefined) return unknown('mismatch', about);
  if (!isSuccess(code)) return { ...answered(code, about), kind: 'declined' };
  return { kind: 'heard', about, message: answer.message };
}

/** `02` is what may be spent. */
const AVAILABLE = '02';

function balanceIn(f54: string): { balanceMinor: bigint; currency: string } | undefined {
  const read = readF54(f54);
  const found =
    read?.use === 'balances' ? read.balances.find(({ kind }) => kind === AVAILABLE) : undefined;
  return found && { balanceMinor: found.amountMinor, currency: found.currency };
}
