import { money, type Money } from '@kaitong/values';
import { z } from 'zod';

const PAGE_MAX = 100;

export const lang = z.enum(['zh-Hans', 'zh-Hant', 'en']);

const wireMoney = z.object({
  minor: z.string().regex(/^-?\d{1,18}$/),
  currency: z.enum(['CNY', 'HKD', 'USD']),
});

/** On the wire the minor units are a string of digits, since a JSON number is a float. */
export const moneyShape = z
  .codec(wireMoney, z.custom<Money>(), {
    decode: ({ minor, currency }) => money(BigInt(minor), currency),
    encode: ({ minor, currency }) => ({ minor: minor.toString(), currency }),
  })
  .meta({ id: 'Money' });

/** A moment, ISO 8601 in UTC on the wire, a Date in the program. */
export const momentShape = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

/** A business day in Asia/Shanghai, `2026-11-23`. */
export const dayShape = z.iso.date();

/** A rate in parts per ten million: 0.38 % is 38000. */
export const rateShape = z.int().min(0).max(10_000_000);

export const idShape = z.string().regex(/^[a-z]{2,4}_[0-9a-z]{10,40}$/);
export const idParams = z.object({ id: idShape });

/** The mainland mobile number of a person, eleven digits. */
export const phoneShape = z.string().regex(/^1[3-9]\d{9}$/);

/** Pages are keyset pages: `next` is what to pass as `after`, absent on the last page. */
export const pageQuery = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number<string | number>().int().min(1).max(PAGE_MAX).default(20),
});

export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), next: z.string().optional() });
}

export const done = z.object({ ok: z.literal(true) });

export const langWords = z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() });
