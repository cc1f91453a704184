import { provinces } from '../../parts/provinces.data.ts';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useProviders } from './queries.ts';
import { words } from './words.ts';

export function ProviderName({ id }: { id: string }) {
  const lang = useLang();
  return <>{useProviders().find((provider) => provider.id === id)?.name[lang] ?? id}</>;
}

export function Territory({ codes }: { codes: readonly string[] }) {
  const lang = useLang();
  const say = useSay(words);
  const names = codes.map((code) => provinces[code]?.[lang] ?? code);
  return <>{names.join(say('between'))}</>;
}
