import { api, type ReplyOf, type SubjectType } from '@kaitong/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { asked, useAct, useApi, usePages } from '../../query.ts';

export type Application = ReplyOf<typeof api.onboarding.getApplication>;
export type Dictionary = ReplyOf<typeof api.onboarding.readDictionary>;
export type DictionaryField = Dictionary['fields'][number];
export type DictionaryDocument = Dictionary['documents'][number];
export type FieldValue = string | boolean;
export type Fields = Readonly<Record<string, FieldValue>>;

const LOOK_AGAIN_MS = 15_000;
const moves = [api.journey.listJourneys, api.journey.readJourney, api.onboarding.listApplications];

/** While others have the move the page looks again by itself; while one writes it must not. */
export function useApplication(id: string, { isWaiting }: { isWaiting: boolean }) {
  return useApi(
    api.onboarding.getApplication,
    { params: { id } },
    isWaiting ? { every_ms: LOOK_AGAIN_MS } : {},
  );
}

export function useApplications() {
  return usePages(api.onboarding.listApplications, { query: {} });
}

export function useDictionary(subjectType: SubjectType) {
  return useApi(api.onboarding.readDictionary, { query: { subjectType } });
}

export function useAdvice(id: string) {
  return useApi(api.catalogue.getAdvice, { params: { id } });
}

export function usePlans() {
  return useApi(api.catalogue.listPlans, { query: {} });
}

export function useModels() {
  return useApi(api.catalogue.listModels, {});
}

export function useOpenApplication() {
  const navigate = useNavigate();
  const keep = useKeep();
  return useAct(api.onboarding.openApplication, {
    onDone: (opened) => {
      keep(opened);
      void navigate({ to: `/m/applications/${opened.id}`, replace: true });
    },
    invalidates: moves,
  });
}

export function useSaveFields(onSaved: (saved: Application, sent: SentFields) => void) {
  const keep = useKeep();
  return useAct(api.onboarding.saveFields, {
    onDone: (saved, { body }) => {
      keep(saved);
      onSaved(saved, body.fields);
    },
  });
}

export type SentFields = Readonly<Record<string, FieldValue | null>>;

export function useAttach() {
  const keep = useKeep();
  return useAct(api.onboarding.attachDocument, { onDone: keep });
}

export function useRemoveDocument() {
  const keep = useKeep();
  return useAct(api.onboarding.removeDocument, { onDone: keep });
}

export function useSubmit() {
  const keep = useKeep();
  return useAct(api.onboarding.submit, { onDone: keep, invalidates: moves });
}

export function useResubmit() {
  const keep = useKeep();
  return useAct(api.onboarding.resubmit, { onDone: keep, invalidates: moves });
}

export function useWithdraw() {
  const keep = useKeep();
  return useAct(api.onboarding.withdraw, { onDone: keep, invalidates: moves });
}

/** Asks for the application as it is now, after somebody else changed it. */
export function useFresh(id: string): () => Promise<Application> {
  const client = useQueryClient();
  return async () =>
    client.fetchQuery({
      ...asked(api.onboarding.getApplication, { params: { id } }),
      staleTime: 0,
    });
}

/**
 * Every act answers with the whole application, and it is shown at once. The reply to a POST has its
 * sensitive values masked, since it is kept to be given again: what was known whole stays known.
 */
function useKeep(): (application: Application) => void {
  const client = useQueryClient();
  return (application) => {
    const { queryKey } = asked(api.onboarding.getApplication, { params: { id: application.id } });
    const before = client.getQueryData<Application>(queryKey);
    const fields = application.revealed || !before ? application.fields : before.fields;
    client.setQueryData(queryKey, { ...application, fields });
    if (!application.revealed) void client.invalidateQueries({ queryKey });
  };
}
