import { transact, type Tx } from '#platform/db';
import type { Services } from '#platform/services';
import { sampleBins } from './bins.data.ts';
import { provisionalDays, publishedDays } from './calendar-days.ts';
import { categories } from './mcc.data.ts';
import { sampleModels } from './models.data.ts';
import { networkFees } from './network-fees.data.ts';
import { samplePlans } from './plans.data.ts';
import { sampleProviders } from './providers.data.ts';
import {
  addDaysToCalendar,
  addFacts,
  addSamples,
  countDays,
  removeProvisionalDays,
} from './store.ts';

/** The sandbox: facts, invented offers, and a calendar that goes on after the last decree. */
export async function seed(tx: Tx): Promise<void> {
  await loadFacts(tx);
  await addSamples(tx, {
    providers: sampleProviders,
    models: sampleModels,
    plans: samplePlans,
    bins: sampleBins,
  });
  const provisional = provisionalDays();
  if ((await countDays(tx, 'provisional')) < provisional.length)
    await addDaysToCalendar(tx, provisional);
}

/** Live has the same facts but no provisional day: a term past the last decree is refused there. */
export async function start({ db, config }: Services): Promise<undefined> {
  if (config.mode === 'sandbox') return;
  await transact(db, async (tx) => {
    await loadFacts(tx);
    await removeProvisionalDays(tx);
  });
}

async function loadFacts(tx: Tx): Promise<void> {
  await addFacts(tx, { mcc: categories, networkFees });
  const published = publishedDays();
  if ((await countDays(tx, 'published')) < published.length) await addDaysToCalendar(tx, published);
}
