import { vocabulary } from '../../words/say.ts';

const help = {
  'help.title': { 'zh-Hans': '帮助', 'zh-Hant': '說明', en: 'Help' },
  'help.what': { 'zh-Hans': '要办什么', 'zh-Hant': '要辦什麼', en: 'What do you need' },
  'help.fault': {
    'zh-Hans': '终端不能用',
    'zh-Hant': '終端機不能用',
    en: 'A terminal does not work',
  },
  'help.fault.hint': {
    'zh-Hans': '一步一步找原因，约 3 分钟；找不到就修或换',
    'zh-Hant': '一步一步找原因，約 3 分鐘；找不到就修或換',
    en: 'Find the cause step by step, about 3 minutes; else we repair or replace it',
  },
  'help.ask': { 'zh-Hans': '问客服', 'zh-Hant': '問客服', en: 'Ask support' },
  'help.ask.hint': {
    'zh-Hans': '钱、费率、账户、投诉，都从这里问',
    'zh-Hant': '錢、費率、帳戶、投訴，都從這裡問',
    en: 'Money, fees, account, complaints',
  },
  'help.guides': { 'zh-Hans': '看指南', 'zh-Hant': '看指南', en: 'Guides' },
  'help.guides.hint': {
    'zh-Hans': '收款、退款、结算、换纸，每篇几分钟',
    'zh-Hant': '收款、退款、結算、換紙，每篇幾分鐘',
    en: 'Sales, refunds, settling, paper: a few minutes each',
  },
  'help.agent': {
    'zh-Hans': '核实上门的人',
    'zh-Hant': '核實上門的人',
    en: 'Check who is at the door',
  },
  'help.agent.hint': {
    'zh-Hans': '输入工牌编号，马上知道是真是假',
    'zh-Hant': '輸入工牌編號，馬上知道是真是假',
    en: 'Type the code of the badge and know at once',
  },
  'help.cases': { 'zh-Hans': '报修', 'zh-Hant': '報修', en: 'Faults' },
  'help.tickets': { 'zh-Hans': '工单', 'zh-Hant': '工單', en: 'Tickets' },
  'help.cases.none': {
    'zh-Hans': '没有报修过。',
    'zh-Hant': '沒有報修過。',
    en: 'No fault was reported.',
  },
  'help.tickets.none': {
    'zh-Hans': '没有问过客服。',
    'zh-Hant': '沒有問過客服。',
    en: 'Nothing was asked yet.',
  },
} as const;

const report = {
  'report.title': { 'zh-Hans': '报修', 'zh-Hant': '報修', en: 'Report a fault' },
  'report.terminal': { 'zh-Hans': '哪一台', 'zh-Hant': '哪一台', en: 'Which terminal' },
  'report.reason': { 'zh-Hans': '怎么了', 'zh-Hant': '怎麼了', en: 'What is wrong' },
  'report.description': {
    'zh-Hans': '说说看到了什么',
    'zh-Hant': '說說看到了什麼',
    en: 'Say what you saw',
  },
  'report.description.hint': {
    'zh-Hans': '例如：今早开机后打不出小票，屏幕写“缺纸”',
    'zh-Hant': '例如：今早開機後印不出簽單，螢幕寫「缺紙」',
    en: 'For example: since this morning it prints nothing, the screen says “no paper”',
  },
  'report.description.missing': {
    'zh-Hans': '写几个字，至少 4 个',
    'zh-Hant': '寫幾個字，至少 4 個',
    en: 'A few words, please: 4 letters or more',
  },
  'report.stops': {
    'zh-Hans': '报修后这台先停用，恢复前可以用收款码收款。',
    'zh-Hant': '報修後這台先停用，恢復前可以用收款碼收款。',
    en: 'It is stopped from then on. Meanwhile take QR payments.',
  },
  'report.send': {
    'zh-Hans': '报修，开始自查',
    'zh-Hant': '報修，開始自查',
    en: 'Report it and begin',
  },
  'report.none': {
    'zh-Hans': '没有能报修的终端',
    'zh-Hant': '沒有能報修的終端機',
    en: 'No terminal to report',
  },
  'report.none.text': {
    'zh-Hans': '使用中或停用的终端才需要报修。还没开通的，看开通清单还差什么。',
    'zh-Hant': '使用中或停用的終端機才需要報修。還沒開通的，看開通清單還差什麼。',
    en: 'Faults are for terminals in service or stopped. For a new one see what it still misses.',
  },
  'report.none.go': { 'zh-Hans': '看终端', 'zh-Hant': '看終端機', en: 'See the terminals' },
} as const;

