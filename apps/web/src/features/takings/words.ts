import { vocabulary } from '../../words/say.ts';

const tabs = {
  'money.tabs': { 'zh-Hans': '钱的几页', 'zh-Hant': '錢的幾頁', en: 'Money pages' },
  'money.takings': { 'zh-Hans': '收款', 'zh-Hant': '收款', en: 'Takings' },
  'money.payouts': { 'zh-Hans': '到账', 'zh-Hant': '入帳', en: 'Payouts' },
  'money.statements': { 'zh-Hans': '对账单', 'zh-Hant': '對帳單', en: 'Statements' },
  'money.limits': { 'zh-Hans': '额度', 'zh-Hant': '額度', en: 'Limits' },
} as const;

const takings = {
  'takings.title': { 'zh-Hans': '收款', 'zh-Hant': '收款', en: 'Takings' },
  'takings.count': {
    'zh-Hans': '{count} 笔成功',
    'zh-Hant': '{count} 筆成功',
    en: '{count} approved',
  },
  'takings.week': { 'zh-Hans': '这一周', 'zh-Hant': '這一週', en: 'This week' },
  'takings.earlier': { 'zh-Hans': '往前七天', 'zh-Hant': '往前七天', en: 'Seven days earlier' },
  'takings.later': { 'zh-Hans': '往后七天', 'zh-Hant': '往後七天', en: 'Seven days later' },
  'takings.dayRule': {
    'zh-Hans': '一天从前一晚 23:00 算到当晚 23:00。',
    'zh-Hant': '一天從前一晚 23:00 算到當晚 23:00。',
    en: 'A day runs from 23:00 to 23:00.',
  },
  'takings.each': { 'zh-Hans': '每一笔', 'zh-Hant': '每一筆', en: 'Each sale' },
  'takings.byDay': { 'zh-Hans': '按天看', 'zh-Hant': '按天看', en: 'By day' },
  'takings.all': { 'zh-Hans': '全部记录', 'zh-Hant': '全部記錄', en: 'All records' },
  'takings.status': { 'zh-Hans': '结果', 'zh-Hant': '結果', en: 'Result' },
  'takings.anyStatus': { 'zh-Hans': '所有结果', 'zh-Hant': '所有結果', en: 'Any result' },
  'takings.list': { 'zh-Hans': '收款记录', 'zh-Hant': '收款記錄', en: 'Payments' },
  'takings.none': {
    'zh-Hans': '还没有收款',
    'zh-Hant': '還沒有收款',
    en: 'Nothing taken yet',
  },
  'takings.none.text': {
    'zh-Hans': '在终端上刷卡或扫码，成功的马上出现在这里，附签购单和手续费算法。',
    'zh-Hant': '在終端機上刷卡或掃碼，成功的馬上出現在這裡，附簽單和手續費算法。',
    en: 'Take a card or a code on the terminal. Each sale appears here at once, with its slip and the sum of its fee.',
  },
  'takings.none.day': {
    'zh-Hans': '这一天没有收款',
    'zh-Hant': '這一天沒有收款',
    en: 'Nothing was taken on this day',
  },
  'takings.none.day.text': {
    'zh-Hans': '点上面的柱子看别的日子。没成功的在“全部记录”里。',
    'zh-Hant': '點上面的長條看別的日子。沒成功的在「全部記錄」裡。',
    en: 'Press a bar above for another day. What failed is under All records.',
  },
  'takings.none.status.text': {
    'zh-Hans': '没有这种结果的记录，换一种看看。',
    'zh-Hant': '沒有這種結果的記錄，換一種看看。',
    en: 'No payment has this result. Try another.',
  },
} as const;

