import { api, type ReplyOf } from '@kaitong/contract';
import { dayOf, formatMoney, isZero, money, sum, type Day, type Money } from '@kaitong/values';
import { found, must, mustBe, StoryBroke, until } from '../expect.ts';
import { says, sms, table } from '../narrator.ts';
import { shownMoney, standing, wordOf, type MerchantStory } from '../story.ts';
import type { Counter } from './06-install.ts';
import { DEBIT_CARD, mustApprove, PAY_CODE, settleBatch, signIn, signOut } from './07-sell.ts';

type Deposit = ReplyOf<typeof api.orders.listDeposits>['rows'][number];
type Shop = { readonly counter: Counter; readonly account: string };

const TRADING_DAYS_MAX = 12;
// Below a limit by a little, so that no rule has a reason to look twice; the cents must be 00.
const SHARE_OF_LIMIT = 95n;
const SALES_A_DAY_MAX = 12;

/** Clearing, payout on the next working day, statement; and a deposit that is earned back. */
export async function settle(story: MerchantStory, shop: Shop): Promise<void> {
  story.tell.scene(8);
  let deposit = await bankDay(story, shop);
  for (let day = 1; deposit.status !== 'refunded' && day <= TRADING_DAYS_MAX; day++) {
    await sellMuch(story, shop.counter, deposit);
    deposit = await bankDay(story, shop);
  }
  if (deposit.status !== 'refunded')
    throw new StoryBroke(
      `The deposit is at ${deposit.percent} % after ${TRADING_DAYS_MAX} days, and not refunded.`,
    );
  await tellRefund(story, shop, deposit);
}

/** The day ends at 23:00; on the next working day the money goes out. */
async function bankDay(story: MerchantStory, { counter, account }: Shop): Promise<Deposit> {
  const { clock, owner, tell } = story;
  const { merchantId } = counter;
  const day = dayOf(clock.now());
  await clock.move({ toNext: 'cutOff' });
  await clock.move({ toNext: 'payout' });
  await tellClearing(story, day);
  const payout = await until('the payout', async () => {
    const { rows } = await owner.ask(api.settlement.listPayouts, { query: { merchantId } });
    return rows[0]?.status === 'paid' ? rows[0] : undefined;
  });
  const { lines, balanceMinor } = await story.anyone(api.sandbox.statement, {
    params: { account },
  });
  const arrived = found(
    lines.find(({ reference }) => reference === payout.id),
    `The payout ${payout.id} is not on the account at the sandbox bank.`,
  );
  mustBe('what arrived at the bank', {
    seen: arrived.amountMinor,
    wanted: payout.amount.minor.toString(),
  });
  tell.line('bank', 'settle.paid', {
    facts: { amount: shownMoney(story, payout.amount), account: payout.account },
    sees: [
      standing(story, `payout.${payout.status}`),
      says(
        story.say('settle.balance', { balance: shownMoney(story, money(BigInt(balanceMinor))) }),
      ),
      ...(await story.inbox.rest()).map(sms),
    ],
  });
  await tellStatement(story, { merchantId, day });
  return tellDeposit(story, merchantId);
}

async function tellClearing(story: MerchantStory, day: Day): Promise<void> {
  const { finance } = story.staff;
  const clearing = await until(`the clearing of ${day}`, async () => {
    const { rows } = await finance.ask(api.settlement.listClearings, { query: {} });
    return rows.find((row) => row.day === day && row.status === 'done');
  });
  mustBe('where our books and the card network differ', { seen: clearing.breaks, wanted: 0 });
  story.tell.line('system', 'settle.cleared', {
    facts: { day, lines: clearing.lines, matched: clearing.matched },
    sees: [
      standing(story, `clearing.${clearing.status}`),
      says(
        story.say('settle.sums', {
          gross: shownMoney(story, clearing.gross),
          fees: shownMoney(story, clearing.fees),
          net: shownMoney(story, clearing.net),
        }),
      ),
    ],
  });
}

