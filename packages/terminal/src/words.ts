import type { Words } from '@kaitong/values';

export function words(hans: string, hant: string, en: string): Words {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en };
}
