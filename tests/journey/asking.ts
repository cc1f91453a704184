/** The public API as a program calls it: an endpoint of the contract goes in, its typed reply comes out. */
import { randomUUID } from 'node:crypto';
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
import type { Lang } from '@kaitong/values';
import { z } from 'zod';

// Moving the clock over a week does everything that fell due in it.
const TIMEOUT_ms = 120_000;

export type Upload = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** What has a default may be left out. */
type Sendable<Out, In> = Out extends object
  ? { [K in keyof Out as Filled<In, K> extends true ? never : K]: Out[K] } & {
      [K in keyof Out as Filled<In, K> extends true ? K : never]?: Out[K] | undefined;
    }
  : Out;
type Filled<In, K> = K extends keyof In ? (undefined extends In[K] ? true : false) : false;
type Part<Name extends string, T> = [T] extends [undefined]
  ? { readonly [P in Name]?: undefined }
  : object extends T
    ? { readonly [P in Name]?: T }
    : { readonly [P in Name]: T };

type Input<E extends Endpoint> = Part<'params', ParamsOf<E>> &
  Part<'query', Sendable<QueryOf<E>, QueryInputOf<E>>> &
  Part<'body', Sendable<BodyOf<E>, BodyInputOf<E>>> & { readonly file?: Upload };

type Answer<E extends Endpoint> = E extends { readonly kind: 'file' } ? Uint8Array : ReplyOf<E>;

/** How one person asks the house. */
export type Asking = <E extends Endpoint>(endpoint: E, input: Input<E>) => Promise<Answer<E>>;

/** The house said no, and why. */
export class HouseRefused extends Error {
  override name = 'HouseRefused';
  readonly problem: Partial<Problem> & { readonly status: number };

  constructor(asked: string, problem: Partial<Problem> & { readonly status: number }) {
    const fields = problem.errors?.map(({ path, detail }) => `${path}: ${detail}`) ?? [];
    const why = [problem.detail ?? '', ...fields].join(' · ');
    super(`${asked} → ${problem.status} ${problem.code ?? ''}: ${why}`);
    this.problem = problem;
  }
}

export type Asker = { readonly base: string; readonly lang: Lang; readonly token?: string };

export function askingAs(asker: Asker): Asking {
  return async <E extends Endpoint>(endpoint: E, input: Input<E>) => {
    const loose: Loose = input;
    const path = pathOf(endpoint, loose.params as Record<string, string> | undefined);
    const response = await fetch(`${asker.base}${path}${queryOf(loose.query)}`, {
      method: endpoint.method,
      headers: headersOf(endpoint, loose, asker),
      body: bodyOf(endpoint, loose),
      signal: AbortSignal.timeout(TIMEOUT_ms),
    });
    if (!response.ok) throw await refusalOf(`${endpoint.method} ${path}`, response);
    return (await answerOf(endpoint, response)) as Answer<E>;
  };
}

type Loose = {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: Upload;
};

function queryOf(query: unknown): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

function headersOf({ method, kind }: Endpoint, { body }: Loose, { lang, token }: Asker): Headers {
  const headers = new Headers({ 'accept-language': lang });
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (method === 'POST') headers.set('idempotency-key', randomUUID());
  if (body !== undefined && kind !== 'upload') headers.set('content-type', 'application/json');
  return headers;
}

function bodyOf(endpoint: Endpoint, { body, file }: Loose): BodyInit | null {
  const encoded = body === undefined ? undefined : encode(endpoint.body, body);
  if (endpoint.kind !== 'upload') return encoded === undefined ? null : JSON.stringify(encoded);
  const form = new FormData();
  // Fields first: the server reads the form as a stream and knows what the file is for.
  for (const [name, value] of Object.entries(encoded ?? {})) form.set(name, String(value));
  if (file)
    form.set('file', new Blob([Uint8Array.from(file.bytes)], { type: file.type }), file.name);
  return form;
}

/** As the codecs of the contract say; a body that leaves a default out is sent as it is. */
function encode(shape: z.ZodType | undefined, value: unknown): object {
  const encoded = shape && z.safeEncode(shape, value);
  return (encoded?.success ? encoded.data : value) as object;
}

async function refusalOf(asked: string, response: Response): Promise<HouseRefused> {
  const text = await response.text();
  const read = problemShape.safeParse(json(text));
  const told = read.success ? read.data : { status: response.status, detail: text.slice(0, 200) };
  return new HouseRefused(asked, told);
}

async function answerOf(endpoint: Endpoint, response: Response): Promise<unknown> {
  if (endpoint.kind === 'file') return new Uint8Array(await response.arrayBuffer());
  if (!endpoint.reply) return undefined;
  const reply = z.safeDecode(endpoint.reply, json(await response.text()));
  if (reply.success) return reply.data;
  const why = z.prettifyError(reply.error);
  throw new Error(`${endpoint.method} ${endpoint.path} broke its own contract: ${why}`);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy may answer for the house, in HTML.
    return undefined;
  }
}