const payment = {
  'payment.title': { 'zh-Hans': '收款详情', 'zh-Hant': '收款詳情', en: 'Payment' },
  'payment.card': { 'zh-Hans': '卡', 'zh-Hant': '卡', en: 'Card' },
  'payment.answer': {
    'zh-Hans': '银行的回答：{answer}（{code}）',
    'zh-Hant': '銀行的回覆：{answer}（{code}）',
    en: 'The bank said: {answer} ({code})',
  },
  'payment.answer.house': {
    'zh-Hans': '原因：{answer}（{code}）',
    'zh-Hant': '原因：{answer}（{code}）',
    en: 'Why: {answer} ({code})',
  },
  'payment.at': { 'zh-Hans': '时间', 'zh-Hant': '時間', en: 'Time' },
  'payment.terminal': { 'zh-Hans': '终端号', 'zh-Hant': '終端機號', en: 'Terminal' },
  'payment.businessDay': { 'zh-Hans': '算在哪一天', 'zh-Hant': '算在哪一天', en: 'Counts for' },
  'payment.rrn': { 'zh-Hans': '参考号', 'zh-Hant': '參考號', en: 'Reference' },
  'payment.authCode': { 'zh-Hans': '授权码', 'zh-Hant': '授權碼', en: 'Approval code' },
  'payment.trace': {
    'zh-Hans': '批次号 / 凭证号',
    'zh-Hant': '批次號 / 憑證號',
    en: 'Batch / trace',
  },
  'payment.asked': { 'zh-Hans': '原来要收', 'zh-Hant': '原來要收', en: 'Asked for' },
  'payment.expiresAt': { 'zh-Hans': '冻结到', 'zh-Hant': '凍結到', en: 'Held until' },
  'payment.of': {
    'zh-Hans': '看原来那一笔',
    'zh-Hant': '看原來那一筆',
    en: 'See the one it belongs to',
  },
  'payment.numbers': {
    'zh-Hans': '客服会问的号码',
    'zh-Hant': '客服會問的號碼',
    en: 'Numbers that support asks for',
  },
  'payment.slip': { 'zh-Hans': '签购单', 'zh-Hant': '簽單', en: 'Slip' },
  'payment.ask': {
    'zh-Hans': '这一笔有问题，问客服',
    'zh-Hant': '這一筆有問題，問客服',
    en: 'Ask support about this payment',
  },
  'payment.ask.subject': {
    'zh-Hans': '收款 {rrn} 有问题',
    'zh-Hant': '收款 {rrn} 有問題',
    en: 'About payment {rrn}',
  },
  'means.sending': {
    'zh-Hans': '正在问银行，通常几秒钟。先不要重刷。',
    'zh-Hant': '正在問銀行，通常幾秒鐘。先不要重刷。',
    en: 'The bank is being asked, usually a few seconds. Do not repeat it yet.',
  },
  'means.approved': {
    'zh-Hans': '收到了。当天 23:00 结算，下一个工作日 09:00 打款。',
    'zh-Hant': '收到了。當天 23:00 結算，下一個工作天 09:00 撥款。',
    en: 'Taken. The day closes at 23:00; the money goes out on the next working day at 09:00.',
  },
  'means.cleared': {
    'zh-Hans': '和银行对过账了，已算进打款。',
    'zh-Hant': '和銀行對過帳了，已算進撥款。',
    en: 'Matched with the bank and part of a payout.',
  },
  'means.declined': {
    'zh-Hans': '顾客的银行没有同意，没收到钱，也不收手续费。可以请顾客换一张卡或扫码。',
    'zh-Hant': '顧客的銀行沒有同意，沒收到錢，也不收手續費。可以請顧客換一張卡或掃碼。',
    en: 'The customer’s bank said no. No money, no fee. Try another card or a code.',
  },
  'means.refused': {
    'zh-Hans': '没有送到银行就停下了，没收到钱，也不收手续费。',
    'zh-Hant': '沒有送到銀行就停下了，沒收到錢，也不收手續費。',
    en: 'It was stopped before it reached the bank. No money, no fee.',
  },
  'means.unknown': {
    'zh-Hans': '银行没有回答，我们会自动冲正，顾客不会被多扣。看到“已冲正”再重刷。',
    'zh-Hant': '銀行沒有回覆，我們會自動沖正，顧客不會被多扣。看到「已沖正」再重刷。',
    en: 'The bank did not answer. We undo it by ourselves, so nobody pays twice. Repeat it once it says Reversed.',
  },
  'means.reversal_pending': {
    'zh-Hans': '正在请银行冲正，顾客不会被多扣。',
    'zh-Hant': '正在請銀行沖正，顧客不會被多扣。',
    en: 'The bank is being asked to undo it, so nobody pays twice.',
  },
  'means.reversed': {
    'zh-Hans': '已经冲正，这一笔不算。要收的话请重刷。',
    'zh-Hant': '已經沖正，這一筆不算。要收的話請重刷。',
    en: 'Undone: it does not count. To be paid, take it again.',
  },
  'means.void_pending': {
    'zh-Hans': '正在请银行撤销。',
    'zh-Hant': '正在請銀行撤銷。',
    en: 'The bank is being asked to void it.',
  },
  'means.void_unknown': {
    'zh-Hans': '撤销没有回答，我们会查清，结果写在这里。',
    'zh-Hant': '撤銷沒有回覆，我們會查清，結果寫在這裡。',
    en: 'The bank did not answer the void. We find out and write it here.',
  },
  'means.voided': {
    'zh-Hans': '已撤销，钱全数退给顾客，不收手续费。',
    'zh-Hant': '已撤銷，錢全數退給顧客，不收手續費。',
    en: 'Voided: the customer gets all of it back, and there is no fee.',
  },
  'means.waiting': {
    'zh-Hans': '银行没有回答，终端会自动再送一次，不用重做。',
    'zh-Hant': '銀行沒有回覆，終端機會自動再送一次，不用重做。',
    en: 'The bank did not answer. The terminal sends it again by itself; do not repeat it.',
  },
  'means.shown': {
    'zh-Hans': '付款码在终端上，等顾客扫码。过时没有付，这一笔不算。',
    'zh-Hant': '付款碼在終端機上，等顧客掃碼。過時沒有付，這一筆不算。',
    en: 'The code is on the terminal, for the customer to scan. Unpaid in time, it does not count.',
  },
  'means.held': {
    'zh-Hans': '只冻结在顾客的卡上，还不是您的钱。做“预授权完成”才算收款。',
    'zh-Hant': '只凍結在顧客的卡上，還不是您的錢。做「預授權完成」才算收款。',
    en: 'Only held on the customer’s card, not yours yet. Complete it to be paid.',
  },
  'means.completing': {
    'zh-Hans': '正在做完成，结果出来之前不能再动它。',
    'zh-Hant': '正在做完成，結果出來之前不能再動它。',
    en: 'Being completed. Nothing else can be done with it until that is known.',
  },
  'means.completed': {
    'zh-Hans': '已经完成：收到的钱在“预授权完成”那一笔里。',
    'zh-Hant': '已經完成：收到的錢在「預授權完成」那一筆裡。',
    en: 'Completed: the money is in the payment called Completion.',
  },
  'means.expired': {
    'zh-Hans': '过期没有完成，冻结已自动解除，没有收款。',
    'zh-Hant': '過期沒有完成，凍結已自動解除，沒有收款。',
    en: 'It was not completed in time. The card is free again and nothing was taken.',
  },
} as const;

