import { api } from '@kaitong/contract';
import { personOf, type Ask } from '#platform/ask';
import type { Db, Tx } from '#platform/db';
import { on, type Input, type Route } from '#platform/http';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { changeMe } from './change-me.ts';
import { tokenHash } from './model.ts';
import { sendCode } from './send-code.ts';
import { signInByPassword, signInByPhone, type SignedIn } from './sign-in.ts';
import { endSession, merchantIdsOf, personById, type Person } from './store.ts';

export function routes(services: Services): readonly Route[] {
  return [
    on(api.identity.requestCode).transact(async (tx, ask, { body }) =>
      sendCode(tx, ask, { services, ...body }),
    ),
    on(api.identity.signInByPhone).handle(async (ask, { body }) =>
      sessionReply(await signInByPhone(services, ask, body)),
    ),
    on(api.identity.signInByPassword).handle(async (ask, { body }) =>
      sessionReply(await signInByPassword(services, ask, body)),
    ),
    on(api.identity.me).handle(async (ask) => ({ user: await me(services.db, ask) })),
    on(api.identity.changeMe).transact(async (tx, ask, { body }) => {
      await changeMe(tx, ask, body);
      return { user: await me(tx, ask) };
    }),
    on(api.identity.signOut).transact(async (tx, ask, input) => {
      await endSession(tx, tokenHash(tokenOf(input)), ask.now);
      return { ok: true };
    }),
  ];
}

async function me(tx: Tx | Db, ask: Ask) {
  const person = await personById(tx, personOf(ask).id);
  if (!person) throw refuse('access.signInNeeded');
  return userReply(person, await merchantIdsOf(tx, person.id));
}

function sessionReply({ token, person, merchantIds }: SignedIn) {
  return { token, user: userReply(person, merchantIds) };
}

function userReply({ id, name, role, lang, phone }: Person, merchantIds: readonly string[]) {
  return {
    id,
    name,
    role,
    lang,
    merchantIds: [...merchantIds],
    ...(phone === null ? {} : { phone }),
  };
}

function tokenOf({ headers }: Pick<Input, 'headers'>): string {
  const bearer = /^Bearer (\S+)$/.exec(String(headers['authorization'] ?? ''))?.[1];
  const cookie = /(?:^|;\s*)kaitong_session=([^;]+)/.exec(String(headers['cookie'] ?? ''))?.[1];
  return bearer ?? cookie ?? '';
}
