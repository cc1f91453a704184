import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('order', {
  'orders.title': { 'zh-Hans': '订单', 'zh-Hant': '訂單', en: 'Orders' },
  'orders.none': { 'zh-Hans': '还没有订单', 'zh-Hant': '還沒有訂單', en: 'No order yet' },
  'orders.none.text': {
    'zh-Hans': '合同签好后，订单自动生成。',
    'zh-Hant': '合約簽好後，訂單自動產生。',
    en: 'It opens by itself once your contract is signed.',
  },
  'orders.none.go': { 'zh-Hans': '看进度', 'zh-Hant': '看進度', en: 'See the progress' },
  'order.title': { 'zh-Hans': '订单', 'zh-Hant': '訂單', en: 'Order' },
  'order.back': { 'zh-Hans': '进度', 'zh-Hant': '進度', en: 'Progress' },
  'order.came': { 'zh-Hans': '收到', 'zh-Hant': '收到', en: 'What came:' },
  'order.setAside': {
    'zh-Hans': '钱没有丢，客服会联系您退回或补足。',
    'zh-Hant': '錢沒有丟，客服會聯絡您退回或補足。',
    en: 'It is not lost. Support calls you about it.',
  },

  'pay.due': { 'zh-Hans': '要付的押金', 'zh-Hant': '要付的押金', en: 'Deposit to pay' },
  'pay.what': {
    'zh-Hans': '付了就配机发货。流水达标，全部退还。',
    'zh-Hant': '付了就配機出貨。流水達標，全部退還。',
    en: 'Then we ship your terminal. All of it comes back with your turnover.',
  },
  'pay.by': { 'zh-Hans': '请在此之前付：', 'zh-Hant': '請在此之前付：', en: 'Please pay by' },
  'pay.note': {
    'zh-Hans': '到银行页面付。我们和推广人员都不收现金',
    'zh-Hant': '到銀行頁面付。我們和推廣人員都不收現金',
    en: 'You pay at the bank. Nobody of ours ever takes cash',
  },
  'pay.button': { 'zh-Hans': '去银行付款', 'zh-Hant': '去銀行付款', en: 'Pay at the bank' },

  'track.title': {
    'zh-Hans': '机器到哪儿了',
    'zh-Hant': '機器到哪裡了',
    en: 'Where the terminal is',
  },
  'track.paid': { 'zh-Hans': '付押金', 'zh-Hant': '付押金', en: 'Deposit paid' },
  'track.prepared': { 'zh-Hans': '配机', 'zh-Hant': '配機', en: 'Terminal set aside' },
  'track.prepared.note': {
    'zh-Hans': '序列号 {serial}',
    'zh-Hant': '序號 {serial}',
    en: 'Serial number {serial}',
  },
  'track.shipped': { 'zh-Hans': '发货', 'zh-Hant': '出貨', en: 'Shipped' },
  'track.shipped.note': {
    'zh-Hans': '快递单号 {tracking}',
    'zh-Hant': '快遞單號 {tracking}',
    en: 'Tracking number {tracking}',
  },
  'track.pickedUp': { 'zh-Hans': '快递揽收', 'zh-Hant': '快遞取件', en: 'Picked up' },
  'track.delivered': { 'zh-Hans': '签收', 'zh-Hant': '簽收', en: 'Delivered' },
  'track.unboxed': { 'zh-Hans': '开箱检查', 'zh-Hant': '開箱檢查', en: 'Checked by you' },

  'unbox.title': { 'zh-Hans': '开箱检查', 'zh-Hant': '開箱檢查', en: 'Check the parcel' },
  'unbox.lead': {
    'zh-Hans': '有的、好的就打勾。少了、坏了不勾，我们给您换。',
    'zh-Hant': '有的、好的就打勾。少了、壞了不勾，我們給您換。',
    en: 'Tick what is there and sound. What is not ticked, we replace.',
  },
  'unbox.list': { 'zh-Hans': '箱子里的东西', 'zh-Hant': '箱子裡的東西', en: 'In the parcel' },
  'unbox.appearance': {
    'zh-Hans': '没有裂、没有撬过的痕迹，封签完整',
    'zh-Hant': '沒有裂、沒有撬過的痕跡，封籤完整',
    en: 'No cracks, no sign of opening, seal whole',
  },
  'unbox.powerCord': {
    'zh-Hans': '插上能亮',
    'zh-Hant': '插上能亮',
    en: 'It lights up when plugged in',
  },
  'unbox.dataCable': { 'zh-Hans': '一根', 'zh-Hant': '一條', en: 'One' },
  'unbox.manual': {
    'zh-Hans': '一本，带客服电话',
    'zh-Hant': '一本，附客服電話',
    en: 'One, with our number',
  },
  'unbox.note': { 'zh-Hans': '哪里不对', 'zh-Hant': '哪裡不對', en: 'What is wrong' },
  'unbox.note.hint': {
    'zh-Hans': '一句话就行，如“屏幕左上角裂了”',
    'zh-Hant': '一句話就行，如「螢幕左上角裂了」',
    en: 'One sentence, such as: the screen is cracked',
  },
  'unbox.left': {
    'zh-Hans': '还有 {count} 样没打勾',
    'zh-Hant': '還有 {count} 樣沒打勾',
    en: '{count} not ticked',
  },
  'unbox.sound': { 'zh-Hans': '都齐，都好', 'zh-Hant': '都齊，都好', en: 'All there, all sound' },
  'unbox.faulty': { 'zh-Hans': '有问题', 'zh-Hant': '有問題', en: 'Something is wrong' },
  'unbox.fault': {
    'zh-Hans': '有问题，报给客服',
    'zh-Hant': '有問題，報給客服',
    en: 'Report the fault',
  },
  'unboxed.title': { 'zh-Hans': '开箱结果', 'zh-Hant': '開箱結果', en: 'What you found' },

  'next.install': {
    'zh-Hans': '机器没问题，下一步装机',
    'zh-Hant': '機器沒問題，下一步裝機',
    en: 'All sound. Next: the installation',
  },
  'next.install.go': { 'zh-Hans': '看装机', 'zh-Hant': '看裝機', en: 'Go to the installation' },
  'next.faulty': {
    'zh-Hans': '已记下，客服会联系您换机，不另收费。',
    'zh-Hant': '已記下，客服會聯絡您換機，不另收費。',
    en: 'Noted. Support calls you about another one; nothing is charged.',
  },
  'next.undeliverable': {
    'zh-Hans': '没送到。核对一下地址，告诉客服再寄一次。',
    'zh-Hant': '沒送到。核對一下地址，告訴客服再寄一次。',
    en: 'It could not be delivered. Check the address and tell support to send it again.',
  },
  'next.ask': { 'zh-Hans': '找客服', 'zh-Hant': '找客服', en: 'Ask support' },

  'deposit.title': {
    'zh-Hans': '押金怎么退',
    'zh-Hant': '押金怎麼退',
    en: 'How the deposit comes back',
  },
  'deposit.meter': { 'zh-Hans': '已结算流水', 'zh-Hant': '已結算流水', en: 'Settled turnover' },
  'deposit.until': { 'zh-Hans': '算到', 'zh-Hant': '算到', en: 'Counted until' },
  'deposit.notYet': {
    'zh-Hans': '从终端开通那天起算 {days} 天。',
    'zh-Hant': '從終端機開通那天起算 {days} 天。',
    en: 'Counted for {days} days from the day your terminal opens.',
  },
  'deposit.counts': {
    'zh-Hans': '算：已结算的刷卡和扫码收款',
    'zh-Hant': '算：已結算的刷卡和掃碼收款',
    en: 'Counts: card and code sales that have been settled',
  },
  'deposit.countsNot': {
    'zh-Hans': '不算：撤销、退款、还没结算的',
    'zh-Hant': '不算：撤銷、退款、還沒結算的',
    en: 'Does not count: voids, refunds, sales not settled yet',
  },

  'facts.title': { 'zh-Hans': '订单内容', 'zh-Hant': '訂單內容', en: 'What was ordered' },
  'facts.model': { 'zh-Hans': '机型', 'zh-Hant': '機型', en: 'Model' },
  'facts.serial': { 'zh-Hans': '序列号', 'zh-Hant': '序號', en: 'Serial number' },
  'facts.to': { 'zh-Hans': '收货人', 'zh-Hant': '收貨人', en: 'Recipient' },
  'facts.phone': { 'zh-Hans': '电话', 'zh-Hant': '電話', en: 'Phone' },
  'facts.address': { 'zh-Hans': '地址', 'zh-Hant': '地址', en: 'Address' },

  'cancel.button': { 'zh-Hans': '取消订单', 'zh-Hant': '取消訂單', en: 'Cancel the order' },
  'cancel.sure': {
    'zh-Hans': '取消这个订单？',
    'zh-Hant': '取消這個訂單？',
    en: 'Cancel this order?',
  },
  'cancel.text': {
    'zh-Hans': '付过的押金随下一次结算退回。',
    'zh-Hant': '付過的押金隨下一次結算退回。',
    en: 'A deposit that was paid comes back with the next payout.',
  },
  'cancel.yes': { 'zh-Hans': '取消订单', 'zh-Hant': '取消訂單', en: 'Cancel it' },
  'cancel.no': { 'zh-Hans': '不取消', 'zh-Hant': '不取消', en: 'Keep it' },
});
