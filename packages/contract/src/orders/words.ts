import type { WordTable } from '../say.ts';

const order = {
  'order.created': { 'zh-Hans': '已建单', 'zh-Hant': '已建單', en: 'Opened' },
  'order.awaiting_payment': {
    'zh-Hans': '待付押金',
    'zh-Hant': '待付押金',
    en: 'Deposit to be paid',
  },
  'order.placed': { 'zh-Hans': '待配机', 'zh-Hant': '待配機', en: 'Waiting for a terminal' },
  'order.confirmed': { 'zh-Hans': '待发货', 'zh-Hant': '待出貨', en: 'Ready to ship' },
  'order.shipped': { 'zh-Hans': '运输中', 'zh-Hant': '運送中', en: 'On its way' },
  'order.delivered': { 'zh-Hans': '已签收', 'zh-Hant': '已簽收', en: 'Delivered' },
  'order.unboxed': { 'zh-Hans': '开箱完好', 'zh-Hant': '開箱完好', en: 'Unboxed, all sound' },
  'order.faulty': { 'zh-Hans': '开箱有问题', 'zh-Hant': '開箱有問題', en: 'Unboxed with a fault' },
  'order.undeliverable': {
    'zh-Hans': '无法投递',
    'zh-Hant': '無法投遞',
    en: 'Could not be delivered',
  },
  'order.completed': { 'zh-Hans': '已完成', 'zh-Hant': '已完成', en: 'Completed' },
  'order.canceled': { 'zh-Hans': '已取消', 'zh-Hant': '已取消', en: 'Canceled' },
  'order.event.open': { 'zh-Hans': '开单', 'zh-Hant': '開單', en: 'open' },
  'order.event.pay': { 'zh-Hans': '付款到账', 'zh-Hant': '付款到帳', en: 'payment arrives' },
  'order.event.allocate': { 'zh-Hans': '配机', 'zh-Hant': '配機', en: 'give a terminal' },
  'order.event.ship': { 'zh-Hans': '发货', 'zh-Hant': '出貨', en: 'ship' },
  'order.event.deliver': { 'zh-Hans': '签收', 'zh-Hant': '簽收', en: 'deliver' },
  'order.event.giveUp': { 'zh-Hans': '投递失败', 'zh-Hant': '投遞失敗', en: 'delivery fails' },
  'order.event.unbox': { 'zh-Hans': '开箱检查', 'zh-Hant': '開箱檢查', en: 'unbox' },
  'order.event.complete': {
    'zh-Hans': '终端启用',
    'zh-Hant': '終端機啟用',
    en: 'terminal in service',
  },
  'order.event.cancel': { 'zh-Hans': '取消', 'zh-Hant': '取消', en: 'cancel' },
} as const satisfies WordTable;

const deposit = {
  'deposit.due': { 'zh-Hans': '待付', 'zh-Hant': '待付', en: 'Due' },
  'deposit.collected': { 'zh-Hans': '已收', 'zh-Hant': '已收', en: 'Collected' },
  'deposit.accumulating': {
    'zh-Hans': '达标计算中',
    'zh-Hant': '達標計算中',
    en: 'Being earned back',
  },
  'deposit.qualified': { 'zh-Hans': '已达标', 'zh-Hant': '已達標', en: 'Earned back' },
  'deposit.refunded': { 'zh-Hans': '已退还', 'zh-Hant': '已退還', en: 'Refunded' },
  'deposit.extended': { 'zh-Hans': '已延期', 'zh-Hant': '已延期', en: 'Extended' },
  'deposit.retained': {
    'zh-Hans': '转为设备款',
    'zh-Hant': '轉為設備款',
    en: 'Kept for the device',
  },
  'deposit.offset': { 'zh-Hans': '已抵扣', 'zh-Hant': '已抵扣', en: 'Set against debt' },
  'deposit.canceled': { 'zh-Hans': '已取消', 'zh-Hant': '已取消', en: 'Canceled' },
  'deposit.event.collect': { 'zh-Hans': '收到押金', 'zh-Hant': '收到押金', en: 'deposit arrives' },
  'deposit.event.start': {
    'zh-Hans': '终端启用，开始计算',
    'zh-Hant': '終端機啟用，開始計算',
    en: 'the window opens',
  },
  'deposit.event.qualify': { 'zh-Hans': '达标', 'zh-Hant': '達標', en: 'turnover reached' },
  'deposit.event.refund': { 'zh-Hans': '退还', 'zh-Hant': '退還', en: 'refund' },
  'deposit.event.extend': { 'zh-Hans': '延期', 'zh-Hant': '延期', en: 'extend' },
  'deposit.event.retain': {
    'zh-Hans': '转为设备款',
    'zh-Hant': '轉為設備款',
    en: 'keep for the device',
  },
  'deposit.event.offset': { 'zh-Hans': '抵扣', 'zh-Hant': '抵扣', en: 'set against debt' },
  'deposit.event.cancel': { 'zh-Hans': '取消', 'zh-Hant': '取消', en: 'cancel' },
} as const satisfies WordTable;