const diagnosis = {
  'case.title': { 'zh-Hans': '报修处理', 'zh-Hant': '報修處理', en: 'Your fault report' },
  'case.begin': { 'zh-Hans': '开始自查', 'zh-Hant': '開始自查', en: 'Begin' },
  'case.begin.title': {
    'zh-Hans': '先找原因，约 3 分钟',
    'zh-Hant': '先找原因，約 3 分鐘',
    en: 'First find the cause: about 3 minutes',
  },
  'case.begin.text': {
    'zh-Hans': '一次一个问题，站在机器前照着试。多半当场就好。',
    'zh-Hant': '一次一個問題，站在機器前照著試。多半當場就好。',
    en: 'One question at a time, in front of the machine. Most faults end there.',
  },
  'case.question': {
    'zh-Hans': '第 {count} 问',
    'zh-Hant': '第 {count} 問',
    en: 'Question {count}',
  },
  'case.trail': { 'zh-Hans': '已经答过的', 'zh-Hant': '已經答過的', en: 'What you answered' },
  'case.finding': { 'zh-Hans': '结论', 'zh-Hant': '結論', en: 'Finding' },
  'case.helped': {
    'zh-Hans': '照做之后好了吗？',
    'zh-Hant': '照做之後好了嗎？',
    en: 'Did it help?',
  },
  'case.helped.yes': { 'zh-Hans': '好了', 'zh-Hant': '好了', en: 'It works again' },
  'case.helped.no': {
    'zh-Hans': '还是不行，交给人处理',
    'zh-Hant': '還是不行，交給人處理',
    en: 'No, hand it to a person',
  },
} as const;

