import { api, type ReplyOf } from '@kaitong/contract';
import { dayOf, makePan, money } from '@kaitong/values';
import { slipText } from '@kaitong/terminal';
import type { Card, PaymentResult } from '@kaitong/terminal';
import { must, mustBe, StoryBroke, until } from '../expect.ts';
import { says, slip, table, type Sight } from '../narrator.ts';
import { shownMoney, standing, type MerchantStory } from '../story.ts';
import type { Counter } from './06-install.ts';

type Payment = ReplyOf<typeof api.payments.listPayments>['rows'][number];
export type Approved = Extract<PaymentResult, { readonly slip: unknown }>;

export const DEBIT_CARD: Card = {
  pan: makePan('620000', 5),
  expiry: '3012',
  entry: 'swipe',
  pin: '123456',
};
const CREDIT_CARD: Card = { pan: makePan('620001', 8), expiry: '3012', entry: 'contactless' };
// A pay code as a phone shows it; the first digits say whose wallet it is.
export const PAY_CODE = '621234567890123456';

/** A day at the counter: yes, no, QR, void, refund, a lost answer, settlement, sign-out. */
export async function sell(story: MerchantStory, counter: Counter): Promise<void> {
  story.tell.scene(7);
  await signIn(story, counter);
  const first = await sellByCard(story, counter);
  await decline(story, counter);
  await sellByQr(story, counter);
  await voidSale(story, counter);
  await refund(story, counter, first);
  await loseReply(story, counter);
  await settleBatch(story, counter);
  await signOut(story, counter);
}

export async function signIn(story: MerchantStory, { device }: Counter): Promise<void> {
  const result = await device.terminal.signIn('01');
  must(result.kind === 'done', `Sign-in should succeed, but it is ${shown(story, result)}.`);
  story.tell.line('terminal', 'sell.signedIn', {
    facts: { batch: result.batch },
    sees: [says(result.words[story.lang])],
  });
}

async function sellByCard(story: MerchantStory, counter: Counter): Promise<Approved> {
  const amountMinor = 6_800n;
  const result = await counter.device.terminal.sale({ amountMinor, card: DEBIT_CARD });
  const paid = mustApprove(story, result);
  const payment = await paymentOf(story, counter, paid.rrn);
  const detail = await story.owner.ask(api.payments.readPayment, { params: { id: payment.id } });
  const copy = await story.owner.ask(api.payments.readSlip, {
    params: { id: payment.id },
    query: { lang: story.lang },
  });
  mustBe('the reference number on the kept slip', { seen: copy.slip.rrn, wanted: paid.rrn });
  story.tell.line('terminal', 'sell.sold', {
    facts: { amount: shownMoney(story, money(amountMinor)) },
    sees: [says(paid.words[story.lang]), slipSight(story, paid)],
  });
  story.tell.line(story.owner, 'sell.saw', {
    facts: { fee: shownMoney(story, payment.fee), net: shownMoney(story, payment.net) },
    sees: [
      standing(story, `payment.${payment.status}`),
      says(detail.feeProof?.formula ?? ''),
      says(`${payment.card?.bank ?? ''} ${payment.card?.masked ?? ''}`),
    ],
  });
  return paid;
}

export function mustApprove(story: MerchantStory, result: PaymentResult): Approved {
  if (result.kind === 'approved') return result;
  throw new StoryBroke(`The payment should be approved, but it is ${shown(story, result)}.`);
}

type Outcome = {
  readonly kind: string;
  readonly code?: string;
  readonly reason?: string;
  readonly words: Record<string, string>;
};

function shown({ lang }: MerchantStory, { kind, code, reason, words }: Outcome): string {
  return `${kind} ${code ?? reason ?? ''} (${words[lang] ?? ''})`;
}

export function slipSight({ lang }: MerchantStory, { slip: printed }: Approved): Sight {
  return slip(slipText(printed, lang));
}

async function paymentOf(
  { owner }: MerchantStory,
  { merchantId }: Counter,
  rrn: string,
): Promise<Payment> {
  return until(`the payment ${rrn}`, async () => {
    const { rows } = await owner.ask(api.payments.listPayments, { query: { merchantId, rrn } });
    return rows[0];
  });
}

/** In the sandbox the cents of an amount are the answer of the card network. */
async function decline(story: MerchantStory, { device }: Counter): Promise<void> {
  const amountMinor = 1_051n;
  const result = await device.terminal.sale({ amountMinor, card: CREDIT_CARD });
  must(result.kind === 'declined', `Expected a no, but it is ${shown(story, result)}.`);
  mustBe('the answer code', { seen: result.code, wanted: '51' });
  story.tell.line('terminal', 'sell.declined', {
    facts: { amount: shownMoney(story, money(amountMinor)), code: result.code },
    sees: [says(result.words[story.lang])],
  });
}

