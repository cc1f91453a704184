/** The languages that Kaitong speaks, the default first. */
export const langs = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Lang = (typeof langs)[number];

/** One text in every language. */
export type Words = Readonly<Record<Lang, string>>;