const standing = {
  'line.label': { 'zh-Hans': '处理进度', 'zh-Hant': '處理進度', en: 'How it goes on' },
  'line.report': { 'zh-Hans': '报修', 'zh-Hant': '報修', en: 'Reported' },
  'line.find': { 'zh-Hans': '找原因', 'zh-Hant': '找原因', en: 'Find the cause' },
  'line.review': { 'zh-Hans': '审核', 'zh-Hant': '審核', en: 'Review' },
  'line.fix': { 'zh-Hans': '处理', 'zh-Hant': '處理', en: 'Repair or replace' },
  'line.test': { 'zh-Hans': '测试收款', 'zh-Hant': '測試收款', en: 'Test sale' },
  'line.restored': { 'zh-Hans': '恢复', 'zh-Hant': '恢復', en: 'Back in service' },
  'line.followUp': { 'zh-Hans': '回访', 'zh-Hant': '回訪', en: 'We call you' },
  'line.ended': { 'zh-Hans': '终止', 'zh-Hant': '終止', en: 'Ended' },
  'now.under_review': {
    'zh-Hans': '有人在看了',
    'zh-Hant': '有人在看了',
    en: 'Somebody looks into it',
  },
  'now.under_review.text': {
    'zh-Hans': '现在不用做什么。补上照片或凭证会快一些。',
    'zh-Hant': '現在不用做什麼。補上照片或憑證會快一些。',
    en: 'Nothing to do now. A photo or proof makes it quicker.',
  },
  'now.latest': { 'zh-Hans': '最迟', 'zh-Hant': '最遲', en: 'At the latest' },
  'now.rejected': { 'zh-Hans': '没有通过', 'zh-Hant': '沒有通過', en: 'It was refused' },
  'now.rejected.text': {
    'zh-Hans': '不同意可以申诉，说明理由，另一个人会再看。',
    'zh-Hant': '不同意可以申訴，說明理由，另一個人會再看。',
    en: 'If you disagree, appeal and say why. Somebody else looks again.',
  },
  'now.rejected.until': { 'zh-Hans': '申诉截止', 'zh-Hant': '申訴截止', en: 'Appeal until' },
  'now.said': {
    'zh-Hans': '{who}说：{note}',
    'zh-Hant': '{who}說：{note}',
    en: '{who} says: {note}',
  },
  'now.approved': {
    'zh-Hans': '批准了：{path}',
    'zh-Hant': '批准了：{path}',
    en: 'Approved: {path}',
  },
  'now.approved.replacement': {
    'zh-Hans': '新机免费寄来。旧机的密钥先销毁，新机再激活。',
    'zh-Hant': '新機免費寄來。舊機的金鑰先銷毀，新機再啟用。',
    en: 'A new device comes free of charge. The keys of the old one are destroyed first.',
  },
  'now.approved.repair': {
    'zh-Hans': '工程师会联系您，修好了这里就进到测试。',
    'zh-Hant': '工程師會聯絡您，修好了這裡就進到測試。',
    en: 'A technician contacts you. Once repaired, the test begins.',
  },
  'now.approved.lift': {
    'zh-Hans': '停用已解除，马上可以测试。',
    'zh-Hant': '停用已解除，馬上可以測試。',
    en: 'The stop is lifted; you may test it now.',
  },
  'now.order': {
    'zh-Hans': '看新机到哪了',
    'zh-Hant': '看新機到哪了',
    en: 'Where is the new device',
  },
  'now.newTerminal': {
    'zh-Hans': '去激活新机',
    'zh-Hant': '去啟用新機',
    en: 'Activate the new device',
  },
  'now.reinstalling': {
    'zh-Hans': '正在装新机',
    'zh-Hant': '正在裝新機',
    en: 'The new device is being set up',
  },
  'now.testing': {
    'zh-Hans': '做一笔小额收款试试',
    'zh-Hant': '做一筆小額收款試試',
    en: 'Make one small sale',
  },
  'now.testing.text': {
    'zh-Hans': '在终端上收 ¥1.00，成功后自动恢复。这一笔可以马上撤销。',
    'zh-Hant': '在終端機上收 ¥1.00，成功後自動恢復。這一筆可以馬上撤銷。',
    en: 'Take ¥1.00 on the terminal; if it goes through, it is restored. You may void it at once.',
  },
  'now.restored': {
    'zh-Hans': '恢复了，可以收款',
    'zh-Hant': '恢復了，可以收款',
    en: 'Restored: you can trade',
  },
  'now.restored.text': {
    'zh-Hans': '我们会打电话问用得好不好。又坏了就告诉我们，不用重新报修。',
    'zh-Hant': '我們會打電話問用得好不好。又壞了就告訴我們，不用重新報修。',
    en: 'We call to ask whether all is well. If the fault is back tell us; no new report is needed.',
  },
  'now.restored.by': { 'zh-Hans': '回访时间', 'zh-Hant': '回訪時間', en: 'We call by' },
  'now.closed': { 'zh-Hans': '办完了', 'zh-Hant': '辦完了', en: 'Closed' },
  'now.lesson': { 'zh-Hans': '记下的经验', 'zh-Hant': '記下的經驗', en: 'What was learned' },
  'now.terminated': {
    'zh-Hans': '已终止，不能恢复',
    'zh-Hant': '已終止，不能恢復',
    en: 'Ended: it can not be restored',
  },
  'now.terminated.text': {
    'zh-Hans': '有疑问请问客服，说出编号。',
    'zh-Hant': '有疑問請問客服，說出編號。',
    en: 'If you have doubts ask support, with the number.',
  },
  'proof.title': { 'zh-Hans': '看到的证据', 'zh-Hant': '看到的證據', en: 'What was seen' },
  'proof.oldUnbound': {
    'zh-Hans': '旧机解绑，密钥销毁',
    'zh-Hant': '舊機解除綁定，金鑰銷毀',
    en: 'Old device unbound, keys destroyed',
  },
  'proof.newActivated': {
    'zh-Hans': '新机激活',
    'zh-Hant': '新機啟用',
    en: 'New device activated',
  },
  'proof.selfTested': { 'zh-Hans': '自检通过', 'zh-Hant': '自檢通過', en: 'Self test passed' },
  'proof.testSale': {
    'zh-Hans': '测试收款成功',
    'zh-Hant': '測試收款成功',
    en: 'Test sale went through',
  },
  'proof.testSale.see': { 'zh-Hans': '看这一笔', 'zh-Hant': '看這一筆', en: 'See it' },
  'fail.title': { 'zh-Hans': '测试没成功', 'zh-Hant': '測試沒成功', en: 'The test failed' },
  'fail.note': {
    'zh-Hans': '屏幕上写了什么',
    'zh-Hant': '螢幕上寫了什麼',
    en: 'What did the screen say',
  },
  'fail.send': { 'zh-Hans': '重新自查', 'zh-Hant': '重新自查', en: 'Find the cause again' },
  'appeal.note': { 'zh-Hans': '申诉理由', 'zh-Hant': '申訴理由', en: 'Why you disagree' },
  'appeal.send': { 'zh-Hans': '提交申诉', 'zh-Hant': '送出申訴', en: 'Send the appeal' },
  'note.missing': { 'zh-Hans': '写几个字', 'zh-Hant': '寫幾個字', en: 'A few words, please' },
  'facts.title': { 'zh-Hans': '这次报修', 'zh-Hant': '這次報修', en: 'This report' },
  'facts.reason': { 'zh-Hans': '原因', 'zh-Hant': '原因', en: 'Reason' },
  'facts.description': { 'zh-Hans': '看到的现象', 'zh-Hant': '看到的現象', en: 'What was seen' },
  'facts.reportedAt': { 'zh-Hans': '报修时间', 'zh-Hant': '報修時間', en: 'Reported' },
  'facts.terminal': { 'zh-Hans': '终端', 'zh-Hant': '終端機', en: 'Terminal' },
  'facts.terminal.see': { 'zh-Hans': '看这台', 'zh-Hant': '看這台', en: 'See it' },
  'facts.number': { 'zh-Hans': '编号', 'zh-Hant': '編號', en: 'Number' },
} as const;