const fee = {
  'fee.title': {
    'zh-Hans': '手续费怎么算的',
    'zh-Hant': '手續費怎麼算的',
    en: 'How the fee came about',
  },
  'fee.plan': {
    'zh-Hans': '{plan} · {tender}',
    'zh-Hant': '{plan} · {tender}',
    en: '{plan} · {tender}',
  },
  'fee.min': {
    'zh-Hans': '不到最低一笔，按最低收',
    'zh-Hant': '不到最低一筆，按最低收',
    en: 'Below the least fee, so the least',
  },
  'fee.cap': {
    'zh-Hans': '超过封顶，按封顶收',
    'zh-Hant': '超過上限，按上限收',
    en: 'Above the cap, so the cap',
  },
  'fee.fixed': { 'zh-Hans': '每笔另加', 'zh-Hant': '每筆另加', en: 'Added for each sale' },
  'fee.rounding': {
    'zh-Hans': '四舍五入到分。费率是您合同里签的。',
    'zh-Hant': '四捨五入到分。費率是您合約裡簽的。',
    en: 'Rounded half up to the fen. The rate is the one in your contract.',
  },
  'net.title': { 'zh-Hans': '到您账上', 'zh-Hant': '到您帳上', en: 'What you get' },
  'net.amount': { 'zh-Hans': '收款', 'zh-Hant': '收款', en: 'Taken' },
  'net.fee': { 'zh-Hans': '手续费', 'zh-Hant': '手續費', en: 'Fee' },
  'net.refunded': { 'zh-Hans': '退给顾客', 'zh-Hant': '退給顧客', en: 'Back to the customer' },
  'net.feeBack': { 'zh-Hans': '退回的手续费', 'zh-Hant': '退回的手續費', en: 'Fee given back' },
  'net.result': { 'zh-Hans': '您得到', 'zh-Hant': '您得到', en: 'You get' },
  'refunds.title': { 'zh-Hans': '撤销和退款', 'zh-Hant': '撤銷和退款', en: 'Voids and refunds' },
  'refunds.feeBack': {
    'zh-Hans': '手续费退回 {amount}',
    'zh-Hant': '手續費退回 {amount}',
    en: 'fee given back {amount}',
  },
} as const;

