import type { WordTable } from '../say.ts';

export const words = {
  'alert.triggered': { 'zh-Hans': '待处理', 'zh-Hant': '待處理', en: 'Triggered' },
  'alert.confirmed': { 'zh-Hans': '已确认', 'zh-Hant': '已確認', en: 'Confirmed' },
  'alert.dismissed': { 'zh-Hans': '已排除', 'zh-Hant': '已排除', en: 'Dismissed' },
  'alert.event.confirm': { 'zh-Hans': '确认', 'zh-Hant': '確認', en: 'Confirm' },
  'alert.event.dismiss': { 'zh-Hans': '排除', 'zh-Hant': '排除', en: 'Dismiss' },
  'risk.tier.micro': { 'zh-Hans': '小微商户', 'zh-Hant': '小微商戶', en: 'Micro merchant' },
  'risk.tier.individual': { 'zh-Hans': '个人', 'zh-Hant': '個人', en: 'Individual' },
  'risk.tier.sole_proprietor': {
    'zh-Hans': '个体工商户',
    'zh-Hant': '個體工商戶',
    en: 'Sole proprietor',
  },
  'risk.tier.enterprise': { 'zh-Hans': '企业', 'zh-Hant': '企業', en: 'Enterprise' },
  'risk.tier.special': { 'zh-Hans': '单独核定', 'zh-Hant': '單獨核定', en: 'Set one by one' },
  'risk.rule.T21': {
    'zh-Hans': '10 分钟内 {count} 次拒绝，疑似试卡',
    'zh-Hant': '10 分鐘內 {count} 次拒絕，疑似試卡',
    en: '{count} declines within 10 minutes: cards may be tested',
  },
  'risk.rule.T23': {
    'zh-Hans': '开通 24 小时内的大额消费 {amount}',
    'zh-Hant': '開通 24 小時內的大額消費 {amount}',
    en: 'A large sale of {amount} within 24 hours of going live',
  },
} as const satisfies WordTable;
