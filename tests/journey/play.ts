/** The story from its first to its last step. */
import { askingAs } from './asking.ts';
import type { Settings } from './arguments.ts';
import { ending, type Ending } from './ending.ts';
import type { House } from './house.ts';
import { narrator, sayIn } from './narrator.ts';
import { inboxOf, newPhone, signInStaff } from './people.ts';
import { advise } from './steps/01-advise.ts';
import { apply } from './steps/02-apply.ts';
import { review } from './steps/03-review.ts';
import { signContract } from './steps/04-contract.ts';
import { orderTerminal } from './steps/05-order.ts';
import { install } from './steps/06-install.ts';
import { sell } from './steps/07-sell.ts';
import { settle } from './steps/08-settle.ts';
import { repair } from './steps/09-repair.ts';
import { support } from './steps/10-support.ts';
import { businessClock, type Story } from './story.ts';

const STEPS = 10;

export type Summary = Ending & {
  readonly ok: true;
  readonly type: string;
  readonly lang: string;
  readonly steps: number;
  readonly seconds: string;
  readonly applicationId: string;
  readonly merchantId: string;
};

type Setting = { readonly settings: Settings; readonly print: (line: string) => void };

export async function play(house: House, { settings, print }: Setting): Promise<Summary> {
  const began = performance.now();
  const { lang, type, json } = settings;
  const world = { base: house.base, lang };
  const anyone = askingAs(world);
  const clock = await businessClock(anyone);
  const phone = newPhone();
  const opening: Story = {
    lang,
    type,
    anyone,
    clock,
    phone,
    terminalPort: house.terminalPort,
    staff: await signInStaff(world),
    inbox: inboxOf(anyone, phone),
    say: sayIn(lang),
    tell: narrator({ lang, json, now: clock.now, print }),
  };
  const choice = await advise(opening);
  const { story, application, papers } = await apply(opening, { world, choice });
  const { merchantId } = await review(story, application);
  await signContract(story, application.id);
  const order = await orderTerminal(story, merchantId);
  const counter = await install(story, order);
  await sell(story, counter);
  await settle(story, { counter, account: papers.account });
  await repair(story, counter);
  await support(story);
  const end = await ending(story, application.id);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const ids = { applicationId: application.id, merchantId };
  return { ok: true, type, lang, steps: STEPS, seconds, ...ids, ...end };
}
