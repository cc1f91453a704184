import type { Refusals } from '../refusal.ts';

export const refusals = {
  'order.notPayable': {
    status: 409,
    'zh-Hans': '这张订单现在不用付款（状态：{status}）。',
    'zh-Hant': '這張訂單現在不用付款（狀態：{status}）。',
    en: 'This order is not to be paid now (it is {status}).',
  },
  'order.notCancelable': {
    status: 409,
    'zh-Hans': '这张订单已不能取消（状态：{status}）。请联系客服。',
    'zh-Hant': '這張訂單已不能取消（狀態：{status}）。請聯絡客服。',
    en: 'This order can no longer be canceled (it is {status}). Ask support.',
  },
  'order.notAllocatable': {
    status: 409,
    'zh-Hans': '订单付款后才能配机（现在状态：{status}）。',
    'zh-Hant': '訂單付款後才能配機（現在狀態：{status}）。',
    en: 'A terminal is given to a paid order only (it is {status} now).',
  },
  'order.notShippable': {
    status: 409,
    'zh-Hans': '配机后才能发货，且只发一次（现在状态：{status}）。',
    'zh-Hant': '配機後才能出貨，且只出一次（現在狀態：{status}）。',
    en: 'An order is shipped once, after it has a terminal (it is {status} now).',
  },
  'order.notDelivered': {
    status: 409,
    'zh-Hans': '签收后才能做开箱检查，且只做一次（现在状态：{status}）。',
    'zh-Hant': '簽收後才能做開箱檢查，且只做一次（現在狀態：{status}）。',
    en: 'The parcel is checked once, after it is delivered (the order is {status} now).',
  },
} as const satisfies Refusals;
