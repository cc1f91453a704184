import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('bank', {
  'bank.name': { 'zh-Hans': '沙盒银行', 'zh-Hant': '沙盒銀行', en: 'Sandbox Bank' },
  'bank.warning': {
    'zh-Hans': '演练用，不动真钱',
    'zh-Hant': '演練用，不動真錢',
    en: 'For rehearsal: no money moves',
  },
  'bank.title': { 'zh-Hans': '确认付款', 'zh-Hant': '確認付款', en: 'Confirm the payment' },
  'bank.payee': { 'zh-Hans': '收款人', 'zh-Hant': '收款人', en: 'To' },
  'bank.payee.name': {
    'zh-Hans': '开通（沙盒）',
    'zh-Hant': '開通（沙盒）',
    en: 'Kaitong (sandbox)',
  },
  'bank.payer': { 'zh-Hans': '付款人', 'zh-Hant': '付款人', en: 'From' },
  'bank.text': { 'zh-Hans': '用途', 'zh-Hant': '用途', en: 'For' },
  'bank.pay': { 'zh-Hans': '付款', 'zh-Hant': '付款', en: 'Pay' },
  'bank.refuse': { 'zh-Hans': '拒绝付款', 'zh-Hant': '拒絕付款', en: 'Refuse' },
  'bank.paid': {
    'zh-Hans': '已付款，银行正在通知商家。',
    'zh-Hant': '已付款，銀行正在通知商家。',
    en: 'Paid. The bank is telling the payee.',
  },
  'bank.failed': {
    'zh-Hans': '没有付款，钱还在您账上。',
    'zh-Hant': '沒有付款，錢還在您帳上。',
    en: 'Not paid. The money is still yours.',
  },
  'bank.back': { 'zh-Hans': '回到订单', 'zh-Hant': '回到訂單', en: 'Back to the order' },
});
