/** The languages that everything is said in. */
export type Lang = 'zh-Hans' | 'zh-Hant' | 'en';
export type Words = Readonly<Record<Lang, string>>;

export function words(hans: string, hant: string, en: string): Words {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en };
}
