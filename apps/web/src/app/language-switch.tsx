import { api } from '@kaitong/contract';
import { langs, type Lang } from '@kaitong/values';
import { useAct } from '../query.ts';
import { langNames, setLang, useLang } from '../words/language.ts';
import { useSay } from '../words/say.ts';
import './brand.css';

/** Changes the language at once; for a signed-in person also that of the messages to come. */
export function LanguageSwitch({ isSignedIn = false }: { isSignedIn?: boolean }) {
  const say = useSay();
  const lang = useLang();
  const change = useAct(api.identity.changeMe);
  const choose = (next: Lang) => {
    setLang(next);
    if (isSignedIn) change.run({ body: { lang: next } });
  };
  return (
    <label className="language">
      <span className="unseen">{say('house.language')}</span>
      <select
        value={lang}
        onChange={({ target }) => {
          const next = langs.find((each) => each === target.value);
          if (next) choose(next);
        }}
      >
        {langs.map((each) => (
          <option key={each} value={each} lang={each}>
            {langNames[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