async function sellByQr(story: MerchantStory, { device }: Counter): Promise<void> {
  const amountMinor = 2_600n;
  const result = await device.terminal.qrSale({ amountMinor, code: PAY_CODE });
  const paid = mustApprove(story, result);
  story.tell.line('terminal', 'sell.soldByQr', {
    facts: { amount: shownMoney(story, money(amountMinor)) },
    sees: [says(paid.words[story.lang]), slipSight(story, paid)],
  });
}

async function voidSale(story: MerchantStory, { device }: Counter): Promise<void> {
  const amountMinor = 3_000n;
  const sold = mustApprove(story, await device.terminal.sale({ amountMinor, card: CREDIT_CARD }));
  const undone = mustApprove(story, await device.terminal.voidSale({ trace: sold.trace }));
  story.tell.line('terminal', 'sell.voided', {
    facts: { amount: shownMoney(story, money(amountMinor)), trace: sold.trace },
    sees: [slipSight(story, undone)],
  });
}

/** A part of the first sale goes back, with its part of the fee. */
async function refund(story: MerchantStory, counter: Counter, first: Approved): Promise<void> {
  const amountMinor = 800n;
  const date = dayOf(story.clock.now()).slice(5).replace('-', '');
  const back = mustApprove(
    story,
    await counter.device.terminal.refund({ rrn: first.rrn, date, amountMinor, card: DEBIT_CARD }),
  );
  const payment = await paymentOf(story, counter, first.rrn);
  mustBe('what was refunded', { seen: payment.refunded, wanted: money(amountMinor) });
  story.tell.line('terminal', 'sell.refunded', {
    facts: { amount: shownMoney(story, money(amountMinor)), fee: shownMoney(story, payment.fee) },
    sees: [slipSight(story, back)],
  });
}

/** The card network did it, but its answer never came: nobody may keep the money. */
async function loseReply(story: MerchantStory, counter: Counter): Promise<void> {
  const amountMinor = 4_200n;
  const { anyone, owner, tell } = story;
  await anyone(api.sandbox.setFault, { body: { party: 'network', fault: 'loseReply', times: 1 } });
  const result = await counter.device.terminal.sale({ amountMinor, card: DEBIT_CARD });
  must(
    result.kind === 'declined' || result.kind === 'unknown',
    `A lost answer is no yes, but it is ${shown(story, result)}.`,
  );
  tell.line('terminal', 'sell.lost', {
    facts: { amount: shownMoney(story, money(amountMinor)) },
    sees: [says(result.words[story.lang])],
  });
  must(await counter.device.terminal.flushReversals(), 'A reversal of the terminal is left.');
  const reversed = await until('the reversal', async () => {
    const { rows } = await owner.ask(api.payments.listPayments, {
      query: { merchantId: counter.merchantId },
    });
    const lost = rows.find(({ amount }) => amount.minor === amountMinor);
    return lost?.status === 'reversed' ? lost : undefined;
  });
  tell.line('system', 'sell.reversed', {
    sees: [standing(story, `payment.${reversed.status}`)],
  });
}

export async function settleBatch(story: MerchantStory, { device }: Counter): Promise<void> {
  const result = await device.terminal.settle();
  if (result.kind === 'unequal') story.tell.line('terminal', 'sell.unequal');
  must(result.kind === 'equal', `The batch should be equal, but it is ${shown(story, result)}.`);
  story.tell.line('terminal', 'sell.settled', {
    facts: { batch: result.batch },
    sees: [says(result.words[story.lang]), slip(slipText(result.slip, story.lang))],
  });
}

export async function signOut(story: MerchantStory, counter: Counter): Promise<void> {
  const { device, merchantId } = counter;
  const result = await device.terminal.signOut();
  must(result.kind === 'done', `Sign-out should succeed, but it is ${shown(story, result)}.`);
  const { rows } = await story.owner.ask(api.payments.listPayments, { query: { merchantId } });
  const today = rows.filter(({ businessDay, at }) => isToday(story, businessDay ?? dayOf(at)));
  story.tell.line('terminal', 'sell.signedOut', {
    sees: [says(result.words[story.lang]), table(today.map((row) => paymentLine(story, row)))],
  });
}

function isToday({ clock }: MerchantStory, day: string): boolean {
  return day === dayOf(clock.now());
}

function paymentLine(story: MerchantStory, payment: Payment): string {
  const { trace, kind, amount, status, answerCode = '  ' } = payment;
  const stand = standing(story, `payment.${status}`);
  const text = 'text' in stand ? stand.text : '';
  return `${trace}  ${kind.padEnd(4)}  ${shownMoney(story, amount).padStart(10)}  ${answerCode}  ${text}`;
}
