import type { Facts, WordKey } from '@kaitong/contract';
import { tell } from '#audit';
import { calendar } from '#catalogue';
import { notify } from '#messages';
import { mustSeeMerchant, type Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import type { Tx } from '#platform/db';
import { refuse } from '#platform/refuse';
import { chart } from './chart.ts';
import { dueIn, type CaseEvent } from './model.ts';
import { lockCase, saveCase, type Case } from './store.ts';

/** Loads and locks a case for who may see it. */
export async function caseFor(tx: Tx, ask: Ask, id: string): Promise<Case> {
  const found = await lockCase(tx, id);
  if (!found) throw refuse('request.notFound');
  mustSeeMerchant(ask, found.merchant_id);
  return found;
}

/** Where the case goes by this event, or the refusal that says where it stands. */
export function next({ status }: Case, type: CaseEvent): Case['status'] {
  return stepOr(chart, { status, refusal: 'case.notPossible' }, { type });
}

/** Moves the case on; the time for the next move begins anew. */
export async function moved(
  tx: Tx,
  { now }: Ask,
  { before, type }: { before: Case; type: CaseEvent },
): Promise<Case> {
  const status = next(before, type);
  return { ...before, status, due_at: dueIn(status, { now, calendar: await calendar(tx) }) };
}

type News = 'case.diagnosed' | 'case.approved' | 'case.restored' | 'case.closed' | 'case.moved';
type Kept = {
  readonly after: Case;
  readonly news?: News;
  /** What the merchant is told, if anything. */
  readonly words?: { readonly key: WordKey; readonly facts?: Facts };
};

/** The last two beats of every verb of a case: save, tell. */
export async function keep(tx: Tx, ask: Ask, { after, news, words }: Kept): Promise<Case> {
  await saveCase(tx, after);
  const { merchant_id: merchantId, case_id: caseId } = after;
  if (words) await notify(tx, ask, { to: { merchantId }, ...words, link: `/cases/${caseId}` });
  await tellNews(tx, ask, { after, news: news ?? 'case.moved' });
  return after;
}

async function tellNews(
  tx: Tx,
  ask: Ask,
  { after, news: type }: { after: Case; news: News },
): Promise<void> {
  const { merchant_id: merchantId, case_id: caseId, terminal_id: terminalId, status } = after;
  const finding = after.finding ?? '';
  const path = after.path ?? '';
  if (type === 'case.diagnosed')
    return tell(tx, ask, { type, payload: { merchantId, caseId, finding } });
  if (type === 'case.approved')
    return tell(tx, ask, { type, payload: { merchantId, caseId, terminalId, path } });
  if (type === 'case.moved')
    return tell(tx, ask, { type, payload: { merchantId, caseId, status } });
  return tell(tx, ask, { type, payload: { merchantId, caseId } });
}
