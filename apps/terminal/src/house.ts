/** The JSON side of a house: endpoints of the contract over HTTP. */
import { randomUUID } from 'node:crypto';
import {
  pathOf,
  problem as problemShape,
  type BodyOf,
  type Endpoint,
  type ParamsOf,
  type QueryOf,
  type ReplyOf,
} from '@kaitong/contract';
import type { Lang } from '@kaitong/values';
import { Trouble } from './trouble.ts';

const TIMEOUT_ms = 120_000;

type Input<E extends Endpoint> = {
  readonly params?: ParamsOf<E>;
  readonly query?: Partial<QueryOf<E>>;
  readonly body?: BodyOf<E>;
};

export type House = <E extends Endpoint>(endpoint: E, input?: Input<E>) => Promise<ReplyOf<E>>;

export type Visitor = { readonly base: string; readonly lang: Lang; readonly token?: string };

/** How one caller asks this house; a refusal becomes a trouble in the caller's language. */
export function houseAt({ base, lang, token }: Visitor): House {
  return async <E extends Endpoint>(endpoint: E, input: Input<E> = {}) => {
    const path = pathOf(endpoint, input.params);
    const response = await call(`${base}${path}${queryOf(input.query)}`, {
      method: endpoint.method,
      headers: {
        'accept-language': lang,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(endpoint.method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: input.body === undefined ? null : JSON.stringify(input.body),
      signal: AbortSignal.timeout(TIMEOUT_ms),
    });
    const text = await response.text();
    if (!response.ok) throw refusal(`${endpoint.method} ${path}`, response.status, text);
    return endpoint.reply?.parse(JSON.parse(text)) as ReplyOf<E>;
  };
}

async function call(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new Trouble('noHouse', { url: new URL(url).origin }, { cause });
  }
}

function queryOf(query: object | undefined): string {
  const given = Object.entries(query ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, string] => [name, String(value)]);
  const text = new URLSearchParams(given).toString();
  return text === '' ? '' : `?${text}`;
}

function refusal(asked: string, status: number, text: string): Trouble {
  const read = problemShape.safeParse(json(text));
  const why = read.success ? `${read.data.code}: ${read.data.detail ?? ''}` : text.slice(0, 200);
  return new Trouble('houseRefused', { asked, status: String(status), why });
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy may answer for the house, in HTML.
    return undefined;
  }
}
