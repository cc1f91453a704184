/** Which language the house speaks now: chosen once, remembered, told to i18next and to `<html>`. */
import { langs, type Lang } from '@kaitong/values';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from './en.ts';
import { zhHans } from './zh-Hans.ts';
import { zhHant } from './zh-Hant.ts';

export const HOUSE = 'house';
const REMEMBERED = 'kaitong.lang';

/** Each language in its own words, for the switcher. */
export const langNames: Readonly<Record<Lang, string>> = {
  'zh-Hans': '简体',
  'zh-Hant': '繁體',
  en: 'English',
};

/** The locale that `Intl` and antd know it by. */
export const locales = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' } as const;

void i18next.use(initReactI18next).init({
  lng: firstLang(),
  fallbackLng: false,
  load: 'currentOnly',
  initAsync: false,
  defaultNS: HOUSE,
  keySeparator: false,
  nsSeparator: false,
  // The contract writes `{name}`; React escapes by itself.
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  resources: {
    'zh-Hans': { [HOUSE]: zhHans },
    'zh-Hant': { [HOUSE]: zhHant },
    en: { [HOUSE]: en },
  },
});
tellDocument();
i18next.on('languageChanged', tellDocument);

export function currentLang(): Lang {
  return asLang(i18next.language) ?? 'zh-Hans';
}

export function setLang(lang: Lang): void {
  remember(lang);
  void i18next.changeLanguage(lang);
}

/** The language of now; the caller draws again when it changes. */
export function useLang(): Lang {
  const { i18n } = useTranslation();
  return asLang(i18n.language) ?? 'zh-Hans';
}

/** The first of the reader's languages that we speak. Hong Kong, Macao and Taiwan read Traditional. */
export function guessLang(wanted: readonly string[]): Lang {
  for (const tag of wanted) {
    if (/^zh\b.*\b(?:hant|tw|hk|mo)\b/i.test(tag)) return 'zh-Hant';
    if (/^zh\b/i.test(tag)) return 'zh-Hans';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'zh-Hans';
}

function firstLang(): Lang {
  return asLang(remembered()) ?? guessLang(globalThis.navigator?.languages ?? []);
}

function asLang(text: string | undefined): Lang | undefined {
  return langs.find((lang) => lang === text);
}

function tellDocument(): void {
  if (typeof document !== 'undefined') document.documentElement.lang = currentLang();
}

// A browser may forbid its storage; then the choice lasts as long as the page.
function remembered(): string | undefined {
  try {
    return localStorage.getItem(REMEMBERED) ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(lang: Lang): void {
  try {
    localStorage.setItem(REMEMBERED, lang);
  } catch {
    // Nothing to do: see `remembered`.
  }
}
