import type { Db, Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { Mcc, Model, Plan, Provider } from './model.ts';
import { mccByCode, modelById, planById, providerById } from './store.ts';

/** The plan, or the refusal that there is none. */
export async function planOf(tx: Tx | Db, id: string): Promise<Plan> {
  const plan = await planById(tx, id);
  if (!plan) throw refuse('catalogue.planUnknown', { id });
  return plan;
}

export async function modelOf(tx: Tx | Db, id: string): Promise<Model> {
  const model = await modelById(tx, id);
  if (!model) throw refuse('catalogue.modelUnknown', { id });
  return model;
}

export async function providerOf(tx: Tx | Db, id: string): Promise<Provider> {
  const provider = await providerById(tx, id);
  if (!provider) throw refuse('catalogue.providerUnknown', { id });
  return provider;
}

export async function mccOf(tx: Tx | Db, code: string): Promise<Mcc> {
  const mcc = await mccByCode(tx, code);
  if (!mcc) throw refuse('catalogue.mccUnknown', { code });
  return mcc;
}
