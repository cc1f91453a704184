import type { WordTable } from '../say.ts';

export const words = {
  'merchant.opened': { 'zh-Hans': '已建档', 'zh-Hant': '已建檔', en: 'On file' },
  'merchant.active': { 'zh-Hans': '营业中', 'zh-Hant': '營業中', en: 'Trading' },
  'merchant.suspended': { 'zh-Hans': '已停用', 'zh-Hant': '已停用', en: 'Suspended' },
  'merchant.closed': { 'zh-Hans': '已销户', 'zh-Hant': '已銷戶', en: 'Closed' },
} as const satisfies WordTable;
