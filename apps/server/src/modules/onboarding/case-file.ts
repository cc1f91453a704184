import { isStaff, type Ask } from '#platform/ask';
import type { Db } from '#platform/db';
import { applicationById, pageOfApplications } from './store.ts';
import type { Application } from './model.ts';

/** What the journey needs of an application: no field of the form. */
export type CaseFile = Pick<
  Application,
  'id' | 'number' | 'title' | 'merchantId' | 'dueAt' | 'createdAt'
>;

/** The case of an application that this caller may see. */
export async function caseFileOf(db: Db, { by }: Ask, id: string): Promise<CaseFile | undefined> {
  if (by.kind !== 'user') return undefined;
  const application = await applicationById(db, id);
  if (!application) return undefined;
  const own = application.ownerId === by.id || application.enteredBy === by.id;
  return own || isStaff(by.role) ? application : undefined;
}

/** The cases that this caller may see, newest first: staff all, an agent those it entered, owners theirs. */
export async function caseFilesFor(
  db: Db,
  { by }: Ask,
  page: { after: string | undefined; limit: number },
): Promise<readonly CaseFile[]> {
  if (by.kind !== 'user') return [];
  if (isStaff(by.role)) return pageOfApplications(db, page);
  const own = by.role === 'agent' ? { enteredBy: by.id } : { ownerId: by.id };
  return pageOfApplications(db, { ...page, ...own });
}
