import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('pos', {
  'pos.title': { 'zh-Hans': '训练终端', 'zh-Hant': '訓練終端機', en: 'Training terminal' },
  'pos.lead': {
    'zh-Hans': '在浏览器里练收银：真的报文、真的网关、真的小票，只是没有真的钱。',
    'zh-Hant': '在瀏覽器裡練收銀：真的報文、真的閘道、真的小票，只是沒有真的錢。',
    en: 'Practise at the till in your browser: real messages, the real gateway, real slips, but no real money.',
  },
  'pos.live': {
    'zh-Hans': '训练终端只在沙盒里。',
    'zh-Hant': '訓練終端機只在沙盒裡。',
    en: 'The training terminal exists only in a sandbox.',
  },
  'pos.elsewhere': {
    'zh-Hans': '这台终端正在另一个标签页里用。要在这里接着用，请刷新。',
    'zh-Hant': '這台終端機正在另一個分頁裡用。要在這裡接著用，請重新整理。',
    en: 'This terminal is in use in another tab. Reload to go on here.',
  },
  'pos.reload': { 'zh-Hans': '刷新', 'zh-Hant': '重新整理', en: 'Reload' },

  'welcome.title': {
    'zh-Hans': '先要一台终端',
    'zh-Hant': '先要一台終端機',
    en: 'First, a terminal',
  },
  'welcome.quick': {
    'zh-Hans': '备一家样例小店，直接开练',
    'zh-Hant': '備一家樣例小店，直接開練',
    en: 'Give me a sample shop, ready to sell',
  },
  'welcome.quick.text': {
    'zh-Hans': '一家能收款的小店，加一台新终端：自动激活、自检，约 3 秒。',
    'zh-Hant': '一家能收款的小店，加一台新終端機：自動啟用、自檢，約 3 秒。',
    en: 'A shop that may trade and a new terminal, activated and tested, in about 3 seconds.',
  },
  'welcome.own': {
    'zh-Hans': '激活您自己的终端',
    'zh-Hant': '啟用您自己的終端機',
    en: 'Activate a terminal of your own',
  },
  'welcome.own.text': {
    'zh-Hans': '序列号和激活码在“终端”页里：店主打开那台机器，按“取激活码”。',
    'zh-Hant': '序號和啟用碼在「終端機」頁裡：店主打開那台機器，按「取啟用碼」。',
    en: 'Serial number and code stand on the page of the terminal: the owner opens it and gets a code.',
  },
  'welcome.serial': { 'zh-Hans': '序列号', 'zh-Hant': '序號', en: 'Serial number' },
  'welcome.code': { 'zh-Hans': '激活码', 'zh-Hant': '啟用碼', en: 'Activation code' },
  'welcome.code.hint': { 'zh-Hans': '8 位数字', 'zh-Hant': '8 位數字', en: 'Eight digits' },
  'welcome.activate': { 'zh-Hans': '激活', 'zh-Hant': '啟用', en: 'Activate' },
  'welcome.insecure': {
    'zh-Hans': '这个地址不能激活',
    'zh-Hant': '這個位址不能啟用',
    en: 'This address can not activate a terminal',
  },
  'welcome.insecure.text': {
    'zh-Hans':
      '浏览器只在 https 或本机（localhost）的页面上给加密功能。请用 https 打开，或在运行服务的这台电脑上打开 localhost。',
    'zh-Hant':
      '瀏覽器只在 https 或本機（localhost）的頁面上給加密功能。請用 https 打開，或在執行服務的這台電腦上打開 localhost。',
    en: 'Browsers give their cryptography only to pages of https or of this machine. Open it by https, or at localhost on the computer that runs the house.',
  },
  'welcome.keyCheck': {
    'zh-Hans': '主密钥校验不符，没有装上。请重新取激活码再试。',
    'zh-Hant': '主金鑰校驗不符，沒有裝上。請重新取啟用碼再試。',
    en: 'The main key fails its check and was not taken. Get a new code and try again.',
  },

  'deed.signIn': { 'zh-Hans': '签到', 'zh-Hant': '簽到', en: 'Sign in' },
  'deed.sale': { 'zh-Hans': '消费', 'zh-Hant': '消費', en: 'Sale' },
  'deed.qrSale': { 'zh-Hans': '扫码收款', 'zh-Hant': '掃碼收款', en: 'Sale by code' },
  'deed.void': { 'zh-Hans': '撤销', 'zh-Hant': '撤銷', en: 'Void' },
  'deed.refund': { 'zh-Hans': '退货', 'zh-Hant': '退貨', en: 'Refund' },
  'deed.reverse': { 'zh-Hans': '发冲正', 'zh-Hant': '發沖正', en: 'Send reversal' },
  'deed.settle': { 'zh-Hans': '结算', 'zh-Hant': '結算', en: 'Settle' },
  'deed.echo': { 'zh-Hans': '线路测试', 'zh-Hant': '線路測試', en: 'Test the line' },
  'deed.signOut': { 'zh-Hans': '签退', 'zh-Hant': '簽退', en: 'Sign out' },

  'ask.operator': { 'zh-Hans': '操作员号', 'zh-Hant': '操作員號', en: 'Operator number' },
  'ask.password': { 'zh-Hans': '操作员密码', 'zh-Hant': '操作員密碼', en: 'Operator password' },
  'ask.newPassword': { 'zh-Hans': '新密码', 'zh-Hant': '新密碼', en: 'New password' },
  'ask.amountMinor': { 'zh-Hans': '金额', 'zh-Hant': '金額', en: 'Amount' },
  'ask.card': {
    'zh-Hans': '请插卡、挥卡或刷卡',
    'zh-Hant': '請插卡、感應或刷卡',
    en: 'Insert, tap or swipe a card',
  },
  'ask.pin': {
    'zh-Hans': '请顾客输入密码',
    'zh-Hant': '請顧客輸入密碼',
    en: 'PIN, by the customer',
  },
  'ask.payCode': {
    'zh-Hans': '请扫顾客的付款码',
    'zh-Hant': '請掃顧客的付款碼',
    en: 'Scan the customer’s code',
  },
  'ask.trace': {
    'zh-Hans': '原凭证号',
    'zh-Hant': '原憑證號',
    en: 'Trace of the sale',
  },
  'ask.rrn': { 'zh-Hans': '原参考号', 'zh-Hant': '原參考號', en: 'Reference of the sale' },
  'ask.authCode': { 'zh-Hans': '原授权码', 'zh-Hant': '原授權碼', en: 'Authorisation code' },
  'ask.date': {
    'zh-Hans': '原交易日期（月日）',
    'zh-Hant': '原交易日期（月日）',
    en: 'Date of the sale, MMDD',
  },
  'ask.sure.void': {
    'zh-Hans': '撤销这一笔？',
    'zh-Hant': '撤銷這一筆？',
    en: 'Void this sale?',
  },
  'ask.sure.settle': {
    'zh-Hans': '结算本批？',
    'zh-Hant': '結算本批？',
    en: 'Settle this batch?',
  },
  'ask.sure.signOut': {
    'zh-Hans': '签退后不能收款',
    'zh-Hant': '簽退後不能收款',
    en: 'No sales after signing out',
  },

  'help.operator': {
    'zh-Hans': '两位，例如 01',
    'zh-Hant': '兩位，例如 01',
    en: 'Two digits, such as 01',
  },
  'help.amountMinor': {
    'zh-Hans': '从分开始输：1200 是 12.00',
    'zh-Hant': '從分開始輸：1200 是 12.00',
    en: 'Fen first: 1200 is 12.00',
  },
  'help.pin': {
    'zh-Hans': '任意 6 位；没有密码直接按确认。000000 一定错',
    'zh-Hant': '任意 6 位；沒有密碼直接按確認。000000 一定錯',
    en: 'Any six digits, or just Enter. 000000 is always wrong',
  },
  'help.payCode': {
    'zh-Hans': '也可以输入数字',
    'zh-Hant': '也可以輸入數字',
    en: 'Its digits may be typed too',
  },
  'help.trace': {
    'zh-Hans': '小票上的“凭证号”',
    'zh-Hant': '小票上的「憑證號」',
    en: '“Trace” on the slip',
  },
  'help.rrn': {
    'zh-Hans': '小票上的“参考号”，12 位',
    'zh-Hant': '小票上的「參考號」，12 位',
    en: '“Reference” on the slip, 12 digits',
  },
  'help.date': { 'zh-Hans': '例如 0310', 'zh-Hant': '例如 0310', en: 'Such as 0310' },
  'hint.hasChip': {
    'zh-Hans': '这张卡有芯片，请插卡或挥卡',
    'zh-Hant': '這張卡有晶片，請插卡或感應',
    en: 'This card has a chip: insert or tap it',
  },
  'hint.noChip': {
    'zh-Hans': '这张卡没有芯片，请刷卡',
    'zh-Hant': '這張卡沒有晶片，請刷卡',
    en: 'This card has no chip: swipe it',
  },
  'hint.amount': { 'zh-Hans': '先输入金额', 'zh-Hant': '先輸入金額', en: 'Enter an amount first' },
  'hint.short': { 'zh-Hans': '位数不够', 'zh-Hant': '位數不夠', en: 'Not enough digits' },

  'screen.label': { 'zh-Hans': '终端屏幕', 'zh-Hant': '終端機螢幕', en: 'Screen of the terminal' },
  'screen.ready': { 'zh-Hans': '收款金额', 'zh-Hant': '收款金額', en: 'Amount to take' },
  'screen.ready.help': {
    'zh-Hans': '输入金额，或按“扫码”“功能”',
    'zh-Hant': '輸入金額，或按「掃碼」「功能」',
    en: 'Type an amount, or press Code or Menu',
  },
  'screen.asleep': { 'zh-Hans': '还没签到', 'zh-Hant': '還沒簽到', en: 'Not signed in' },
  'screen.asleep.help': {
    'zh-Hans': '按“确认”签到，开始今天的生意',
    'zh-Hant': '按「確認」簽到，開始今天的生意',
    en: 'Press Enter to sign in and open the day',
  },
  'screen.batch': { 'zh-Hans': '批次 {batch}', 'zh-Hant': '批次 {batch}', en: 'Batch {batch}' },
  'screen.count': {
    'zh-Hans': '本批 {count} 笔',
    'zh-Hant': '本批 {count} 筆',
    en: '{count} in this batch',
  },
  'screen.waits': {
    'zh-Hans': '待冲正 {count} 笔',
    'zh-Hant': '待沖正 {count} 筆',
    en: '{count} to be reversed',
  },
  'screen.menu': { 'zh-Hans': '功能', 'zh-Hant': '功能', en: 'Menu' },
  'screen.more': { 'zh-Hans': '下一页', 'zh-Hant': '下一頁', en: 'More' },
  'screen.busy': {
    'zh-Hans': '正在联系主机',
    'zh-Hant': '正在聯繫主機',
    en: 'Talking to the host',
  },
  'screen.back': {
    'zh-Hans': '按“确认”继续',
    'zh-Hant': '按「確認」繼續',
    en: 'Press Enter to go on',
  },
  'screen.sure': { 'zh-Hans': '确认 · 取消', 'zh-Hant': '確認 · 取消', en: 'Enter · Cancel' },
  'screen.code': { 'zh-Hans': '应答码 {code}', 'zh-Hant': '應答碼 {code}', en: 'Code {code}' },
  'screen.auth': { 'zh-Hans': '授权码 {code}', 'zh-Hant': '授權碼 {code}', en: 'Auth. {code}' },
  'screen.trace': { 'zh-Hans': '凭证号 {trace}', 'zh-Hant': '憑證號 {trace}', en: 'Trace {trace}' },
  'screen.recent': { 'zh-Hans': '本批可撤销', 'zh-Hant': '本批可撤銷', en: 'Sales of this batch' },
  'screen.recentSlips': { 'zh-Hans': '从小票取', 'zh-Hant': '從小票取', en: 'From a slip' },
  'screen.none': {
    'zh-Hans': '本批还没有交易',
    'zh-Hant': '本批還沒有交易',
    en: 'No sale in this batch yet',
  },
  'station.terminal': { 'zh-Hans': '终端', 'zh-Hant': '終端機', en: 'Terminal' },
  'station.gateway': { 'zh-Hans': '网关', 'zh-Hant': '閘道', en: 'Gateway' },
  'station.network': { 'zh-Hans': '卡组织', 'zh-Hant': '卡組織', en: 'Network' },
  'station.bank': { 'zh-Hans': '发卡行', 'zh-Hant': '發卡行', en: 'Bank' },

  'key.enter': { 'zh-Hans': '确认', 'zh-Hant': '確認', en: 'Enter' },
  'key.clear': { 'zh-Hans': '清除', 'zh-Hant': '清除', en: 'Clear' },
  'key.cancel': { 'zh-Hans': '取消', 'zh-Hant': '取消', en: 'Cancel' },
  'key.menu': { 'zh-Hans': '功能', 'zh-Hant': '功能', en: 'Menu' },
  'key.scan': { 'zh-Hans': '扫码', 'zh-Hant': '掃碼', en: 'Code' },
  'keys.label': { 'zh-Hans': '键盘', 'zh-Hant': '鍵盤', en: 'Keypad' },
  'keys.help': {
    'zh-Hans': '电脑键盘也行：数字、Enter 确认、退格清除、Esc 取消',
    'zh-Hant': '電腦鍵盤也行：數字、Enter 確認、退格清除、Esc 取消',
    en: 'Your keyboard works too: digits, Enter, Backspace to clear, Esc to cancel',
  },

  'wallet.title': { 'zh-Hans': '顾客的钱包', 'zh-Hant': '顧客的錢包', en: 'The customer’s wallet' },
  'wallet.wanted': { 'zh-Hans': '选一张卡', 'zh-Hant': '選一張卡', en: 'Choose a card' },
  'wallet.debit': { 'zh-Hans': '借记卡', 'zh-Hant': '金融卡', en: 'Debit' },
  'wallet.credit': { 'zh-Hans': '信用卡', 'zh-Hant': '信用卡', en: 'Credit' },
  'wallet.stripe': { 'zh-Hans': '只有磁条', 'zh-Hant': '只有磁條', en: 'stripe only' },
  'wallet.unionpay': { 'zh-Hans': '银联', 'zh-Hant': '銀聯', en: 'UnionPay' },
  'wallet.visa': { 'zh-Hans': 'Visa', 'zh-Hant': 'Visa', en: 'Visa' },
  'wallet.mastercard': { 'zh-Hans': 'Mastercard', 'zh-Hant': 'Mastercard', en: 'Mastercard' },
  'wallet.until': { 'zh-Hans': '有效期 {until}', 'zh-Hant': '有效期 {until}', en: 'Until {until}' },
  'way.chip': { 'zh-Hans': '插卡', 'zh-Hant': '插卡', en: 'Insert' },
  'way.contactless': { 'zh-Hans': '挥卡', 'zh-Hant': '感應', en: 'Tap' },
  'way.swipe': { 'zh-Hans': '刷卡', 'zh-Hant': '刷卡', en: 'Swipe' },
  'way.manual': { 'zh-Hans': '手输卡号', 'zh-Hant': '手輸卡號', en: 'Key in' },
  'phone.title': { 'zh-Hans': '顾客的手机', 'zh-Hant': '顧客的手機', en: 'The customer’s phone' },
  'phone.code': { 'zh-Hans': '付款码', 'zh-Hant': '付款碼', en: 'Pay code' },
  'phone.scan': { 'zh-Hans': '扫这个码', 'zh-Hant': '掃這個碼', en: 'Scan it' },

  'lessons.title': { 'zh-Hans': '收银七课', 'zh-Hant': '收銀七課', en: 'Seven lessons' },
  'lessons.count': {
    'zh-Hans': '{done} / {all}',
    'zh-Hant': '{done} / {all}',
    en: '{done} of {all}',
  },
  'lessons.all': {
    'zh-Hans': '七课都会了。可以上柜台。',
    'zh-Hant': '七課都會了。可以上櫃檯。',
    en: 'All seven done. You are ready for the counter.',
  },
  'lessons.again': { 'zh-Hans': '重新来过', 'zh-Hant': '重新來過', en: 'Begin again' },
  'lesson.signIn': { 'zh-Hans': '签到', 'zh-Hant': '簽到', en: 'Sign in' },
  'lesson.signIn.do': {
    'zh-Hans': '按“确认”，输入操作员 01，再按“确认”。机器领到今天的密钥和批次号。',
    'zh-Hant': '按「確認」，輸入操作員 01，再按「確認」。機器領到今天的金鑰和批次號。',
    en: 'Press Enter, type operator 01, press Enter. The terminal gets the keys of the day and a batch number.',
  },
  'lesson.sell': { 'zh-Hans': '收一笔款', 'zh-Hant': '收一筆款', en: 'Take a payment' },
  'lesson.sell.do': {
    'zh-Hans':
      '输入 1200（就是 ¥12.00），按“确认”，从钱包里选一张卡，插卡。密码输 6 位，按“确认”。',
    'zh-Hant':
      '輸入 1200（就是 ¥12.00），按「確認」，從錢包裡選一張卡，插卡。密碼輸 6 位，按「確認」。',
    en: 'Type 1200, which is ¥12.00, and press Enter. Choose a card from the wallet and insert it. Six digits of PIN, Enter.',
  },
  'lesson.decline': { 'zh-Hans': '遇到拒付', 'zh-Hant': '遇到拒付', en: 'Meet a decline' },
  'lesson.decline.do': {
    'zh-Hans':
      '沙盒里“分”就是应答码：收 ¥10.51，银行会答 51 余额不足。读一读屏幕上该怎么对顾客说。',
    'zh-Hant':
      '沙盒裡「分」就是應答碼：收 ¥10.51，銀行會答 51 餘額不足。讀一讀螢幕上該怎麼對顧客說。',
    en: 'In the sandbox the cents are the answer: take ¥10.51 and the bank says 51, not enough funds. Read on the screen what to tell the customer.',
  },
  'lesson.void': { 'zh-Hans': '撤销一笔', 'zh-Hant': '撤銷一筆', en: 'Void a sale' },
  'lesson.void.do': {
    'zh-Hans': '收错了，当天就能撤销：“功能” 3，输入小票上的凭证号，按“确认”两次。',
    'zh-Hant': '收錯了，當天就能撤銷：「功能」3，輸入小票上的憑證號，按「確認」兩次。',
    en: 'A mistake of today is voided: Menu, 3, the trace number of the slip, Enter twice.',
  },
  'lesson.refund': { 'zh-Hans': '退货', 'zh-Hant': '退貨', en: 'Refund' },
  'lesson.refund.do': {
    'zh-Hans':
      '顾客改天来退：先再收一笔，然后“功能” 4，从小票取参考号和日期，输入要退的金额，读卡。',
    'zh-Hant':
      '顧客改天來退：先再收一筆，然後「功能」4，從小票取參考號和日期，輸入要退的金額，讀卡。',
    en: 'A customer comes back: sell once more, then Menu, 4. Take reference and date from the slip, type what goes back, read the card.',
  },
  'lesson.reversal': {
    'zh-Hans': '没等到应答',
    'zh-Hant': '沒等到應答',
    en: 'The answer that never came',
  },
  'lesson.reversal.do': {
    'zh-Hans':
      '按下面的“弄丢下一个应答”，再收一笔。机器不知道钱扣没扣。然后“功能” 5 发冲正，把它退回去。',
    'zh-Hant':
      '按下面的「弄丟下一個應答」，再收一筆。機器不知道錢扣沒扣。然後「功能」5 發沖正，把它退回去。',
    en: 'Press “Lose the next answer” below and sell. The terminal can not know whether the money is taken. Then Menu, 5 sends the reversal that gives it back.',
  },
  'lesson.settle': { 'zh-Hans': '收工结算', 'zh-Hant': '收工結算', en: 'Close the day' },
  'lesson.settle.do': {
    'zh-Hans': '“功能” 6，按“确认”。机器和主机各算各的，对得上就换下一批。结算单要留好。',
    'zh-Hant': '「功能」6，按「確認」。機器和主機各算各的，對得上就換下一批。結算單要留好。',
    en: 'Menu, 6, Enter. Terminal and host count for themselves; when they agree the next batch begins. Keep the slip.',
  },
  'lesson.done': { 'zh-Hans': '会了', 'zh-Hant': '會了', en: 'Done' },

  'trainer.title': { 'zh-Hans': '出点岔子', 'zh-Hant': '出點岔子', en: 'Let something go wrong' },
  'trainer.text': {
    'zh-Hans': '只出一次，下一步就会碰到。',
    'zh-Hant': '只出一次，下一步就會碰到。',
    en: 'Once, at the next step.',
  },
  'fault.loseAnswer': {
    'zh-Hans': '弄丢下一个应答',
    'zh-Hant': '弄丟下一個應答',
    en: 'Lose the next answer',
  },
  'fault.noLine': { 'zh-Hans': '拔掉网线', 'zh-Hant': '拔掉網路線', en: 'Pull the cable' },
  'fault.paperOut': { 'zh-Hans': '打印机坏了', 'zh-Hant': '印表機壞了', en: 'Break the printer' },

  'paper.label': {
    'zh-Hans': '打印机出的小票',
    'zh-Hant': '印表機出的小票',
    en: 'Slip in the printer',
  },
  'paper.tear': { 'zh-Hans': '撕下', 'zh-Hant': '撕下', en: 'Tear off' },
  'slips.title': { 'zh-Hans': '小票', 'zh-Hant': '小票', en: 'Slips' },
  'slips.none': {
    'zh-Hans': '收了款，小票会出现在这里。',
    'zh-Hant': '收了款，小票會出現在這裡。',
    en: 'Slips appear here once something was sold.',
  },
  'slips.reprint': { 'zh-Hans': '重打', 'zh-Hant': '重印', en: 'Reprint' },
  'slips.mark': { 'zh-Hans': '*** 重打印 ***', 'zh-Hant': '*** 重印 ***', en: '*** REPRINT ***' },
  'slip.sale': { 'zh-Hans': '消费', 'zh-Hant': '消費', en: 'Sale' },
  'slip.qrSale': { 'zh-Hans': '扫码', 'zh-Hant': '掃碼', en: 'Code' },
  'slip.void': { 'zh-Hans': '撤销', 'zh-Hant': '撤銷', en: 'Void' },
  'slip.qrVoid': { 'zh-Hans': '扫码撤销', 'zh-Hant': '掃碼撤銷', en: 'Code void' },
  'slip.refund': { 'zh-Hans': '退货', 'zh-Hant': '退貨', en: 'Refund' },
  'slip.settlement': { 'zh-Hans': '结算单', 'zh-Hant': '結算單', en: 'Settlement' },

  'machine.title': { 'zh-Hans': '这台终端', 'zh-Hant': '這台終端機', en: 'This terminal' },
  'machine.label': { 'zh-Hans': '终端', 'zh-Hant': '終端機', en: 'Terminal' },
  'machine.shop': { 'zh-Hans': '店名', 'zh-Hant': '店名', en: 'Shop' },
  'machine.no': { 'zh-Hans': '终端号', 'zh-Hant': '終端機號', en: 'Terminal no.' },
  'machine.merchantNo': { 'zh-Hans': '商户号', 'zh-Hant': '商戶號', en: 'Merchant no.' },
  'machine.serial': { 'zh-Hans': '序列号', 'zh-Hant': '序號', en: 'Serial' },
  'machine.phone': { 'zh-Hans': '店主手机', 'zh-Hant': '店主手機', en: 'Owner’s phone' },
  'machine.phone.help': {
    'zh-Hans': '用它登录，能看到刚收的款',
    'zh-Hant': '用它登入，能看到剛收的款',
    en: 'Sign in with it to see what was just sold',
  },
  'machine.forget': { 'zh-Hans': '换一台', 'zh-Hant': '換一台', en: 'Another terminal' },
  'machine.forget.sure': {
    'zh-Hans': '密钥和小票会从这个浏览器里删掉。',
    'zh-Hant': '金鑰和小票會從這個瀏覽器裡刪掉。',
    en: 'Its keys and slips leave this browser.',
  },
} as const);
