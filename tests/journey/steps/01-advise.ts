import { api, wordOr, type ReplyOf, type SubjectType } from '@kaitong/contract';
import { compare, yuan, type Money } from '@kaitong/values';
import { found, must } from '../expect.ts';
import { says, table } from '../narrator.ts';
import { shownMoney, type Story } from '../story.ts';

export type Choice = {
  readonly adviceId: string;
  readonly planId: string;
  readonly modelId: string;
};

type Advice = ReplyOf<typeof api.catalogue.askAdvice>;
type Option = Advice['options'][number];

const PROVIDERS_MIN = 3;
const PLANS_MIN = 5;
const MODELS_MIN = 6;
const RESTAURANTS = '5812';

// What the story can sell within days, so that the deposit comes back before it ends.
const REACHABLE_TURNOVER = yuan('20000');

const BUSINESS: Readonly<Record<SubjectType, { month: Money; ticket: Money }>> = {
  individual: { month: yuan('30000'), ticket: yuan('60') },
  micro: { month: yuan('20000'), ticket: yuan('40') },
  sole_proprietor: { month: yuan('120000'), ticket: yuan('150') },
  enterprise: { month: yuan('400000'), ticket: yuan('300') },
};

/** A stranger tells what the shop needs and compares what a year would cost. */
export async function advise(story: Story): Promise<Choice> {
  const { anyone, tell } = story;
  tell.scene(1);
  const { month, ticket } = BUSINESS[story.type];
  const advice = await anyone(api.catalogue.askAdvice, {
    body: {
      subjectType: story.type,
      mcc: RESTAURANTS,
      monthlyAmount: month,
      averageTicket: ticket,
      share: { debit: 30, credit: 20, qr: 50 },
      counters: 1,
      mobility: 'mobile',
      network: 'sim',
      printedSlips: true,
      needsNextDay: true,
    },
  });
  mustCompareEnough(advice);
  const shownOptions = bestOfEachPlan(advice).map((option) => optionLine(story, option));
  tell.line('anyone', 'advise.asked', {
    facts: { month: shownMoney(story, month), ticket: shownMoney(story, ticket) },
    sees: [table(shownOptions)],
  });
  return choose(story, advice);
}

function mustCompareEnough({ options }: Advice): void {
  const count = (pick: (option: Option) => string) => new Set(options.map(pick)).size;
  const [providers, plans, models] = [
    count(({ providerId }) => providerId),
    count(({ planId }) => planId),
    count(({ modelId }) => modelId),
  ];
  must(
    providers >= PROVIDERS_MIN && plans >= PLANS_MIN && models >= MODELS_MIN,
    `The comparison should have at least ${PROVIDERS_MIN} providers, ${PLANS_MIN} plans and ` +
      `${MODELS_MIN} models; it has ${providers}, ${plans} and ${models}.`,
  );
}

function bestOfEachPlan({ options }: Advice): Option[] {
  return options.filter(
    ({ planId }, at) => options.findIndex((each) => each.planId === planId) === at,
  );
}

function optionLine(story: Story, option: Option): string {
  const { lang, say } = story;
  const name = [option.providerName, option.planName, option.modelName].map((each) => each[lang]);
  const cost = say('advise.cost', {
    year: shownMoney(story, option.yearlyCost),
    thousand: shownMoney(story, option.costPer1000),
    deposit: shownMoney(story, option.deposit),
  });
  const [misfit] = option.misfits;
  const why = misfit ? ` ✗ ${wordOr(lang, misfit.key, misfit.facts)}` : '';
  return `${String(option.rank).padStart(2)}  ${name.join(' · ')}  ${cost}${why}`;
}

/** The best that fits and whose deposit comes back within what the story sells. */
async function choose(story: Story, advice: Advice): Promise<Choice> {
  const { rows: plans } = await story.anyone(api.catalogue.listPlans, { query: {} });
  const isReachable = ({ planId }: Option) => {
    const deposit = plans.find(({ id }) => id === planId)?.deposit;
    return (
      deposit !== undefined &&
      deposit.amount.minor > 0n &&
      compare(deposit.turnoverNeeded, REACHABLE_TURNOVER) <= 0
    );
  };
  const { planId, modelId, reasons, lines, ...option } = found(
    advice.options.find((each) => each.fits && isReachable(each)),
    'No plan fits that has a deposit which comes back within the story.',
  );
  const kept = await story.anyone(api.catalogue.chooseAdvice, {
    params: { id: advice.id },
    body: { planId, modelId },
  });
  must(kept.choice?.planId === planId, 'The choice was not kept.');
  story.tell.line('anyone', 'advise.chose', {
    facts: { plan: option.planName[story.lang], model: option.modelName[story.lang] },
    sees: [
      table(
        lines.map(({ what, formula, amount }) => {
          return `${wordOr(story.lang, what)}: ${formula} = ${shownMoney(story, amount)}`;
        }),
      ),
      ...reasons.map(({ key, facts }) => says(wordOr(story.lang, key, facts))),
    ],
  });
  return { adviceId: advice.id, planId, modelId };
}
