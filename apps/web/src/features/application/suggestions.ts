/** What a field most likely is, from what has been given already: one press instead of typing. */
import type { Fields } from './queries.ts';

type Known = { readonly values: Fields; readonly phone: string | undefined };

const sources: Readonly<Record<string, (known: Known) => unknown>> = {
  'contact.phone': ({ phone }) => phone,
  'account.phone': ({ values, phone }) => values['contact.phone'] ?? phone,
  'account.name': ({ values }) =>
    values['account.kind'] === 'corporate' ? values['licence.name'] : values['legal.name'],
  'merchant.shortName': ({ values }) => values['store.name'],
  'merchant.receiptName': ({ values }) => values['merchant.shortName'],
  'store.name': ({ values }) => values['merchant.shortName'],
  // The first six digits of both numbers are the district where they were given out.
  'store.district': ({ values }) =>
    district(values['licence.uscc'], 2) ?? district(values['legal.idNo'], 0),
};

export function suggestionFor(path: string, known: Known): string | undefined {
  const value = sources[path]?.(known);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function district(number: unknown, from: number): string | undefined {
  const six = typeof number === 'string' ? number.slice(from, from + 6) : '';
  return /^\d{6}$/.test(six) ? six : undefined;
}
