import { refusals, speak, wordOr, type Facts, type Problem } from '@kaitong/contract';
import type { Lang } from '@kaitong/values';
import { z } from 'zod';
import { Refusal } from './refuse.ts';

const TITLES: Record<Lang, string> = {
  'zh-Hans': '没有办成',
  'zh-Hant': '沒有辦成',
  en: 'Not done',
};
const FAULT: Record<Lang, string> = {
  'zh-Hans': '系统出了问题，已记录。请稍后再试；若仍不行，请把编号告诉客服。',
  'zh-Hant': '系統出了問題，已記錄。請稍後再試；若仍不行，請把編號告訴客服。',
  en: 'Something is broken on our side and has been recorded. Try again later, or give support the number.',
};

type Locale = NonNullable<NonNullable<Parameters<z.ZodType['parse']>[1]>['error']>;
const LOCALES: Record<Lang, Locale> = {
  'zh-Hans': z.locales.zhCN().localeError,
  'zh-Hant': z.locales.zhTW().localeError,
  en: z.locales.en().localeError,
};

export function localeOf(lang: Lang): Locale {
  return LOCALES[lang];
}

/** The language a request asks for; Simplified Chinese when it does not say. */
export function langOf(headers: Readonly<Record<string, string | string[] | undefined>>): Lang {
  const wanted = String(headers['accept-language'] ?? '').toLowerCase();
  for (const tag of wanted.split(',').map((part) => part.split(';')[0]?.trim() ?? '')) {
    if (/^zh-(hant|tw|hk|mo)/.test(tag)) return 'zh-Hant';
    if (tag.startsWith('zh')) return 'zh-Hans';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-Hans';
}

type Asked = { readonly lang: Lang; readonly requestId: string };

/** Any thrown thing as problem+json: refusals say why, faults only their number. */
export function toProblem(error: unknown, { lang, requestId }: Asked): Problem {
  const refusal = asRefusal(error);
  if (!refusal) {
    return { ...head('fault', 500, lang), detail: FAULT[lang], requestId };
  }
  const { code, facts, errors, status } = refusal;
  return {
    ...head(code, status, lang),
    detail: speak(refusals[code], lang, spoken(lang, facts)),
    requestId,
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(errors.length > 0 ? { errors: [...errors] } : {}),
  };
}

/** A fact that is a word of the trade is said in the reader's language. */
function spoken(lang: Lang, facts: Facts): Facts {
  const entries = Object.entries(facts).map(([name, fact]) => [name, wordOr(lang, String(fact))]);
  return Object.fromEntries(entries) as Facts;
}

function head(code: string, status: number, lang: Lang) {
  return { type: `/problems/${code}`, title: TITLES[lang], status, code };
}

function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof z.ZodError) return fromZod(error);
  const { statusCode, code, message } = error as {
    statusCode?: number;
    code?: string;
    message?: string;
  };
  if (statusCode === 429) return new Refusal('request.tooMany', { seconds: 60 }, []);
  if (statusCode === 413 || code === 'FST_REQ_FILE_TOO_LARGE')
    return new Refusal('request.tooLarge', { limit: '10 MB' }, []);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Refusal('request.malformed', { reason: message ?? String(code) }, []);
  return undefined;
}

function fromZod(error: z.ZodError): Refusal {
  const errors = error.issues.map((issue) => ({
    path: `/${issue.path.join('/')}`,
    code: issue.code,
    detail: issue.message,
  }));
  return new Refusal('request.invalid', { count: errors.length }, errors);
}