const says = {
  'orders.kind.first': { 'zh-Hans': '新机', 'zh-Hant': '新機', en: 'First terminal' },
  'orders.kind.replacement': { 'zh-Hans': '换机', 'zh-Hant': '換機', en: 'Replacement' },
  'orders.can.pay': { 'zh-Hans': '去付押金', 'zh-Hant': '去付押金', en: 'Pay the deposit' },
  'orders.can.cancel': { 'zh-Hans': '取消订单', 'zh-Hant': '取消訂單', en: 'Cancel the order' },
  'orders.can.allocate': { 'zh-Hans': '配机', 'zh-Hant': '配機', en: 'Give a terminal' },
  'orders.can.ship': { 'zh-Hans': '发货', 'zh-Hant': '出貨', en: 'Ship' },
  'orders.can.unbox': { 'zh-Hans': '开箱检查', 'zh-Hant': '開箱檢查', en: 'Check the parcel' },
  'orders.unboxing.appearance': { 'zh-Hans': '外观完好', 'zh-Hant': '外觀完好', en: 'Looks sound' },
  'orders.unboxing.powerCord': { 'zh-Hans': '电源线', 'zh-Hant': '電源線', en: 'Power cord' },
  'orders.unboxing.dataCable': { 'zh-Hans': '数据线', 'zh-Hant': '資料線', en: 'Data cable' },
  'orders.unboxing.manual': { 'zh-Hans': '说明书', 'zh-Hant': '說明書', en: 'Manual' },
  'orders.party.bank': { 'zh-Hans': '银行', 'zh-Hant': '銀行', en: 'The bank' },
  'orders.setAside.amountDiffers': {
    'zh-Hans': '金额与订单不符，已另存待查',
    'zh-Hant': '金額與訂單不符，已另存待查',
    en: 'The amount is not that of the order; it is kept aside',
  },
  'orders.setAside.late': {
    'zh-Hans': '订单已结束，来款已另存待退',
    'zh-Hant': '訂單已結束，來款已另存待退',
    en: 'The order had ended; the money is kept aside to go back',
  },
  'orders.deposit.unmet.retain': {
    'zh-Hans': '期满未达标，押金转为设备款',
    'zh-Hant': '期滿未達標，押金轉為設備款',
    en: 'Not reached in time: the deposit is kept for the device',
  },
  'orders.deposit.unmet.extend': {
    'zh-Hans': '期满未达标，期限顺延一次',
    'zh-Hant': '期滿未達標，期限順延一次',
    en: 'Not reached in time: the window is extended once',
  },
} as const satisfies WordTable;

