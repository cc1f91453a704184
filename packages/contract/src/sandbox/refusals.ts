import type { Refusals } from '../refusal.ts';

export const refusals = {
  'clock.backwards': {
    status: 422,
    'zh-Hans': '业务时间只能往前走。现在是 {now}。',
    'zh-Hant': '業務時間只能往前走。現在是 {now}。',
    en: 'Business time only moves forward. It is {now} now.',
  },
  'clock.busy': {
    status: 409,
    'zh-Hans': '上一次调时还没处理完（{waiting} 项未完）。请稍候。',
    'zh-Hant': '上一次調時還沒處理完（{waiting} 項未完）。請稍候。',
    en: 'What fell due before is still being done ({waiting} left). Wait a moment.',
  },
  'sandbox.noLine': {
    status: 409,
    'zh-Hans': '这里没有终端端口可接。请到运行网关的那个进程试。',
    'zh-Hant': '這裡沒有終端機連接埠可接。請到執行閘道的那個程序試。',
    en: 'No terminal port answers here. Try where the gateway runs.',
  },
} as const satisfies Refusals;
