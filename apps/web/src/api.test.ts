import { endpoint } from '@kaitong/contract';
import { money, type Money } from '@kaitong/values';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { call, ProblemError, urlOf } from './api.ts';

const moneyShape = z.codec(
  z.object({ minor: z.string(), currency: z.literal('CNY') }),
  z.custom<Money>(),
  {
    decode: ({ minor, currency }) => money(BigInt(minor), currency),
    encode: ({ minor, currency }) => ({ minor: `${minor}`, currency: currency as 'CNY' }),
  },
);

const pay = endpoint({
  method: 'POST',
  path: '/v1/orders/:id/pay',
  summary: 'Pays.',
  access: 'public',
  params: z.object({ id: z.string() }),
  body: z.object({ amount: moneyShape, note: z.string().max(3) }),
  reply: z.object({ left: moneyShape }),
});

const list = endpoint({
  method: 'GET',
  path: '/v1/orders',
  summary: 'Lists.',
  access: 'public',
  query: z.object({ limit: z.coerce.number().default(20), after: z.string().optional() }),
  reply: z.object({ rows: z.array(z.string()) }),
});

type Asked = { readonly url: string; readonly init: RequestInit };

/** The network as the web sees it. */
function network(answer: () => Response | Promise<Response>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    return answer();
  });
  return asked;
}

const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status });
const paid = () => json({ left: { minor: '5', currency: 'CNY' } });
const paying = { params: { id: 'ord_1' }, body: { amount: money(1234n), note: 'abc' } };

afterEach(() => vi.unstubAllGlobals());

describe('a call', () => {
  it('writes money as digits and reads it back', async () => {
    const asked = network(paid);
    expect((await call(pay, paying)).left).toEqual(money(5n));
    expect(asked[0]?.url).toBe('/v1/orders/ord_1/pay');
    expect(asked[0]?.init.body).toBe('{"amount":{"minor":"1234","currency":"CNY"},"note":"abc"}');
  });

  it('carries the language, and the key that its action has', async () => {
    const asked = network(paid);
    await call(pay, paying, { key: 'k1' });
    const headers = new Headers(asked[0]?.init.headers);
    expect(headers.get('Idempotency-Key')).toBe('k1');
    expect(headers.get('Accept-Language')).toBe('zh-Hans');
  });

  it('sends what does not fit as it is, so that the server says what is wrong', async () => {
    const asked = network(paid);
    await call(pay, { ...paying, body: { ...paying.body, note: 'too long' } });
    expect(asked[0]?.init.body).toContain('too long');
    expect(asked[0]?.init.body).toContain('"minor":"1234"');
  });

  it('leaves out of the address what the server fills in', () => {
    expect(urlOf(list, {})).toBe('/v1/orders');
    expect(urlOf(list, { query: { after: 'ord_9', limit: undefined } })).toBe(
      '/v1/orders?after=ord_9',
    );
  });
});

async function trouble(): Promise<unknown> {
  return call(list, {}).catch((error: unknown) => error);
}

describe('a call that is not answered with a yes', () => {
  it('is a problem in the words of the server', async () => {
    const told = {
      type: 't',
      title: 't',
      status: 409,
      code: 'order.paid',
      detail: '已付',
      requestId: 'r',
    };
    network(() => json(told, 409));
    expect(await trouble()).toMatchObject({
      code: 'order.paid',
      message: '已付',
      isUnanswered: false,
    });
  });

  it.each([
    [
      'a proxy speaks HTML',
      () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
      'http.502',
    ],
    ['the reply is not as agreed', () => json({ rows: 3 }), 'reply.unreadable'],
    ['the line is dead', () => Promise.reject(new TypeError('Failed to fetch')), 'network.lost'],
  ])('is a problem when %s', async (_, answer, code) => {
    network(answer);
    const error = await trouble();
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ code, isUnanswered: true });
  });

  it('stays silent when the asker has gone', async () => {
    const asker = new AbortController();
    network(() => {
      asker.abort();
      return Promise.reject(new DOMException('gone', 'AbortError'));
    });
    await expect(call(list, {}, { signal: asker.signal })).rejects.toThrow('gone');
  });
});
