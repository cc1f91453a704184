import type { Words } from '@kaitong/values';

/** What stands in the navigation, phone first: short enough for a tab. */
export const nav = {
  progress: { 'zh-Hans': '进度', 'zh-Hant': '進度', en: 'Progress' },
  todo: { 'zh-Hans': '待办', 'zh-Hant': '待辦', en: 'To do' },
  takings: { 'zh-Hans': '收款', 'zh-Hant': '收款', en: 'Takings' },
  terminals: { 'zh-Hans': '终端', 'zh-Hant': '終端機', en: 'Terminals' },
  help: { 'zh-Hans': '帮助', 'zh-Hant': '說明', en: 'Help' },

  desk: { 'zh-Hans': '工作台', 'zh-Hant': '工作台', en: 'Desk' },
} as const satisfies Readonly<Record<string, Words>>;
