/** Server state: every page asks by `useApi` and acts by `useAct`, nobody calls `fetch`. */
import type { Endpoint, ReplyOf } from '@kaitong/contract';
import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { actionKey, call, ProblemError, urlOf, type InputOf } from './api.ts';
import { currentLang, useLang } from './words/language.ts';

const RETRIES_MAX = 2;

/** Makes the cache of the house; `onExpired` hears that the session has ended. */
export function makeQueryClient(onExpired: () => void): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof ProblemError && error.code === 'access.signInNeeded') onExpired();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry: isWorthRetrying, staleTime: 10_000 },
      // A person presses again by choice; `useAct` then keeps the key.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

export type Asking = { readonly isOff?: boolean; readonly every_ms?: number };

/** The reply of a GET endpoint, asked again when the language changes. */
export function useApi<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  { isOff = false, every_ms }: Asking = {},
): UseQueryResult<ReplyOf<E>, ProblemError> {
  useLang();
  return useQuery({
    ...asked(endpoint, input),
    enabled: !isOff,
    refetchInterval: every_ms ?? false,
    // The same answer in the former language stays until the new one is here.
    placeholderData: (before, asking) =>
      asking?.queryKey[1] === urlOf(endpoint, input) ? before : undefined,
  });
}

/** The same question for a route's loader: `queryClient.fetchQuery(asked(api.identity.me, {}))`. */
export function asked<E extends Endpoint>(endpoint: E, input: InputOf<E>) {
  return queryOptions<ReplyOf<E>, ProblemError>({
    queryKey: keyOf(endpoint, input),
    queryFn: async ({ signal }) => {
      const reply = await call(endpoint, input, { signal });
      return reply;
    },
  });
}

/** For queues: what others do shows by itself, while the page is seen. */
export const quietly = { every_ms: 25_000 } as const;

type PageReply<Row> = { readonly rows: readonly Row[]; readonly next?: string | undefined };
type RowOf<E extends Endpoint> = ReplyOf<E> extends PageReply<infer Row> ? Row : never;

/** Keyset pages of a list endpoint, one after another: what `DataTable` shows. */
export type Pages<Row> = {
  readonly rows: readonly Row[];
  readonly isLoading: boolean;
  readonly problem: ProblemError | null;
  readonly retry: () => void;
  /** Absent on the last page. */
  readonly more?: () => void;
  readonly isLoadingMore: boolean;
};

export function usePages<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  { every_ms }: Pick<Asking, 'every_ms'> = {},
): Pages<RowOf<E>> {
  useLang();
  const list = useInfiniteQuery({
    queryKey: [...keyOf(endpoint, input), 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const { query }: { readonly query?: unknown } = input;
      const page = { ...input, query: { ...(query as object | undefined), after: pageParam } };
      return (await call(endpoint, page as InputOf<E>, { signal })) as PageReply<RowOf<E>>;
    },
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    // Quietly, and only while the page is seen.
    refetchInterval: every_ms ?? false,
  });
  return {
    rows: list.data?.pages.flatMap((page) => page.rows) ?? [],
    isLoading: list.isLoading,
    problem: list.error as ProblemError | null,
    retry: () => void list.refetch(),
    ...(list.hasNextPage ? { more: () => void list.fetchNextPage() } : {}),
    isLoadingMore: list.isFetchingNextPage,
  };
}

export type Act<E extends Endpoint> = {
  readonly run: (input: InputOf<E>) => void;
  readonly isBusy: boolean;
  readonly problem: ProblemError | null;
  readonly reply: ReplyOf<E> | undefined;
  readonly forget: () => void;
};

export type Acting<E extends Endpoint> = {
  readonly onDone?: (reply: ReplyOf<E>, input: InputOf<E>) => void;
  /** What may look different now and is asked again. */
  readonly invalidates?: readonly Endpoint[] | 'everything';
};

/** One thing that a person does. Pressed again after no answer, it is the same act, not a second. */
export function useAct<E extends Endpoint>(
  endpoint: E,
  { onDone, invalidates = [] }: Acting<E> = {},
): Act<E> {
  const client = useQueryClient();
  const keyFor = useActionKey();
  const mutation = useMutation<ReplyOf<E>, ProblemError, InputOf<E>>({
    mutationFn: async (input) => {
      const action = keyFor(input);
      const reply = await call(endpoint, input, { key: action.key }).catch((error: unknown) => {
        if (error instanceof ProblemError && error.isUnanswered) action.keep();
        throw error;
      });
      return reply;
    },
    // The act stays busy until what it changed is shown, so that nobody presses again meanwhile.
    onSuccess: async (reply, input) => {
      onDone?.(reply, input);
      await refresh(client, invalidates);
    },
  });
  return {
    run: (input) => mutation.mutate(input),
    isBusy: mutation.isPending,
    problem: mutation.error,
    reply: mutation.data,
    forget: () => mutation.reset(),
  };
}

/** A key for each act; the key of an act without an answer waits for the same input. */
function useActionKey() {
  const unanswered = useRef<{ key: string; input: string } | undefined>(undefined);
  return (act: object) => {
    const input = JSON.stringify(act, (_, v: unknown) => (typeof v === 'bigint' ? `${v}` : v));
    const key = unanswered.current?.input === input ? unanswered.current.key : actionKey();
    unanswered.current = undefined;
    return { key, keep: () => (unanswered.current = { key, input }) };
  };
}

async function refresh(
  client: QueryClient,
  what: readonly Endpoint[] | 'everything',
): Promise<void> {
  if (what === 'everything') return client.invalidateQueries();
  await Promise.all(what.map(async ({ path }) => client.invalidateQueries({ queryKey: [path] })));
}

function keyOf<E extends Endpoint>(endpoint: E, input: InputOf<E>): string[] {
  return [endpoint.path, urlOf(endpoint, input), currentLang()];
}

function isWorthRetrying(failures: number, error: Error): boolean {
  return error instanceof ProblemError && error.isUnanswered && failures < RETRIES_MAX;
}