/** Messages to the merchant. */
const messages = {
  'orders.sms.payDue': {
    'zh-Hans': '合同已生效。请于 {payBy} 前支付押金 {amount}，付款后为您配机发货。',
    'zh-Hant': '合約已生效。請於 {payBy} 前支付押金 {amount}，付款後為您配機出貨。',
    en: 'Your contract is in force. Pay the deposit of {amount} by {payBy}; then we ship your terminal.',
  },
  'orders.sms.free': {
    'zh-Hans': '合同已生效，本方案免押金，正在为您配机。',
    'zh-Hant': '合約已生效，本方案免押金，正在為您配機。',
    en: 'Your contract is in force. Your plan needs no deposit; we are preparing your terminal.',
  },
  'orders.sms.paid': {
    'zh-Hans': '已收到押金 {amount}，正在为您配机。',
    'zh-Hant': '已收到押金 {amount}，正在為您配機。',
    en: 'Your deposit of {amount} has arrived. We are preparing your terminal.',
  },
  'orders.sms.setAside': {
    'zh-Hans': '收到 {came}，与应付 {wanted} 不符，未计入订单。客服会联系您。',
    'zh-Hant': '收到 {came}，與應付 {wanted} 不符，未計入訂單。客服會聯絡您。',
    en: '{came} arrived, but {wanted} is due, so it does not count yet. Support will call you.',
  },
  'orders.sms.shipped': {
    'zh-Hans': '终端 {serial} 已发货，运单号 {tracking}。',
    'zh-Hant': '終端機 {serial} 已出貨，運單號 {tracking}。',
    en: 'Terminal {serial} is on its way, tracking number {tracking}.',
  },
  'orders.sms.delivered': {
    'zh-Hans': '终端已签收。请开箱检查外观和配件，并在网页上确认。',
    'zh-Hant': '終端機已簽收。請開箱檢查外觀和配件，並在網頁上確認。',
    en: 'Your terminal was delivered. Please check the box and its parts, and confirm on our page.',
  },
  'orders.sms.undeliverable': {
    'zh-Hans': '包裹 {tracking} 未能投递。请核对地址，我们会重新发货。',
    'zh-Hant': '包裹 {tracking} 未能投遞。請核對地址，我們會重新出貨。',
    en: 'Parcel {tracking} could not be delivered. Check your address; we ship it again.',
  },
  'orders.sms.faulty': {
    'zh-Hans': '已记录开箱问题，客服会与您联系换机。',
    'zh-Hant': '已記錄開箱問題，客服會與您聯絡換機。',
    en: 'The fault in your parcel is recorded. Support will call you about a replacement.',
  },
  'orders.sms.canceled': {
    'zh-Hans': '订单已取消。',
    'zh-Hant': '訂單已取消。',
    en: 'Your order is canceled.',
  },
  'orders.sms.progress': {
    'zh-Hans': '押金达标进度 {percent}%：已清算 {turnover}，目标 {needed}。',
    'zh-Hant': '押金達標進度 {percent}%：已清算 {turnover}，目標 {needed}。',
    en: '{percent}% of the way to your deposit: {turnover} of {needed} cleared.',
  },
  'orders.sms.refunded': {
    'zh-Hans': '已达标，押金 {amount} 退回您的可结算余额，随下一次结算到账。',
    'zh-Hant': '已達標，押金 {amount} 退回您的可結算餘額，隨下一次結算到帳。',
    en: 'Reached. Your deposit of {amount} is back in your balance and comes with the next payout.',
  },
  'orders.sms.depositBack': {
    'zh-Hans': '押金 {amount} 已退回您的可结算余额，随下一次结算到账。',
    'zh-Hant': '押金 {amount} 已退回您的可結算餘額，隨下一次結算到帳。',
    en: 'Your deposit of {amount} is back in your balance and comes with the next payout.',
  },
  'orders.sms.extended': {
    'zh-Hans': '押金达标期限顺延至 {windowEnd}。',
    'zh-Hant': '押金達標期限順延至 {windowEnd}。',
    en: 'You have until {windowEnd} to earn your deposit back.',
  },
  'orders.sms.retained': {
    'zh-Hans': '达标期限已过，按合同押金 {amount} 转为设备款。',
    'zh-Hant': '達標期限已過，按合約押金 {amount} 轉為設備款。',
    en: 'The time is over. By your contract the deposit of {amount} pays for the device.',
  },
} as const satisfies WordTable;

export const words = { ...order, ...deposit, ...says, ...messages } as const;
