import type { WordTable } from '../say.ts';

export const words = {
  'message.queued': { 'zh-Hans': '待发送', 'zh-Hant': '待發送', en: 'To be sent' },
  'message.delivered': { 'zh-Hans': '已送达', 'zh-Hant': '已送達', en: 'Delivered' },
  'message.failed': { 'zh-Hans': '发送失败', 'zh-Hant': '發送失敗', en: 'Not delivered' },
  'message.event.deliver': { 'zh-Hans': '送达', 'zh-Hant': '送達', en: 'Delivered' },
  'message.event.giveUp': { 'zh-Hans': '放弃发送', 'zh-Hant': '放棄發送', en: 'Given up' },
  'messages.sms.signature': { 'zh-Hans': '【开通】', 'zh-Hant': '【開通】', en: '[Kaitong] ' },
} as const satisfies WordTable;