const payout = {
  'payouts.title': { 'zh-Hans': '到账', 'zh-Hant': '入帳', en: 'Payouts' },
  'payouts.lead': {
    'zh-Hans': '每个工作日 09:00，把上一天结算好的钱一次打到您的结算账户。',
    'zh-Hant': '每個工作天 09:00，把上一天結算好的錢一次撥到您的結算帳戶。',
    en: 'On each working day at 09:00 all that was settled goes to your bank account in one sum.',
  },
  'payouts.list': { 'zh-Hans': '打款记录', 'zh-Hant': '撥款記錄', en: 'Payouts' },
  'payouts.none': { 'zh-Hans': '还没有打款', 'zh-Hant': '還沒有撥款', en: 'No payout yet' },
  'payouts.none.text': {
    'zh-Hans': '收了第一笔，下一个工作日 09:00 钱就打出来，到账会发短信。',
    'zh-Hant': '收了第一筆，下一個工作天 09:00 錢就撥出來，入帳會發簡訊。',
    en: 'After the first sale the money goes out on the next working day at 09:00, and you get a text message.',
  },
  'payouts.to': { 'zh-Hans': '到 {account}', 'zh-Hant': '到 {account}', en: 'to {account}' },
  'payout.title': { 'zh-Hans': '一次打款', 'zh-Hant': '一次撥款', en: 'Payout' },
  'payout.line': { 'zh-Hans': '这笔钱的路', 'zh-Hant': '這筆錢的路', en: 'The way of this money' },
  'payout.line.created': { 'zh-Hans': '算好金额', 'zh-Hant': '算好金額', en: 'Summed up' },
  'payout.line.sent': { 'zh-Hans': '交给银行', 'zh-Hant': '交給銀行', en: 'Sent to the bank' },
  'payout.line.paid': { 'zh-Hans': '到您账上', 'zh-Hant': '到您帳上', en: 'In your account' },
  'payout.line.failed': {
    'zh-Hans': '银行没打成',
    'zh-Hant': '銀行沒撥成',
    en: 'The bank could not pay',
  },
  'payout.line.returned': { 'zh-Hans': '银行退回', 'zh-Hant': '銀行退回', en: 'Came back' },
  'payout.bank': { 'zh-Hans': '银行', 'zh-Hant': '銀行', en: 'the bank' },
  'payout.account': { 'zh-Hans': '结算账户', 'zh-Hant': '結算帳戶', en: 'To account' },
  'payout.holder': { 'zh-Hans': '商户', 'zh-Hant': '商戶', en: 'Merchant' },
  'payout.day': { 'zh-Hans': '打款日', 'zh-Hant': '撥款日', en: 'Goes out on' },
  'payout.arrives': { 'zh-Hans': '预计到账', 'zh-Hant': '預計入帳', en: 'Expected' },
  'payout.arrived': { 'zh-Hans': '到账时间', 'zh-Hant': '入帳時間', en: 'Arrived' },
  'payout.number': { 'zh-Hans': '编号', 'zh-Hant': '編號', en: 'Number' },
  'payout.statement': {
    'zh-Hans': '看这一天的对账单',
    'zh-Hant': '看這一天的對帳單',
    en: 'See the statement of this day',
  },
  'payout.back': {
    'zh-Hans': '钱没有丢，回到您的可结算余额',
    'zh-Hant': '錢沒有丟，回到您的可結算餘額',
    en: 'The money is not lost: it is back in your balance',
  },
  'payout.back.text': {
    'zh-Hans': '多半是账户销户或户名不符。告诉客服换结算账户，下一个工作日 09:00 再打。',
    'zh-Hant': '多半是帳戶銷戶或戶名不符。告訴客服換結算帳戶，下一個工作天 09:00 再撥。',
    en: 'Most often the account is closed or its name differs. Tell support; it goes out again on a working day at 09:00.',
  },
  'payout.back.reason': {
    'zh-Hans': '银行说：{reason}',
    'zh-Hant': '銀行說：{reason}',
    en: 'The bank says: {reason}',
  },
  'payout.ask': { 'zh-Hans': '找客服', 'zh-Hant': '找客服', en: 'Ask support' },
  'payout.ask.subject': {
    'zh-Hans': '打款没有到账',
    'zh-Hant': '撥款沒有入帳',
    en: 'A payout did not arrive',
  },
} as const;

