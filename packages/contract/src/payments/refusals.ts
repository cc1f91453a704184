import type { Refusals } from '../refusal.ts';

export const refusals = {
  'payments.step': {
    status: 409,
    'zh-Hans': '这笔交易现在的状态（{status}）不能做这一步（{event}）。',
    'zh-Hant': '這筆交易現在的狀態（{status}）不能做這一步（{event}）。',
    en: 'The payment is {status}; this step ({event}) is not possible now.',
  },
  'payments.noSlip': {
    status: 409,
    'zh-Hans': '这笔交易没有成功，没有签购单。',
    'zh-Hant': '這筆交易沒有成功，沒有簽購單。',
    en: 'This payment was not approved, so there is no slip.',
  },
} as const satisfies Refusals;
