import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('journey', {
  'progress.title': { 'zh-Hans': '进度', 'zh-Hant': '進度', en: 'Progress' },
  'progress.which': {
    'zh-Hans': '看哪一份申请',
    'zh-Hant': '看哪一份申請',
    en: 'Which application',
  },
  'progress.none': {
    'zh-Hans': '从选方案开始',
    'zh-Hant': '從選方案開始',
    en: 'Start by choosing a plan',
  },
  'progress.none.text': {
    'zh-Hans': '说说您的生意，约 3 分钟。我们按一年要花多少钱，把方案排给您看。',
    'zh-Hant': '說說您的生意，約 3 分鐘。我們按一年要花多少錢，把方案排給您看。',
    en: 'Tell us about your business, about 3 minutes. We compare plans by what a year would cost.',
  },
  'progress.none.start': { 'zh-Hans': '选方案', 'zh-Hant': '選方案', en: 'Choose a plan' },

  'cashier.title': { 'zh-Hans': '收银台', 'zh-Hant': '收銀台', en: 'At the counter' },
  'cashier.training': { 'zh-Hans': '培训', 'zh-Hant': '訓練', en: 'Training' },
  'cashier.training.hint': {
    'zh-Hans': '会收款、会退款、会认假单，约 10 分钟',
    'zh-Hant': '會收款、會退款、會認假單，約 10 分鐘',
    en: 'Sales, refunds, false slips: about 10 minutes',
  },
  'cashier.takings': { 'zh-Hans': '收款', 'zh-Hant': '收款', en: 'Takings' },
  'cashier.takings.hint': {
    'zh-Hans': '今天收了多少，每一笔的签购单',
    'zh-Hant': '今天收了多少，每一筆的簽單',
    en: 'What came in today, each sale with its slip',
  },
  'cashier.help': { 'zh-Hans': '帮助', 'zh-Hant': '說明', en: 'Help' },
  'cashier.help.hint': {
    'zh-Hans': '机器坏了、钱不对，从这里问',
    'zh-Hant': '機器壞了、錢不對，從這裡問',
    en: 'A broken terminal, a wrong sum: ask here',
  },

  'line.title': { 'zh-Hans': '全程', 'zh-Hant': '全程', en: 'The whole way' },
  'line.count': {
    'zh-Hans': '{done} / {total} 站',
    'zh-Hant': '{done} / {total} 站',
    en: '{done} of {total} stations',
  },
  'charts.title': { 'zh-Hans': '流程图', 'zh-Hant': '流程圖', en: 'Flow charts' },
  'charts.lead': {
    'zh-Hans': '我们按这张图办事，您看到的和我们看到的一样。',
    'zh-Hant': '我們按這張圖辦事，您看到的和我們看到的一樣。',
    en: 'This is the chart that we work by. You see what we see.',
  },
  'history.title': { 'zh-Hans': '发生过的事', 'zh-Hant': '發生過的事', en: 'What happened' },

  'next.yours': { 'zh-Hans': '轮到您', 'zh-Hant': '輪到您', en: 'Your move' },
  'next.theirs': { 'zh-Hans': '等{who}', 'zh-Hant': '等{who}', en: 'Waiting: {who}' },
  'next.by': {
    'zh-Hans': '请在此之前办好：',
    'zh-Hant': '請在此之前辦好：',
    en: 'Please do it by',
  },
  'next.latest': { 'zh-Hans': '最迟', 'zh-Hant': '最遲', en: 'At the latest' },
  'next.look': { 'zh-Hans': '看看详情', 'zh-Hant': '看看詳情', en: 'See the details' },

  'do.advise': { 'zh-Hans': '选一个方案', 'zh-Hant': '選一個方案', en: 'Choose a plan' },
  'do.advise.text': {
    'zh-Hans': '按您的生意算出一年的费用，约 3 分钟。',
    'zh-Hant': '按您的生意算出一年的費用，約 3 分鐘。',
    en: 'See what a year would cost your business: about 3 minutes.',
  },
  'do.advise.button': { 'zh-Hans': '选方案', 'zh-Hant': '選方案', en: 'Choose a plan' },
  'do.apply': { 'zh-Hans': '填完申请', 'zh-Hant': '填完申請', en: 'Finish your application' },
  'do.apply.text': {
    'zh-Hans': '填资料、拍证件，约 10 分钟。填到一半也会自动保存。',
    'zh-Hant': '填資料、拍證件，約 10 分鐘。填到一半也會自動儲存。',
    en: 'Fill in and photograph: about 10 minutes. Everything is saved as you go.',
  },
  'do.apply.button': { 'zh-Hans': '继续填', 'zh-Hant': '繼續填', en: 'Continue' },
  'do.repair': { 'zh-Hans': '有几处要改', 'zh-Hant': '有幾處要改', en: 'A few things to correct' },
  'do.repair.text': {
    'zh-Hans': '只改标出来的那几项，改完再交，审核接着走。',
    'zh-Hant': '只改標出來的那幾項，改完再送，審核接著走。',
    en: 'Only what is marked. Send it again and the review goes on.',
  },
  'do.repair.button': { 'zh-Hans': '去修改', 'zh-Hant': '去修改', en: 'Correct them' },
  'do.review': { 'zh-Hans': '看看审核意见', 'zh-Hant': '看看審核意見', en: 'See the review' },
  'do.review.text': {
    'zh-Hans': '审核需要您看一下，再决定下一步。',
    'zh-Hant': '審核需要您看一下，再決定下一步。',
    en: 'The review needs you to look at something.',
  },
  'do.review.button': { 'zh-Hans': '去看', 'zh-Hant': '去看', en: 'Look' },
  'do.contract': { 'zh-Hans': '看合同，签字', 'zh-Hant': '看合約，簽字', en: 'Read and sign' },
  'do.contract.text': {
    'zh-Hans': '费率、押金、期限都写明了。看完用短信验证码签。',
    'zh-Hant': '費率、押金、期限都寫明了。看完用簡訊驗證碼簽。',
    en: 'Fees, deposit and term are spelled out. Read, then sign with a code by text message.',
  },
  'do.contract.button': { 'zh-Hans': '看合同', 'zh-Hant': '看合約', en: 'Read the contract' },
  'do.pay': { 'zh-Hans': '付押金', 'zh-Hant': '付押金', en: 'Pay the deposit' },
  'do.pay.text': {
    'zh-Hans': '付了就配机发货。流水达标，押金退还。',
    'zh-Hant': '付了就配機出貨。流水達標，押金退還。',
    en: 'Then we ship your terminal. It comes back with your turnover.',
  },
  'do.pay.button': { 'zh-Hans': '去付押金', 'zh-Hant': '去付押金', en: 'Pay' },
  'do.deliver': { 'zh-Hans': '开箱看一看', 'zh-Hant': '開箱看一看', en: 'Check the parcel' },
  'do.deliver.text': {
    'zh-Hans': '机器到了。看看外观和配件齐不齐，约 2 分钟。',
    'zh-Hant': '機器到了。看看外觀和配件齊不齊，約 2 分鐘。',
    en: 'The terminal is there. See that it is whole and nothing is missing: 2 minutes.',
  },
  'do.deliver.button': { 'zh-Hans': '开箱检查', 'zh-Hant': '開箱檢查', en: 'Check it' },
  'do.install': { 'zh-Hans': '装机', 'zh-Hant': '裝機', en: 'Install' },
  'do.install.text': {
    'zh-Hans': '等工程师上门，或者自己照单子装，约 15 分钟。',
    'zh-Hant': '等工程師上門，或者自己照單子裝，約 15 分鐘。',
    en: 'Wait for the technician, or do it yourself by the list: about 15 minutes.',
  },
  'do.install.button': { 'zh-Hans': '看装机', 'zh-Hant': '看裝機', en: 'Go to the installation' },
  'do.train': {
    'zh-Hans': '培训，答 5 题',
    'zh-Hant': '訓練，答 5 題',
    en: 'Training and 5 questions',
  },
  'do.train.text': {
    'zh-Hans': '会收款、会退款、会认假单。约 10 分钟，没过可以重来。',
    'zh-Hant': '會收款、會退款、會認假單。約 10 分鐘，沒過可以重來。',
    en: 'Sales, refunds, false slips. About 10 minutes; try again as often as you like.',
  },
  'do.train.button': { 'zh-Hans': '开始培训', 'zh-Hant': '開始訓練', en: 'Begin' },
  'do.activate': { 'zh-Hans': '激活终端', 'zh-Hant': '啟用終端機', en: 'Activate the terminal' },
  'do.activate.text': {
    'zh-Hans': '在机器上输入激活码，再做一次自检。',
    'zh-Hant': '在機器上輸入啟用碼，再做一次自檢。',
    en: 'Type the activation code into the terminal, then run its self test.',
  },
  'do.activate.button': { 'zh-Hans': '看激活码', 'zh-Hant': '看啟用碼', en: 'Show the code' },
  'do.goLive': { 'zh-Hans': '还差一点就开通', 'zh-Hant': '還差一點就開通', en: 'Nearly there' },
  'do.goLive.text': {
    'zh-Hans': '清单上全部打勾，机器就能收款。',
    'zh-Hant': '清單上全部打勾，機器就能收款。',
    en: 'Once everything on the list is ticked, the terminal may trade.',
  },
  'do.goLive.button': {
    'zh-Hans': '看还差什么',
    'zh-Hant': '看還差什麼',
    en: 'See what is missing',
  },
  'do.firstSale': { 'zh-Hans': '收第一笔', 'zh-Hant': '收第一筆', en: 'Make the first sale' },
  'do.firstSale.text': {
    'zh-Hans': '刷卡、扫码都试一遍，小额就行。',
    'zh-Hant': '刷卡、掃碼都試一遍，小額就行。',
    en: 'Try a card and a code; a small sum will do.',
  },
  'do.firstSale.button': { 'zh-Hans': '看收款', 'zh-Hant': '看收款', en: 'Go to the takings' },
  'do.settle': { 'zh-Hans': '看到账', 'zh-Hant': '看入帳', en: 'See the payouts' },
  'do.settle.text': {
    'zh-Hans': '下一个工作日 09:00 打到您的银行账户。',
    'zh-Hant': '下一個工作天 09:00 撥到您的銀行帳戶。',
    en: 'Money goes to your bank on the next working day at 09:00.',
  },
  'do.settle.button': { 'zh-Hans': '看到账', 'zh-Hant': '看入帳', en: 'See the payouts' },
  'do.care': { 'zh-Hans': '终端停用了', 'zh-Hant': '終端機停用了', en: 'A terminal is stopped' },
  'do.care.text': {
    'zh-Hans': '按步骤自查，每一步都告诉您接着会怎样。',
    'zh-Hant': '按步驟自查，每一步都告訴您接著會怎樣。',
    en: 'Look for the cause step by step; each step says what comes next.',
  },
  'do.care.button': { 'zh-Hans': '去处理', 'zh-Hant': '去處理', en: 'Go on' },

  'wait.advise': {
    'zh-Hans': '选好方案就能开始申请。',
    'zh-Hant': '選好方案就能開始申請。',
    en: 'Choose a plan and the application begins.',
  },
  'wait.apply': {
    'zh-Hans': '有人在替您填，填好后要您本人核对提交。',
    'zh-Hant': '有人在替您填，填好後要您本人核對送出。',
    en: 'Somebody fills it in for you; you check it and send it yourself.',
  },
  'wait.review': {
    'zh-Hans': '两个人先后看，通过或要改都会发短信给您。现在不用做什么。',
    'zh-Hant': '兩個人先後看，通過或要改都會發簡訊給您。現在不用做什麼。',
    en: 'Two people look at it in turn. You get a text message either way; nothing to do now.',
  },
  'wait.contract': {
    'zh-Hans': '合同正在生成，好了会发短信给您。',
    'zh-Hant': '合約正在產生，好了會發簡訊給您。',
    en: 'Your contract is being made. You get a text message when it is ready.',
  },
  'wait.pay': {
    'zh-Hans': '等银行确认收款，通常几分钟。',
    'zh-Hant': '等銀行確認收款，通常幾分鐘。',
    en: 'The bank is confirming the payment, usually within minutes.',
  },
  'wait.deliver': {
    'zh-Hans': '正在配机或运输，快递单号在订单里。',
    'zh-Hant': '正在配機或運送，快遞單號在訂單裡。',
    en: 'Being prepared or on its way; the tracking number is in the order.',
  },
  'wait.install': {
    'zh-Hans': '工程师会和您约时间；想快一点，可以自己装。',
    'zh-Hant': '工程師會和您約時間；想快一點，可以自己裝。',
    en: 'A technician sets a time with you. To be quicker, install it yourself.',
  },
  'wait.train': {
    'zh-Hans': '等店里的人完成培训。',
    'zh-Hant': '等店裡的人完成訓練。',
    en: 'Your staff still has to pass the training.',
  },
  'wait.activate': {
    'zh-Hans': '在机器上输入激活码，它会自己取密钥。',
    'zh-Hant': '在機器上輸入啟用碼，它會自己取金鑰。',
    en: 'Type the code into the terminal; it fetches its keys by itself.',
  },
  'wait.goLive': {
    'zh-Hans': '清单上还有几项没齐，齐了自动开通。',
    'zh-Hant': '清單上還有幾項沒齊，齊了自動開通。',
    en: 'Something on the list is still missing; then it opens by itself.',
  },
  'wait.firstSale': {
    'zh-Hans': '可以收款了。在机器上刷一张卡或扫一个码试试。',
    'zh-Hant': '可以收款了。在機器上刷一張卡或掃一個碼試試。',
    en: 'You can trade now. Try a card or a code on the terminal.',
  },
  'wait.settle': {
    'zh-Hans': '当天 23:00 结算，下一个工作日 09:00 打到您的银行账户。',
    'zh-Hant': '當天 23:00 結算，下一個工作天 09:00 撥到您的銀行帳戶。',
    en: 'The day closes at 23:00; the money goes out on the next working day at 09:00.',
  },
  'wait.care': {
    'zh-Hans': '我们在处理终端的问题，有进展会发短信给您。',
    'zh-Hant': '我們在處理終端機的問題，有進展會發簡訊給您。',
    en: 'We are working on your terminal and text you when there is news.',
  },

  'trouble.declined': {
    'zh-Hans': '这次没有通过，不收任何费用。原因在申请里。',
    'zh-Hant': '這次沒有通過，不收任何費用。原因在申請裡。',
    en: 'Declined this time; nothing is charged. The reason stands in the application.',
  },
  'trouble.canceled': {
    'zh-Hans': '已取消。付过的押金随下一次结算退回。',
    'zh-Hant': '已取消。付過的押金隨下一次結算退回。',
    en: 'Canceled. A deposit that was paid comes back with the next payout.',
  },
  'trouble.lapsed': {
    'zh-Hans': '合同逾期未签，已失效。还要办，请客服重新生成。',
    'zh-Hant': '合約逾期未簽，已失效。還要辦，請客服重新產生。',
    en: 'The contract was not signed in time. Ask support for a new one.',
  },
  'trouble.terminated': {
    'zh-Hans': '已终止，原因写在里面。',
    'zh-Hant': '已終止，原因寫在裡面。',
    en: 'Ended; the reason stands inside.',
  },
  'trouble.undeliverable': {
    'zh-Hans': '快递没送到。核对地址，我们再寄一次。',
    'zh-Hant': '快遞沒送到。核對地址，我們再寄一次。',
    en: 'It could not be delivered. Check the address; we send it again.',
  },
  'trouble.failed': {
    'zh-Hans': '没装成，客服会联系您重新约。',
    'zh-Hant': '沒裝成，客服會聯絡您重新約。',
    en: 'It could not be installed. Support sets a new time with you.',
  },
  'trouble.merchant_absent': {
    'zh-Hans': '工程师来时店里没人，一天内重新约。',
    'zh-Hant': '工程師來時店裡沒人，一天內重新約。',
    en: 'Nobody was there. A new time is set within a day.',
  },

  'done.title': { 'zh-Hans': '都办好了', 'zh-Hant': '都辦好了', en: 'All done' },
  'done.text': {
    'zh-Hans': '机器在收款，钱按时到账。有事从“帮助”找我们。',
    'zh-Hant': '機器在收款，錢按時入帳。有事從「說明」找我們。',
    en: 'The terminal trades and the money arrives. Find us under Help.',
  },
  'done.button': { 'zh-Hans': '看今天收款', 'zh-Hant': '看今天收款', en: 'Today’s takings' },
});
