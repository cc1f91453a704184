import { api } from '@kaitong/contract';
import { readFile } from '#vault';
import type { Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { on, type Route } from '#platform/http';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { applicationFor } from './access.ts';
import { approve, decline } from './approve.ts';
import { attachDocument, removeDocument } from './attach-document.ts';
import { claim, release } from './claim.ts';
import { confirm, overturn } from './confirm.ts';
import { decideFields } from './decide-fields.ts';
import { dictionaryReply } from './dictionary.ts';
import { list } from './list.ts';
import type { Application } from './model.ts';
import { open } from './open.ts';
import { reasons } from './reasons.data.ts';
import { replyOf } from './reply.ts';
import { resubmit } from './resubmit.ts';
import { returnForRepair } from './return-for-repair.ts';
import { saveFields } from './save-fields.ts';
import { documentsOf } from './store.ts';
import { submit } from './submit.ts';
import { withdraw } from './withdraw.ts';

export function routes(services: Services): readonly Route[] {
  return [...asking(services), ...filling(services), ...reviewing(services)];
}

/** For all but POST, whose replies are kept. */
const wholeReply = (services: Services) => async (tx: Tx, ask: Ask, application: Application) =>
  replyOf(tx, ask, { services, application, whole: true });
const keptReply = (services: Services) => async (tx: Tx, ask: Ask, application: Application) =>
  replyOf(tx, ask, { services, application, whole: false });

function asking(services: Services): Route[] {
  const whole = wholeReply(services);
  return [
    on(api.onboarding.readDictionary).handle(async (_, { query }) =>
      dictionaryReply(query.subjectType),
    ),
    on(api.onboarding.listReasons).handle(async () => ({
      rows: reasons.map(({ code, kind, on: paths }) => ({
        code,
        kind,
        label: `onboarding.reason.${code}`,
        on: [...paths],
      })),
    })),
    on(api.onboarding.listApplications).handle(async (ask, { query }) =>
      list(services.db, ask, { services, query }),
    ),
    on(api.onboarding.getApplication).transact(async (tx, ask, { params }) =>
      whole(tx, ask, await applicationFor(tx, ask, params.id)),
    ),
    on(api.onboarding.readDocument).transact(async (tx, ask, { params }) => {
      await applicationFor(tx, ask, params.id);
      const documents = await documentsOf(tx, params.id);
      const document = documents.find(({ fileId }) => fileId === params.documentId);
      if (!document) throw refuse('request.notFound');
      const { fileId } = document;
      return readFile(tx, ask, { services, fileId, purpose: `application ${params.id}` });
    }),
  ];
}

function filling(services: Services): Route[] {
  const whole = wholeReply(services);
  const kept = keptReply(services);
  return [
    on(api.onboarding.openApplication).transact(async (tx, ask, { body }) =>
      kept(tx, ask, await open(tx, ask, { services, wish: body })),
    ),
    on(api.onboarding.saveFields).transact(async (tx, ask, { params, body }) =>
      whole(tx, ask, await saveFields(tx, ask, { services, ...params, ...body })),
    ),
    on(api.onboarding.attachDocument).transact(async (tx, ask, { params, file }) =>
      kept(tx, ask, await attachDocument(tx, ask, { services, ...params, file })),
    ),
    on(api.onboarding.removeDocument).transact(async (tx, ask, { params }) =>
      whole(tx, ask, await removeDocument(tx, ask, params)),
    ),
    on(api.onboarding.submit).transact(async (tx, ask, { params }) =>
      kept(tx, ask, await submit(tx, ask, { services, ...params })),
    ),
    on(api.onboarding.resubmit).transact(async (tx, ask, { params }) =>
      kept(tx, ask, await resubmit(tx, ask, { services, ...params })),
    ),
    on(api.onboarding.withdraw).transact(async (tx, ask, { params }) =>
      kept(tx, ask, await withdraw(tx, ask, params.id)),
    ),
  ];
}

function reviewing(services: Services): Route[] {
  const whole = wholeReply(services);
  const kept = keptReply(services);
  return [
    on(api.onboarding.claim).transact(async (tx, ask, { params }) =>
      kept(tx, ask, await claim(tx, ask, params.id)),
    ),
    on(api.onboarding.release).transact(async (tx, ask, { params }) =>
      kept(tx, ask, await release(tx, ask, params.id)),
    ),
    on(api.onboarding.decideFields).transact(async (tx, ask, { params, body }) =>
      whole(tx, ask, await decideFields(tx, ask, { services, ...params, ...body })),
    ),
    on(api.onboarding.returnForRepair).transact(async (tx, ask, { params, body }) =>
      kept(tx, ask, await returnForRepair(tx, ask, { ...params, ...body })),
    ),
    on(api.onboarding.approve).transact(async (tx, ask, { params }) =>
      kept(tx, ask, await approve(tx, ask, params.id)),
    ),
    on(api.onboarding.decline).transact(async (tx, ask, { params, body }) =>
      kept(tx, ask, await decline(tx, ask, { ...params, ...body })),
    ),
    on(api.onboarding.confirm).transact(async (tx, ask, { params }) =>
      kept(tx, ask, await confirm(tx, ask, { services, ...params })),
    ),
    on(api.onboarding.overturn).transact(async (tx, ask, { params, body }) =>
      kept(tx, ask, await overturn(tx, ask, { ...params, ...body })),
    ),
  ];
}
