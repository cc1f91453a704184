import { wordOr, type Facts } from '@kaitong/contract';
import { useLang } from './language.ts';

/** The trade's own words, which the server shares: statuses, roles, fields, reasons. */
export function useWord(): (key: string, facts?: Facts) => string {
  const lang = useLang();
  return (key, facts) => wordOr(lang, key, facts);
}