const material = {
  'material.title': { 'zh-Hans': '照片和凭证', 'zh-Hant': '照片和憑證', en: 'Photos and proof' },
  'material.add': { 'zh-Hans': '补一份', 'zh-Hant': '補一份', en: 'Add one' },
  'material.kind': { 'zh-Hans': '是什么', 'zh-Hant': '是什麼', en: 'What is it' },
  'material.note': { 'zh-Hans': '一句话说明', 'zh-Hant': '一句話說明', en: 'In one sentence' },
  'material.file': { 'zh-Hans': '照片（选填）', 'zh-Hant': '照片（選填）', en: 'Photo (optional)' },
  'material.send': { 'zh-Hans': '加上', 'zh-Hant': '加上', en: 'Add it' },
  'material.see': { 'zh-Hans': '看文件', 'zh-Hant': '看檔案', en: 'See the file' },
  'material.kind.repair': { 'zh-Hans': '维修记录', 'zh-Hant': '維修記錄', en: 'Repair' },
  'material.kind.testFailed': {
    'zh-Hans': '测试没成功',
    'zh-Hant': '測試沒成功',
    en: 'Test failed',
  },
  'material.kind.relapse': {
    'zh-Hans': '故障又出现',
    'zh-Hant': '故障又出現',
    en: 'Fault is back',
  },
  'material.kind.appeal': { 'zh-Hans': '申诉', 'zh-Hant': '申訴', en: 'Appeal' },
} as const;

