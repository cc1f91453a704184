import type { Refusals } from '../refusal.ts';

export const refusals = {
  'risk.limitsNotOrdered': {
    status: 422,
    'zh-Hans': '限额应满足：单笔 ≤ 单日 ≤ 单月，且都大于零。',
    'zh-Hant': '限額應滿足：單筆 ≤ 單日 ≤ 單月，且都大於零。',
    en: 'Limits must be above zero and in order: single ≤ daily ≤ monthly.',
  },
  'risk.alertDecided': {
    status: 409,
    'zh-Hans': '这条预警已处理（{status}）。',
    'zh-Hant': '這條預警已處理（{status}）。',
    en: 'This alert has been decided ({status}).',
  },
} as const satisfies Refusals;
