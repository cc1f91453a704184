import { IdText } from '../../parts/desk/detail.tsx';
import { useWord } from '../../words/word.ts';

type StatusParts = { readonly type: string; readonly status: string };

/** `case.moved` to `under_review`: the word of that state, where its chart has one. */
export function StatusName({ type, status }: StatusParts) {
  const word = useWord();
  const key = `${type.split('.')[0] ?? ''}.${status}`;
  const said = word(key);
  return said === key ? <IdText id={status} /> : <>{said}</>;
}