const statement = {
  'statements.title': { 'zh-Hans': '对账单', 'zh-Hant': '對帳單', en: 'Statements' },
  'statements.lead': {
    'zh-Hans': '每天 23:00 之后出一张：收了多少、扣了多少、打了多少，加减得清。',
    'zh-Hant': '每天 23:00 之後出一張：收了多少、扣了多少、撥了多少，加減得清。',
    en: 'One for each day, after 23:00: what came in, what was taken, what was paid out. It all adds up.',
  },
  'statements.list': { 'zh-Hans': '对账单', 'zh-Hant': '對帳單', en: 'Statements' },
  'statements.none': {
    'zh-Hans': '还没有对账单',
    'zh-Hant': '還沒有對帳單',
    en: 'No statement yet',
  },
  'statements.none.text': {
    'zh-Hans': '有收款的那一天，23:00 之后就有一张。',
    'zh-Hant': '有收款的那一天，23:00 之後就有一張。',
    en: 'There is one after 23:00 for each day with sales.',
  },
  'statements.noneOf': {
    'zh-Hans': '这一天还没有对账单',
    'zh-Hant': '這一天還沒有對帳單',
    en: 'No statement of this day yet',
  },
  'statements.allDays': { 'zh-Hans': '看所有日子', 'zh-Hant': '看所有日子', en: 'Show all days' },
  'statements.sales': {
    'zh-Hans': '收款 {count} 笔',
    'zh-Hant': '收款 {count} 筆',
    en: 'sales: {count}',
  },
  'statements.net': { 'zh-Hans': '净额', 'zh-Hant': '淨額', en: 'net' },
  'statement.title': {
    'zh-Hans': '{day}的对账单',
    'zh-Hant': '{day}的對帳單',
    en: 'Statement of {day}',
  },
  'statement.day': { 'zh-Hans': '这一天', 'zh-Hant': '這一天', en: 'The day' },
  'statement.balance': {
    'zh-Hans': '余额怎么变的',
    'zh-Hant': '餘額怎麼變的',
    en: 'How the balance moved',
  },
  'statement.balance.note': {
    'zh-Hans': '欠您的钱：期初加上每一行，等于期末。',
    'zh-Hant': '欠您的錢：期初加上每一行，等於期末。',
    en: 'What we owe you: the opening and these lines add up to the closing.',
  },
  'statement.lines': {
    'zh-Hans': '{kind} × {count}',
    'zh-Hant': '{kind} × {count}',
    en: '{kind} × {count}',
  },
  'statement.file': { 'zh-Hans': '下载文字版', 'zh-Hant': '下載文字版', en: 'Download as text' },
  'statement.takings': {
    'zh-Hans': '看这一天的每一笔',
    'zh-Hant': '看這一天的每一筆',
    en: 'See each sale of this day',
  },
} as const;

