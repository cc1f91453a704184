import type { Words } from '@kaitong/values';

/** What stands in the navigation, phone first: short enough for a tab. */
export const nav = {
  progress: { 'zh-Hans': '进度', 'zh-Hant': '進度', en: 'Progress' },
  todo: { 'zh-Hans': '待办', 'zh-Hant': '待辦', en: 'To do' },
  takings: { 'zh-Hans': '收款', 'zh-Hant': '收款', en: 'Takings' },
  terminals: { 'zh-Hans': '终端', 'zh-Hant': '終端機', en: 'Terminals' },
  help: { 'zh-Hans': '帮助', 'zh-Hant': '說明', en: 'Help' },

  desk: { 'zh-Hans': '工作台', 'zh-Hant': '工作台', en: 'Desk' },
  review: { 'zh-Hans': '审核', 'zh-Hant': '審核', en: 'Review' },
  orders: { 'zh-Hans': '订单', 'zh-Hant': '訂單', en: 'Orders' },
  stock: { 'zh-Hans': '终端', 'zh-Hant': '終端機', en: 'Terminals' },
  visits: { 'zh-Hans': '装机', 'zh-Hant': '裝機', en: 'Visits' },
  payments: { 'zh-Hans': '交易', 'zh-Hant': '交易', en: 'Payments' },
  money: { 'zh-Hans': '资金', 'zh-Hant': '資金', en: 'Money' },
  cases: { 'zh-Hans': '停用处理', 'zh-Hant': '停用處理', en: 'Cases' },
  tickets: { 'zh-Hans': '工单', 'zh-Hant': '工單', en: 'Tickets' },
  risk: { 'zh-Hans': '风险', 'zh-Hant': '風險', en: 'Risk' },
  agents: { 'zh-Hans': '推广人员', 'zh-Hant': '推廣人員', en: 'Agents' },
  audit: { 'zh-Hans': '审计', 'zh-Hant': '稽核', en: 'Audit' },
} as const satisfies Readonly<Record<string, Words>>;
