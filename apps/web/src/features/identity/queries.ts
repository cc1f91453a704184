import { api } from '@kaitong/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { homeOf, useIsSandbox, type User } from '../../house.ts';
import { asked, useAct, useApi } from '../../query.ts';

export function useSignInByPhone() {
  const enter = useEnter();
  return useAct(api.identity.signInByPhone, { onDone: ({ user }) => enter(user) });
}

export function useSignInByPassword() {
  const enter = useEnter();
  return useAct(api.identity.signInByPassword, { onDone: ({ user }) => enter(user) });
}

export function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useAct(api.identity.signOut, {
    onDone: () => {
      client.clear();
      void navigate({ to: '/' });
    },
  });
}

export function useRename() {
  return useAct(api.identity.changeMe, { invalidates: [api.identity.me] });
}

/** The sample staff, in a sandbox; nobody elsewhere. */
export function useSampleLogins() {
  const isSandbox = useIsSandbox();
  return useApi(api.sandbox.logins, {}, { isOff: !isSandbox }).data?.rows ?? [];
}

/** What the address of the sign-in page says. */
export function useArrival() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  return {
    isStaff: search['as'] === 'staff',
    isExpired: search['expired'] === true,
    back: ownPath(search['back']),
  };
}

/** Whoever signed in goes to the page that asked for it, else home. Nothing of a former user stays. */
function useEnter() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { back } = useArrival();
  return (user: User) => {
    client.clear();
    client.setQueryData(asked(api.identity.me, {}).queryKey, { user });
    void navigate({ to: back ?? homeOf(user) });
  };
}

/** Only a page of ours: `//elsewhere.example` is a path to the eye and another site to the browser. */
function ownPath(back: unknown): string | undefined {
  return typeof back === 'string' && /^\/[mc](?:\/[\w/?=&.-]*)?$/.test(back) ? back : undefined;
}