const ticket = {
  'ask.title': { 'zh-Hans': '问客服', 'zh-Hant': '問客服', en: 'Ask support' },
  'ask.category': { 'zh-Hans': '关于什么', 'zh-Hant': '關於什麼', en: 'What about' },
  'ask.category.missing': { 'zh-Hans': '选一类', 'zh-Hant': '選一類', en: 'Choose one' },
  'ask.cantTrade': {
    'zh-Hans': '现在完全不能收款',
    'zh-Hant': '現在完全不能收款',
    en: 'I can not take payments at all',
  },
  'ask.cantTrade.hint': {
    'zh-Hans': '打开后最优先处理',
    'zh-Hant': '打開後最優先處理',
    en: 'It is then handled first',
  },
  'ask.terminal': {
    'zh-Hans': '哪台终端（选填）',
    'zh-Hant': '哪台終端機（選填）',
    en: 'Which terminal (optional)',
  },
  'ask.subject': {
    'zh-Hans': '一句话说问题',
    'zh-Hant': '一句話說問題',
    en: 'The question in one line',
  },
  'ask.subject.missing': {
    'zh-Hans': '写 2 到 80 个字',
    'zh-Hant': '寫 2 到 80 個字',
    en: '2 to 80 letters',
  },
  'ask.text': { 'zh-Hans': '说详细一点', 'zh-Hant': '說詳細一點', en: 'More about it' },
  'ask.text.hint': {
    'zh-Hans': '什么时候、哪一笔、屏幕写了什么。别写完整卡号和密码。',
    'zh-Hant': '什麼時候、哪一筆、螢幕寫了什麼。別寫完整卡號和密碼。',
    en: 'When, which sale, what the screen said. No full card numbers or passwords.',
  },
  'ask.text.missing': { 'zh-Hans': '写几句话', 'zh-Hant': '寫幾句話', en: 'A few words, please' },
  'ask.guides': {
    'zh-Hans': '也许这里就有答案',
    'zh-Hant': '也許這裡就有答案',
    en: 'Perhaps the answer is here',
  },
  'ask.minutes': { 'zh-Hans': '{count} 分钟', 'zh-Hant': '{count} 分鐘', en: '{count} min' },
  'ask.send': { 'zh-Hans': '提交', 'zh-Hant': '送出', en: 'Send' },
  'ticket.title': { 'zh-Hans': '工单', 'zh-Hant': '工單', en: 'Ticket' },
  'ticket.number': { 'zh-Hans': '编号 {number}', 'zh-Hant': '編號 {number}', en: 'No. {number}' },
  'ticket.replyDue': { 'zh-Hans': '最迟回复', 'zh-Hant': '最遲回覆', en: 'Answer by' },
  'ticket.resolveDue': { 'zh-Hans': '最迟解决', 'zh-Hant': '最遲解決', en: 'Solved by' },
  'ticket.waits': {
    'zh-Hans': '客服在等您回答，时间先停着。',
    'zh-Hant': '客服在等您回答，時間先停著。',
    en: 'Support waits for your answer; the clock stands still.',
  },
  'ticket.talk': { 'zh-Hans': '对话', 'zh-Hant': '對話', en: 'Talk' },
  'ticket.me': { 'zh-Hans': '我', 'zh-Hant': '我', en: 'Me' },
  'ticket.reply': { 'zh-Hans': '写回复', 'zh-Hant': '寫回覆', en: 'Your answer' },
  'ticket.send': { 'zh-Hans': '发送', 'zh-Hant': '發送', en: 'Send' },
  'ticket.solved': { 'zh-Hans': '解决了吗？', 'zh-Hant': '解決了嗎？', en: 'Is it solved?' },
  'ticket.solved.text': {
    'zh-Hans': '不管它，七天后自动关闭。',
    'zh-Hant': '不管它，七天後自動關閉。',
    en: 'If you do nothing it closes after seven days.',
  },
  'ticket.stars': { 'zh-Hans': '给这次服务打分', 'zh-Hant': '給這次服務打分', en: 'Rate the help' },
  'ticket.close': { 'zh-Hans': '解决了，关闭', 'zh-Hant': '解決了，關閉', en: 'Solved: close it' },
  'ticket.reopen': { 'zh-Hans': '没解决，继续', 'zh-Hant': '沒解決，繼續', en: 'Not solved' },
  'ticket.reopen.note': { 'zh-Hans': '还差什么', 'zh-Hant': '還差什麼', en: 'What is missing' },
  'ticket.reopen.send': { 'zh-Hans': '重新打开', 'zh-Hant': '重新打開', en: 'Open it again' },
  'ticket.rated': {
    'zh-Hans': '您给了 {count} 颗星',
    'zh-Hant': '您給了 {count} 顆星',
    en: 'You gave {count} stars',
  },
} as const;

export const words = vocabulary('care', {
  ...help,
  ...report,
  ...diagnosis,
  ...standing,
  ...material,
  ...ticket,
});
