import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('activation', {
  'activate.title': { 'zh-Hans': '激活终端', 'zh-Hant': '啟用終端機', en: 'Activate the terminal' },
  'activate.lead': {
    'zh-Hans': '输入激活码,做一次自检,清单齐了就能收款。',
    'zh-Hant': '輸入啟用碼,做一次自檢,清單齊了就能收款。',
    en: 'Type in the code, run the self test; once the list is done, it trades.',
  },
  'activate.back': { 'zh-Hans': '进度', 'zh-Hant': '進度', en: 'Progress' },
  'activate.all': { 'zh-Hans': '全部终端', 'zh-Hant': '全部終端機', en: 'All terminals' },
  'activate.which': { 'zh-Hans': '哪一台', 'zh-Hant': '哪一台', en: 'Which one' },
  'activate.none': { 'zh-Hans': '还没有终端', 'zh-Hant': '還沒有終端機', en: 'No terminal yet' },
  'activate.none.text': {
    'zh-Hans': '付了押金就配机,到货后在这里激活。',
    'zh-Hant': '付了押金就配機,到貨後在這裡啟用。',
    en: 'It is set aside once the deposit is paid, and activated here when it arrives.',
  },
  'activate.none.go': { 'zh-Hans': '看订单', 'zh-Hant': '看訂單', en: 'See the order' },

  'terminal.serial': { 'zh-Hans': '序列号', 'zh-Hant': '序號', en: 'Serial number' },
  'terminal.number': { 'zh-Hans': '终端号', 'zh-Hant': '終端機號', en: 'Terminal number' },
  'terminal.status': { 'zh-Hans': '状态', 'zh-Hant': '狀態', en: 'Status' },
  'terminal.live': { 'zh-Hans': '可以收款了', 'zh-Hant': '可以收款了', en: 'It may trade' },
  'terminal.live.text': {
    'zh-Hans': '先收一笔小额试试:刷卡、扫码各一次。',
    'zh-Hant': '先收一筆小額試試:刷卡、掃碼各一次。',
    en: 'Try a small sale first: one card, one code.',
  },
  'terminal.live.go': { 'zh-Hans': '看收款', 'zh-Hant': '看收款', en: 'See the takings' },
  'terminal.allocated': {
    'zh-Hans': '机器还在路上,签收后才能激活',
    'zh-Hant': '機器還在路上,簽收後才能啟用',
    en: 'Still on its way: it can be activated once delivered',
  },
  'terminal.allocated.go': { 'zh-Hans': '看快递', 'zh-Hant': '看快遞', en: 'See the parcel' },
  'terminal.suspended': {
    'zh-Hans': '这台停用了,到“终端”里看原因',
    'zh-Hant': '這台停用了,到「終端機」裡看原因',
    en: 'This one is stopped; see why under Terminals',
  },

  'code.title': { 'zh-Hans': '激活码', 'zh-Hant': '啟用碼', en: 'Activation code' },
  'code.none': {
    'zh-Hans': '拿到机器、通上电,再取激活码。',
    'zh-Hant': '拿到機器、通上電,再取啟用碼。',
    en: 'Get the code when the terminal is in front of you and switched on.',
  },
  'code.over': {
    'zh-Hans': '上一个码用不了了,取一个新的。',
    'zh-Hant': '上一個碼用不了了,取一個新的。',
    en: 'The last code can not be used any more. Get a new one.',
  },
  'code.issue': { 'zh-Hans': '取激活码', 'zh-Hant': '取啟用碼', en: 'Get a code' },
  'code.another': {
    'zh-Hans': '换一个码(旧的作废)',
    'zh-Hant': '換一個碼(舊的作廢)',
    en: 'Another code (this one ends)',
  },
  'code.until': { 'zh-Hans': '有效到', 'zh-Hant': '有效到', en: 'Valid until' },
  'code.tries': {
    'zh-Hans': '还能试 {count} 次,不要告诉别人',
    'zh-Hant': '還能試 {count} 次,不要告訴別人',
    en: '{count} tries left; tell it to nobody',
  },
  'code.ownerOnly': {
    'zh-Hans': '激活码只有店主能看,请店主来输入。',
    'zh-Hant': '啟用碼只有店主能看,請店主來輸入。',
    en: 'Only the owner sees the activation code.',
  },
  'how.open': {
    'zh-Hans': '在机器上打开“激活”,核对屏幕上的序列号是 {serial}。',
    'zh-Hant': '在機器上打開「啟用」,核對螢幕上的序號是 {serial}。',
    en: 'Open “activate” on the terminal and see that it shows {serial}.',
  },
  'how.type': {
    'zh-Hans': '输入上面 8 位数字,按确认。',
    'zh-Hant': '輸入上面 8 位數字,按確認。',
    en: 'Type in the 8 digits above and confirm.',
  },
  'how.wait': {
    'zh-Hans': '等机器自己取密钥,约 10 秒,这一页会自动变。',
    'zh-Hant': '等機器自己取金鑰,約 10 秒,這一頁會自動變。',
    en: 'It fetches its keys by itself, about 10 seconds; this page changes on its own.',
  },

  'test.title': { 'zh-Hans': '自检', 'zh-Hant': '自檢', en: 'Self test' },
  'test.lead': {
    'zh-Hans': '在机器上选“自检”,四样都试一遍,成功的打勾。',
    'zh-Hant': '在機器上選「自檢」,四樣都試一遍,成功的打勾。',
    en: 'Choose “self test” on the terminal, try all four, tick what works.',
  },
  'test.label': { 'zh-Hans': '成功', 'zh-Hant': '成功', en: 'Works' },
  'test.card': { 'zh-Hans': '刷卡', 'zh-Hant': '刷卡', en: 'Card' },
  'test.card.how': {
    'zh-Hans': '插卡、拍卡,都读得出',
    'zh-Hant': '插卡、拍卡,都讀得出',
    en: 'Reads a card, put in and tapped',
  },
  'test.qr': { 'zh-Hans': '扫码', 'zh-Hant': '掃碼', en: 'Code' },
  'test.qr.how': {
    'zh-Hans': '扫得到付款码',
    'zh-Hant': '掃得到付款碼',
    en: 'Scans a payment code',
  },
  'test.refund': { 'zh-Hans': '退款', 'zh-Hant': '退款', en: 'Refund' },
  'test.refund.how': {
    'zh-Hans': '能退测试的那一笔',
    'zh-Hant': '能退測試的那一筆',
    en: 'Gives the test sale back',
  },
  'test.print': { 'zh-Hans': '打印', 'zh-Hant': '列印', en: 'Print' },
  'test.print.how': {
    'zh-Hans': '签购单字迹清楚',
    'zh-Hant': '簽單字跡清楚',
    en: 'The slip is clear',
  },
  'test.good': { 'zh-Hans': '四样都好', 'zh-Hant': '四樣都好', en: 'All four work' },
  'test.bad': {
    'zh-Hans': '有没成功的,先记下',
    'zh-Hant': '有沒成功的,先記下',
    en: 'Record what does not work',
  },

  'gate.title': { 'zh-Hans': '开通清单', 'zh-Hant': '開通清單', en: 'Before it trades' },
  'gate.label': { 'zh-Hans': '已齐', 'zh-Hant': '已齊', en: 'Done' },
  'gate.who': { 'zh-Hans': '等{who}', 'zh-Hant': '等{who}', en: 'Up to: {who}' },
  'gate.you': { 'zh-Hans': '您', 'zh-Hant': '您', en: 'you' },
});
