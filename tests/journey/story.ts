/** What every step of the story has in its hands. */
import { api, isWordKey, word, type SubjectType } from '@kaitong/contract';
import { formatMoney, type Lang, type Money } from '@kaitong/values';
import type { Asking } from './asking.ts';
import { must } from './expect.ts';
import type { Say, Sight, Tell } from './narrator.ts';
import type { Inbox, Merchant, Staff } from './people.ts';

export type Story = {
  readonly lang: Lang;
  readonly type: SubjectType;
  /** Nobody in particular: what is public, and the sandbox. */
  readonly anyone: Asking;
  readonly staff: Staff;
  readonly clock: BusinessClock;
  /** Undefined: where the house tells the terminals to go. */
  readonly terminalPort: number | undefined;
  readonly phone: string;
  readonly inbox: Inbox;
  readonly say: Say;
  readonly tell: Tell;
};

/** A story whose merchant has signed in. */
export type MerchantStory = Story & { readonly owner: Merchant };

type Move = Parameters<typeof moveTo>[1];

/** The business time of the house, as its terminals and people see it. */
export type BusinessClock = {
  readonly now: () => Date;
  readonly move: (move: Move) => Promise<Date>;
};

export async function businessClock(ask: Asking): Promise<BusinessClock> {
  let { offset_ms } = await ask(api.sandbox.readClock, {});
  return {
    now: () => new Date(Date.now() + offset_ms),
    move: async (move) => {
      const { now } = await moveTo(ask, move);
      offset_ms = (await ask(api.sandbox.readClock, {})).offset_ms;
      return now;
    },
  };
}

async function moveTo(
  ask: Asking,
  move: { toNext: 'workingDay' | 'cutOff' | 'payout' } | { advance_ms: number } | { to: Date },
): Promise<{ now: Date }> {
  return ask(api.sandbox.moveClock, { body: move });
}

/** Where a thing stands, in the words of the trade: `order.shipped` is 「已发货」. */
export function standing({ lang }: Story, key: `${string}.${string}`): Sight {
  return { kind: 'status', text: wordOf(lang, key) };
}

export function wordOf(lang: Lang, key: string): string {
  must(isWordKey(key), `There is no word for ${key}.`);
  return word(lang, key);
}

export function shownMoney({ lang }: Story, amount: Money): string {
  return formatMoney(amount, lang);
}
