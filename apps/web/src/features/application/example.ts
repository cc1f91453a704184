import { useLang } from '../../words/language.ts';
import { examples, remedies } from './examples.data.ts';

/** What a field or a document looks like when it is right; absent where its name says enough. */
export function useExample(path: string): string | undefined {
  const lang = useLang();
  return examples[path]?.[lang];
}

/** What to do about a reason for which something came back. */
export function useRemedy(): (reasonCode: string) => string | undefined {
  const lang = useLang();
  return (reasonCode) => remedies[reasonCode]?.[lang];
}
