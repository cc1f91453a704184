/** The one door to the server: a contract endpoint goes in, its typed reply or a problem comes out. */
import {
  pathOf,
  problem as problemShape,
  type BodyInputOf,
  type BodyOf,
  type Endpoint,
  type ParamsOf,
  type Problem,
  type QueryInputOf,
  type QueryOf,
  type ReplyOf,
} from '@kaitong/contract';
import { z } from 'zod';
import { currentLang } from './words/language.ts';

// A slow 3G line uploads a photo of 5 MB in about 60 s.
const TIMEOUT_MS = 20_000;
const TIMEOUT_UPLOAD_MS = 120_000;

/** What a caller may leave out because the server fills it, it may leave out here too. */
type Sendable<Out, In> = Out extends object
  ? { [K in keyof Out as IsFilled<In, K> extends true ? never : K]: Out[K] } & {
      [K in keyof Out as IsFilled<In, K> extends true ? K : never]?: Out[K] | undefined;
    }
  : Out;
type IsFilled<In, K> = K extends keyof In ? (undefined extends In[K] ? true : false) : false;

type Part<Name extends string, T> = [T] extends [undefined]
  ? { readonly [P in Name]?: undefined }
  : object extends T
    ? { readonly [P in Name]?: T }
    : { readonly [P in Name]: T };

export type InputOf<E extends Endpoint> = Part<'params', ParamsOf<E>> &
  Part<'query', Sendable<QueryOf<E>, QueryInputOf<E>>> &
  Part<'body', Sendable<BodyOf<E>, BodyInputOf<E>>> & { readonly file?: File };

/** What a call says besides its input: the key of the user's action, kept over its retries. */
export type Sending = {
  /** Null: nothing of it may be kept, so that a repetition is asked anew. */
  readonly key?: string | null;
  readonly signal?: AbortSignal;
};

/** Anything that kept a call from being answered with a yes. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  readonly problem: Partial<Problem>;

  constructor(problem: Pick<Problem, 'status' | 'code'> & Partial<Problem>, cause?: unknown) {
    super(problem.detail ?? problem.code, { cause });
    this.status = problem.status;
    this.code = problem.code;
    this.problem = problem;
  }

  /** Nobody knows whether the server did it: a retry must carry the same key. */
  get isUnanswered(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

export async function call<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  sending: Sending = {},
): Promise<ReplyOf<E>> {
  const loose: LooseInput = input;
  const { isOk, status, body } = await exchange(endpoint, loose, sending);
  if (!isOk) throw await problemOf(status, body);
  if (endpoint.kind === 'file') return body as ReplyOf<E>;
  return read(endpoint, await body.text()) as ReplyOf<E>;
}

type LooseInput = {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: File;
};

/** The address with its parameters; also the name of a reply in the query cache. */
export function urlOf(endpoint: Endpoint, input: LooseInput): string {
  const path = pathOf(endpoint, input.params as Record<string, string> | undefined);
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(encoded(endpoint.query, input.query) ?? {}))
    if (value !== undefined) query.set(name, String(value));
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** A key for one action of a person. `randomUUID` is missing where a phone visits over plain HTTP. */
export function actionKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function headersOf(endpoint: Endpoint, input: LooseInput, sending: Sending): Headers {
  const headers = new Headers({ 'Accept-Language': currentLang() });
  const { key = actionKey() } = sending;
  if (endpoint.method === 'POST' && key !== null) headers.set('Idempotency-Key', key);
  if (input.body !== undefined && endpoint.kind !== 'upload')
    headers.set('Content-Type', 'application/json');
  return headers;
}

function bodyOf(endpoint: Endpoint, input: LooseInput): BodyInit | null {
  const body = encoded(endpoint.body, input.body);
  if (endpoint.kind === 'upload') return formOf(body, input.file);
  return body === undefined ? null : JSON.stringify(body, digits);
}

function formOf(body: object | undefined, file: File | undefined): FormData {
  const form = new FormData();
  // Fields first: the server reads the form as a stream and knows what the file is for.
  for (const [name, value] of Object.entries(body ?? {})) form.set(name, String(value));
  if (file) form.set('file', file);
  return form;
}

/**
 * Writes a value as the contract's codecs say. One that does not fit is sent as it is: the server
 * says what is wrong with it, in the reader's language.
 */
function encoded(shape: z.ZodType | undefined, value: unknown): object | undefined {
  if (value === undefined) return undefined;
  try {
    return (shape ? z.encode(shape, value) : value) as object;
  } catch {
    return value as object;
  }
}

function digits(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

type Answer = { readonly isOk: boolean; readonly status: number; readonly body: Blob };

/** Asks and hears the whole answer, within the time that a slow line needs. */
async function exchange(endpoint: Endpoint, input: LooseInput, sending: Sending): Promise<Answer> {
  const line = openLine(input.file ? TIMEOUT_UPLOAD_MS : TIMEOUT_MS, sending.signal);
  try {
    const response = await fetch(urlOf(endpoint, input), {
      method: endpoint.method,
      headers: headersOf(endpoint, input, sending),
      credentials: 'same-origin',
      body: bodyOf(endpoint, input),
      signal: line.signal,
    });
    return { isOk: response.ok, status: response.status, body: await response.blob() };
  } catch (cause) {
    if (sending.signal?.aborted) throw cause; // Nobody waits for the answer any more.
    const code = line.signal.aborted ? 'network.timeout' : 'network.lost';
    throw new ProblemError({ status: 0, code }, cause);
  } finally {
    line.close();
  }
}

/** Ends when time is up or the asker has gone. `AbortSignal.any` is newer than our shops' phones. */
function openLine(timeout_ms: number, asker: AbortSignal | undefined) {
  const control = new AbortController();
  const hangUp = () => control.abort();
  const timer = setTimeout(hangUp, timeout_ms);
  asker?.addEventListener('abort', hangUp);
  const close = () => {
    clearTimeout(timer);
    asker?.removeEventListener('abort', hangUp);
  };
  return { signal: control.signal, close };
}

async function problemOf(status: number, body: Blob): Promise<ProblemError> {
  const told = problemShape.safeParse(json(await body.text()));
  // A proxy before us may answer for the server, in HTML.
  return new ProblemError(told.success ? told.data : { status, code: `http.${status}` });
}

function read(endpoint: Endpoint, text: string): unknown {
  if (!endpoint.reply || text === '') return undefined;
  const reply = z.safeDecode(endpoint.reply, json(text));
  if (reply.success) return reply.data;
  throw new ProblemError({ status: 500, code: 'reply.unreadable' }, reply.error);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
