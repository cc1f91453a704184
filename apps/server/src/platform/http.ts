import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '@kaitong/contract';
import type { Ask } from './ask.ts';
import { transact, type Db, type Tx } from './db.ts';

/** What a request brought, parsed by its endpoint. */
export type Input<E extends Endpoint = Endpoint> = {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly file: UploadedFile;
  /** The bytes as they came: what a connector signed. */
  readonly raw: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };

/** A reply that is a file. */
export type FileReply = {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly name: string;
};

type Answer<E extends Endpoint> = E extends { readonly kind: 'file' } ? FileReply : ReplyOf<E>;

export type Route = {
  readonly endpoint: Endpoint;
  /** `transact`: the edge opens the transaction and keeps the Idempotency-Key in it. */
  readonly how: 'transact' | 'handle';
  readonly run: (db: Db | Tx, ask: Ask, input: Input) => Promise<unknown>;
};

/** In two steps, so that the handler is typed by an endpoint that is already known. */
export function on<E extends Endpoint>(endpoint: E) {
  return {
    /** One transaction, opened here; the effect, its news and its key are one commit. */
    transact: (run: (tx: Tx, ask: Ask, input: Input<E>) => Promise<Answer<E>>): Route => ({
      endpoint,
      how: 'transact',
      run: async (tx, ask, input) => run(tx as Tx, ask, input),
    }),
    /** For work that asks outside parties between two transactions, which it opens itself. */
    handle: (run: (ask: Ask, input: Input<E>) => Promise<Answer<E>>): Route => ({
      endpoint,
      how: 'handle',
      run: async (_, ask, input) => run(ask, input),
    }),
  };
}

/** Runs a route with its Idempotency-Key: the same key again gets the stored reply. */
export async function runRoute(db: Db, route: Route, call: Call): Promise<Outcome> {
  if (route.how === 'transact')
    return transact(db, async (tx) =>
      call.keys.once(tx, async () => route.run(tx, call.ask, call.input)),
    );
  const claim = await transact(db, async (tx) => call.keys.claim(tx));
  if (claim.kind === 'replay') return claim.outcome;
  try {
    const value = await route.run(db, call.ask, call.input);
    return await transact(db, async (tx) => call.keys.keep(tx, value));
  } catch (error) {
    // Nothing is kept for a failed request: the caller may try the same key again.
    await transact(db, async (tx) => call.keys.release(tx));
    throw error;
  }
}

export type Outcome = { readonly value: unknown; readonly replayed: boolean };

export type Call = { readonly ask: Ask; readonly input: Input; readonly keys: KeyBook };

/** The book of answered requests, for one request; a book that keeps nothing when there is no key. */
export type KeyBook = {
  readonly once: (tx: Tx, work: () => Promise<unknown>) => Promise<Outcome>;
  readonly claim: (tx: Tx) => Promise<{ kind: 'mine' } | { kind: 'replay'; outcome: Outcome }>;
  readonly keep: (tx: Tx, value: unknown) => Promise<Outcome>;
  readonly release: (tx: Tx) => Promise<void>;
};