const limits = {
  'limits.title': { 'zh-Hans': '额度与押金', 'zh-Hant': '額度與押金', en: 'Limits and deposit' },
  'limits.used': { 'zh-Hans': '用了多少', 'zh-Hant': '用了多少', en: 'What is used' },
  'limits.today': { 'zh-Hans': '今天', 'zh-Hant': '今天', en: 'Today' },
  'limits.month': { 'zh-Hans': '本月', 'zh-Hant': '本月', en: 'This month' },
  'limits.count': { 'zh-Hans': '今天笔数', 'zh-Hant': '今天筆數', en: 'Sales today' },
  'limits.count.of': {
    'zh-Hans': '{part} / {whole} 笔',
    'zh-Hant': '{part} / {whole} 筆',
    en: '{part} of {whole}',
  },
  'limits.single': { 'zh-Hans': '每笔最多', 'zh-Hant': '每筆最多', en: 'One sale, at most' },
  'limits.creditDaily': {
    'zh-Hans': '信用卡每天最多',
    'zh-Hant': '信用卡每天最多',
    en: 'Credit cards, a day',
  },
  'limits.creditMonthly': {
    'zh-Hans': '信用卡每月最多',
    'zh-Hant': '信用卡每月最多',
    en: 'Credit cards, a month',
  },
  'limits.validFrom': { 'zh-Hans': '从哪天起', 'zh-Hant': '從哪天起', en: 'Since' },
  'limits.tier': { 'zh-Hans': '商户类型', 'zh-Hant': '商戶類型', en: 'Kind of merchant' },
  'limits.more': {
    'zh-Hans': '不够用？告诉我们您的生意，风控看过可以调高。',
    'zh-Hant': '不夠用？告訴我們您的生意，風控看過可以調高。',
    en: 'Not enough? Tell us about your business; risk control may raise them.',
  },
  'limits.ask': { 'zh-Hans': '申请调高', 'zh-Hant': '申請調高', en: 'Ask for more' },
  'limits.ask.subject': {
    'zh-Hans': '申请调高收款额度',
    'zh-Hant': '申請調高收款額度',
    en: 'Please raise my limits',
  },
  'limits.none': {
    'zh-Hans': '审核通过后有额度',
    'zh-Hant': '審核通過後有額度',
    en: 'Limits come with the approval',
  },
  'limits.none.text': {
    'zh-Hans': '申请通过时按商户类型定好额度，用了多少看这里。',
    'zh-Hant': '申請通過時按商戶類型定好額度，用了多少看這裡。',
    en: 'They are set when you are approved; what you used is shown here.',
  },
  'deposit.title': { 'zh-Hans': '押金', 'zh-Hant': '押金', en: 'Deposit' },
  'deposit.amount': { 'zh-Hans': '押金', 'zh-Hant': '押金', en: 'Deposit' },
  'deposit.turnover': { 'zh-Hans': '已结算流水', 'zh-Hant': '已結算流水', en: 'Settled turnover' },
  'deposit.window': { 'zh-Hans': '算哪几天', 'zh-Hant': '算哪幾天', en: 'Counted' },
  'deposit.window.days': {
    'zh-Hans': '开通后 {days} 天',
    'zh-Hant': '開通後 {days} 天',
    en: '{days} days from the start',
  },
  'deposit.until': { 'zh-Hans': '算到哪天', 'zh-Hant': '算到哪天', en: 'Counted until' },
  'deposit.refundedAt': { 'zh-Hans': '退还时间', 'zh-Hant': '退還時間', en: 'Refunded' },
  'deposit.how': {
    'zh-Hans': '流水满 {needed}，押金自动退到可结算余额，随下一次打款到账。',
    'zh-Hant': '流水滿 {needed}，押金自動退到可結算餘額，隨下一次撥款入帳。',
    en: 'At {needed} of turnover the deposit comes back by itself, with the next payout.',
  },
} as const;

export const words = vocabulary('takings', {
  ...tabs,
  ...takings,
  ...payment,
  ...fee,
  ...payout,
  ...statement,
  ...limits,
});
