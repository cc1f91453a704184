import { api } from '@kaitong/contract';
import { caseFileOf, caseFilesFor } from '#onboarding';
import { on, type Route } from '#platform/http';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { journeyOf, rowOf } from './gather.ts';

export function routes({ db }: Services): readonly Route[] {
  return [
    on(api.journey.listJourneys).handle(async (ask, { query }) => {
      const files = await caseFilesFor(db, ask, { after: query.after, limit: query.limit });
      const last = files.at(-1);
      return {
        rows: await Promise.all(files.map(async (file) => rowOf(db, file))),
        ...(files.length === query.limit && last ? { next: last.id } : {}),
      };
    }),
    on(api.journey.readJourney).handle(async (ask, { params }) => {
      const file = await caseFileOf(db, ask, params.id);
      if (!file) throw refuse('request.notFound');
      return journeyOf(db, ask, file);
    }),
  ];
}
