import { word, type QueryOf, type api } from '@kaitong/contract';
import { isStaff, personOf, type Ask } from '#platform/ask';
import type { Db } from '#platform/db';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import type { Application } from './model.ts';
import { phoneKey } from './open.ts';
import { rowOf } from './reply.ts';
import { pageOfApplications, pageOfQueue, type Filter } from './store.ts';

type Query = QueryOf<typeof api.onboarding.listApplications>;

/** One's own applications; for staff all, those claimed, or the queue. */
export async function list(
  db: Db,
  ask: Ask,
  { services, query }: { services: Services; query: Query },
) {
  const isQueue = query.scope === 'queue' && isStaff(personOf(ask).role);
  if (isQueue && query.after !== undefined && !AFTER_IN_QUEUE.test(query.after))
    throw refuse('request.invalid', { count: 1 }, [
      { path: '/after', code: 'format', detail: word(ask.lang, 'onboarding.check.format') },
    ]);
  const filter = filterOf(ask, services, query);
  const page = isQueue ? await pageOfQueue(db, filter) : await pageOfApplications(db, filter);
  const last = page.at(-1);
  return {
    rows: page.map((application) => rowOf(application, ask)),
    ...(page.length === query.limit && last
      ? { next: isQueue ? afterInQueue(last) : last.id }
      : {}),
  };
}

const AFTER_IN_QUEUE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~app_\w{1,40}$/;
const afterInQueue = ({ dueAt, id }: Application): string => `${dueAt?.toISOString() ?? ''}~${id}`;

function filterOf(ask: Ask, services: Services, query: Query): Filter {
  const { id, role } = personOf(ask);
  const { search } = query;
  const isClaimed = query.scope === 'claimed' && isStaff(role);
  return {
    ownerId: role === 'owner' ? id : undefined,
    enteredBy: role === 'agent' ? id : undefined,
    claimedBy: isClaimed ? id : undefined,
    status: isClaimed ? 'in_review' : query.status,
    subjectType: query.subjectType,
    search: search === '' ? undefined : search,
    phoneKey: search && /^1\d{10}$/.test(search) ? phoneKey(services, search) : undefined,
    after: query.after,
    limit: query.limit,
  };
}