async function tellStatement(
  story: MerchantStory,
  { merchantId, day }: { merchantId: string; day: Day },
): Promise<void> {
  const { owner, lang, tell } = story;
  const statement = await until(`the statement of ${day}`, async () => {
    const { rows } = await owner.ask(api.settlement.listStatements, { query: { merchantId, day } });
    return rows[0];
  });
  const lines = sum(statement.lines.map(({ amount }) => amount));
  mustBe('opening and lines of the statement', {
    seen: statement.opening.minor + lines.minor,
    wanted: statement.closing.minor,
  });
  const net = sum([statement.sales, negated(statement.undone), negated(statement.refunds)]);
  mustBe('the net of the statement', {
    seen: net.minor - statement.fees.minor,
    wanted: statement.net.minor,
  });
  tell.line(owner, 'settle.statement', {
    facts: { day: statement.day },
    sees: [
      table(
        statement.lines.map(({ kind, count, amount }) => {
          const what = wordOf(lang, `ledger.kind.${kind}`);
          return `${shownMoney(story, amount).padStart(14)}  ${what} × ${count}`;
        }),
      ),
    ],
  });
}

function negated({ minor }: Money): Money {
  return money(-minor);
}

async function tellDeposit(story: MerchantStory, merchantId: string): Promise<Deposit> {
  const { rows } = await story.owner.ask(api.orders.listDeposits, { query: { merchantId } });
  const deposit = found(
    rows.find(({ amount }) => !isZero(amount)),
    'The merchant paid a deposit.',
  );
  story.tell.line(story.owner, 'settle.deposit', {
    facts: {
      percent: deposit.percent,
      turnover: shownMoney(story, deposit.turnover),
      needed: shownMoney(story, deposit.turnoverNeeded),
    },
    sees: [standing(story, `deposit.${deposit.status}`)],
  });
  return deposit;
}

/** As much as the limits of this merchant and the rest of the deposit's turnover ask for. */
async function sellMuch(story: MerchantStory, counter: Counter, deposit: Deposit): Promise<void> {
  const { owner, tell } = story;
  const { merchantId, device } = counter;
  await signIn(story, counter);
  const { single, daily, usedToday } = await owner.ask(api.risk.readLimits, {
    params: { merchantId },
  });
  const each = wholeYuan((single.minor * SHARE_OF_LIMIT) / 100n);
  let left = daily.minor - usedToday.minor;
  let needed = deposit.turnoverNeeded.minor - deposit.turnover.minor;
  let sold = 0n;
  for (let sale = 0; sale < SALES_A_DAY_MAX && left >= each && needed > 0n; sale++) {
    const paid =
      sale % 2 === 0
        ? await device.terminal.sale({ amountMinor: each, card: DEBIT_CARD })
        : await device.terminal.qrSale({ amountMinor: each, code: PAY_CODE });
    mustApprove(story, paid);
    left -= each;
    needed -= each;
    sold += each;
  }
  must(sold > 0n, 'The limits of the merchant leave nothing to sell.');
  tell.line(owner, 'settle.sold', { facts: { amount: shownMoney(story, money(sold)) } });
  await settleBatch(story, counter);
  await signOut(story, counter);
}

function wholeYuan(minor: bigint): bigint {
  return minor - (minor % 100n);
}

/** What arrived at the bank is every day's net and the deposit, to the fen. */
async function tellRefund(
  { anyone, owner, tell, say, ...story }: MerchantStory,
  { counter, account }: Shop,
  deposit: Deposit,
): Promise<void> {
  const { merchantId } = counter;
  const { balanceMinor } = await anyone(api.sandbox.statement, { params: { account } });
  const { rows } = await owner.ask(api.settlement.listStatements, { query: { merchantId } });
  const nets = rows.map(({ net }) => net);
  mustBe('all that arrived at the bank', {
    seen: balanceMinor,
    wanted: sum([...nets, deposit.amount]).minor.toString(),
  });
  const shown = (amount: Money) => formatMoney(amount, story.lang);
  tell.line('system', 'settle.refunded', {
    facts: { amount: shown(deposit.amount) },
    sees: [
      says(
        say('settle.arrived', {
          nets: nets.map(shown).join(' + '),
          deposit: shown(deposit.amount),
          balance: shown(money(BigInt(balanceMinor))),
        }),
      ),
      ...(await story.inbox.rest()).map(sms),
    ],
  });
}
