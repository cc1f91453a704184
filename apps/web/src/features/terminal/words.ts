import { vocabulary } from '../../words/say.ts';

const list = {
  'terminals.title': { 'zh-Hans': '终端', 'zh-Hant': '終端機', en: 'Terminals' },
  'terminals.list': { 'zh-Hans': '我的终端', 'zh-Hant': '我的終端機', en: 'Your terminals' },
  'terminals.former': {
    'zh-Hans': '以前的终端',
    'zh-Hant': '以前的終端機',
    en: 'Former terminals',
  },
  'terminals.none': { 'zh-Hans': '还没有终端', 'zh-Hant': '還沒有終端機', en: 'No terminals yet' },
  'terminals.none.text': {
    'zh-Hans': '付了押金、配好机器，终端就出现在这里：激活、自检、报修都从这里办。',
    'zh-Hant': '付了押金、配好機器，終端機就會出現在這裡：啟用、自檢、報修都從這裡辦。',
    en: 'Once the deposit is paid and a device is set aside it appears here: activate, test and report faults from this page.',
  },
  'terminals.none.progress': { 'zh-Hans': '看进度', 'zh-Hant': '看進度', en: 'See the progress' },
  'terminals.number': {
    'zh-Hans': '终端号 {number}',
    'zh-Hant': '終端機號 {number}',
    en: 'No. {number}',
  },
  'terminals.seen': { 'zh-Hans': '最近联系', 'zh-Hant': '最近連線', en: 'Last seen' },
  'next.activate': {
    'zh-Hans': '激活 {serial}',
    'zh-Hant': '啟用 {serial}',
    en: 'Activate {serial}',
  },
  'next.activate.text': {
    'zh-Hans': '机器到了：取激活码，在终端上输入，约 3 分钟。',
    'zh-Hant': '機器到了：取啟用碼，在終端機上輸入，約 3 分鐘。',
    en: 'It is there: get the code and type it into the terminal, about 3 minutes.',
  },
  'next.activate.go': { 'zh-Hans': '去激活', 'zh-Hant': '去啟用', en: 'Activate it' },
  'next.test': {
    'zh-Hans': '给 {serial} 做自检',
    'zh-Hant': '給 {serial} 做自檢',
    en: 'Test {serial}',
  },
  'next.test.text': {
    'zh-Hans': '刷卡、扫码、退款、打印各试一次，约 3 分钟。',
    'zh-Hant': '刷卡、掃碼、退款、列印各試一次，約 3 分鐘。',
    en: 'Try a card, a code, a refund and the printer: about 3 minutes.',
  },
  'next.test.go': { 'zh-Hans': '去自检', 'zh-Hant': '去自檢', en: 'Test it' },
} as const;

const gate = {
  'gate.title': { 'zh-Hans': '开通清单', 'zh-Hant': '開通清單', en: 'Before you may trade' },
  'gate.lead': {
    'zh-Hans': '全部打勾，终端自动开通收款，不用再申请。',
    'zh-Hant': '全部打勾，終端機自動開通收款，不用再申請。',
    en: 'Once all are ticked the terminal opens by itself; nothing more to ask for.',
  },
  'gate.done': { 'zh-Hans': '齐了', 'zh-Hant': '齊了', en: 'all done' },
  'gate.you': { 'zh-Hans': '轮到您', 'zh-Hant': '輪到您', en: 'Your move' },
  'gate.who': { 'zh-Hans': '等{who}', 'zh-Hant': '等{who}', en: 'Waiting: {who}' },
  'gate.selfTest.who': {
    'zh-Hans': '工程师上门做，或者您自己做',
    'zh-Hant': '工程師上門做，或者您自己做',
    en: 'The technician does it, or you',
  },
  'gate.go.contract': { 'zh-Hans': '去签合同', 'zh-Hant': '去簽合約', en: 'Sign the contract' },
  'gate.go.payment': { 'zh-Hans': '去付押金', 'zh-Hant': '去付押金', en: 'Pay the deposit' },
  'gate.go.visit': { 'zh-Hans': '看装机', 'zh-Hant': '看裝機', en: 'See the installation' },
  'gate.go.training': { 'zh-Hans': '去培训', 'zh-Hant': '去訓練', en: 'Do the training' },
  'gate.go.application': { 'zh-Hans': '看进度', 'zh-Hant': '看進度', en: 'See the progress' },
  'gate.go.notLimited': { 'zh-Hans': '问客服', 'zh-Hant': '問客服', en: 'Ask support' },
} as const;

const state = {
  'state.allocated': {
    'zh-Hans': '终端在路上',
    'zh-Hant': '終端機在路上',
    en: 'On its way to you',
  },
  'state.allocated.text': {
    'zh-Hans': '快递单号在订单里。到了先开箱检查，再来这里激活。',
    'zh-Hant': '快遞單號在訂單裡。到了先開箱檢查，再來這裡啟用。',
    en: 'The tracking number is in the order. Check the parcel first, then activate here.',
  },
  'state.allocated.order': { 'zh-Hans': '看订单', 'zh-Hant': '看訂單', en: 'See the order' },
  'state.delivered.cashier': {
    'zh-Hans': '等店主取激活码',
    'zh-Hant': '等店主取啟用碼',
    en: 'The owner has to fetch the activation code',
  },
  'state.delivered.cashier.text': {
    'zh-Hans': '激活码只给店主看。请店主用自己的手机登录，打开这一页。',
    'zh-Hant': '啟用碼只給店主看。請店主用自己的手機登入，打開這一頁。',
    en: 'Only the owner sees it. Ask the owner to sign in and open this page.',
  },
  'state.bound': {
    'zh-Hans': '终端正在取密钥',
    'zh-Hant': '終端機正在取金鑰',
    en: 'The terminal is fetching its keys',
  },
  'state.bound.text': {
    'zh-Hans': '约 10 秒，请不要关机。',
    'zh-Hant': '約 10 秒，請不要關機。',
    en: 'About 10 seconds; leave it switched on.',
  },
  'state.self_tested': {
    'zh-Hans': '自检过了，还差别的几项',
    'zh-Hant': '自檢過了，還差別的幾項',
    en: 'Self test passed; something else is missing',
  },
  'state.in_service': {
    'zh-Hans': '可以收款',
    'zh-Hant': '可以收款',
    en: 'Ready to take payments',
  },
  'state.in_service.text': {
    'zh-Hans': '刷卡、扫码都行。每天 23:00 前在终端上做一次结算。',
    'zh-Hant': '刷卡、掃碼都行。每天 23:00 前在終端機上做一次結算。',
    en: 'By card and by code. Settle the batch on it once a day, before 23:00.',
  },
  'state.suspended': {
    'zh-Hans': '停用了，不能收款',
    'zh-Hant': '停用了，不能收款',
    en: 'Stopped: it can not trade',
  },
  'state.suspended.why': {
    'zh-Hans': '原因：{reason}',
    'zh-Hant': '原因：{reason}',
    en: 'Why: {reason}',
  },
  'state.suspended.risk': {
    'zh-Hans': '这是风控停的，要由风控核实后恢复。客服可以告诉您要交什么。',
    'zh-Hant': '這是風控停的，要由風控核實後恢復。客服可以告訴您要交什麼。',
    en: 'Risk control stopped it and lets it go after a check. Support can say what is needed.',
  },
  'state.suspended.lost': {
    'zh-Hans': '找到了就告诉客服，核实后恢复；找不到，客服帮您换机。',
    'zh-Hant': '找到了就告訴客服，核實後恢復；找不到，客服幫您換機。',
    en: 'Found again? Tell support, who lets it go after a check; else they replace it.',
  },
  'state.suspended.case': {
    'zh-Hans': '看处理到哪一步',
    'zh-Hant': '看處理到哪一步',
    en: 'See how it stands',
  },
  'state.suspended.report': {
    'zh-Hans': '报修，开始自查',
    'zh-Hant': '報修，開始自查',
    en: 'Report it and find the cause',
  },
  'state.suspended.ask': { 'zh-Hans': '找客服', 'zh-Hant': '找客服', en: 'Ask support' },
  'state.unbound': {
    'zh-Hans': '已解绑，密钥已销毁',
    'zh-Hant': '已解除綁定，金鑰已銷毀',
    en: 'Unbound, its keys destroyed',
  },
  'state.unbound.text': {
    'zh-Hans': '这台机器不再属于您的店，请按寄回单交还。',
    'zh-Hant': '這台機器不再屬於您的店，請按寄回單交還。',
    en: 'It no longer belongs to your store. Send it back as the return note says.',
  },
} as const;

const activation = {
  'code.title': { 'zh-Hans': '激活码', 'zh-Hant': '啟用碼', en: 'Activation code' },
  'code.get': { 'zh-Hans': '取激活码', 'zh-Hant': '取啟用碼', en: 'Get the activation code' },
  'code.next': { 'zh-Hans': '下一步：激活', 'zh-Hant': '下一步：啟用', en: 'Next: activate it' },
  'code.get.text': {
    'zh-Hans': '8 位数字，7 天有效，也发到店主手机。先开箱检查，站在机器前再取。',
    'zh-Hant': '8 位數字，7 天有效，也發到店主手機。先開箱檢查，站在機器前再取。',
    en: '8 digits, valid for 7 days, also sent to the owner’s phone. Check the parcel first and stand before the device.',
  },
  'code.again': { 'zh-Hans': '换一个码', 'zh-Hant': '換一個碼', en: 'Make a new code' },
  'code.again.sure': {
    'zh-Hans': '换了新码，旧码马上失效。',
    'zh-Hant': '換了新碼，舊碼馬上失效。',
    en: 'The old one stops working at once.',
  },
  'code.expires': { 'zh-Hans': '有效到', 'zh-Hant': '有效到', en: 'Valid until' },
  'code.tries': { 'zh-Hans': '还可以试', 'zh-Hant': '還可以試', en: 'Tries left' },
  'code.tries.count': { 'zh-Hans': '{count} 次', 'zh-Hant': '{count} 次', en: '{count}' },
  'code.over': {
    'zh-Hans': '这个码失效了',
    'zh-Hant': '這個碼失效了',
    en: 'This code no longer works',
  },
  'code.over.text': {
    'zh-Hans': '过了期，或者输错了太多次。取一个新的就行。',
    'zh-Hant': '過了期，或者輸錯了太多次。取一個新的就行。',
    en: 'It expired, or was mistyped too often. Get a new one.',
  },
  'code.how': { 'zh-Hans': '怎么激活', 'zh-Hant': '怎麼啟用', en: 'How to activate' },
  'code.how.1': {
    'zh-Hans': '打开终端，连上 Wi-Fi 或装好流量卡。',
    'zh-Hant': '打開終端機，連上 Wi-Fi 或裝好 SIM 卡。',
    en: 'Switch the terminal on and connect it by Wi-Fi or SIM card.',
  },
  'code.how.2': {
    'zh-Hans': '在终端的“激活”里输入序列号 {serial} 和上面的激活码。',
    'zh-Hant': '在終端機的「啟用」裡輸入序號 {serial} 和上面的啟用碼。',
    en: 'Under Activate on the terminal type its serial number {serial} and the code above.',
  },
  'code.how.3': {
    'zh-Hans': '等约 10 秒，终端自己取密钥，这一页会变成自检。',
    'zh-Hant': '等約 10 秒，終端機自己取金鑰，這一頁會變成自檢。',
    en: 'Wait about 10 seconds while it fetches its keys. This page then turns to the self test.',
  },
  'code.secret': {
    'zh-Hans': '激活码谁都不要告诉，自称客服的也不行。',
    'zh-Hant': '啟用碼誰都不要告訴，自稱客服的也不行。',
    en: 'Tell nobody the code, not even somebody who says to be from support.',
  },
} as const;

const selfTest = {
  'test.title': { 'zh-Hans': '自检', 'zh-Hant': '自檢', en: 'Self test' },
  'test.lead': {
    'zh-Hans': '在终端上点“自检”，四项做完，照结果打勾。约 3 分钟。',
    'zh-Hant': '在終端機上點「自檢」，四項做完，照結果打勾。約 3 分鐘。',
    en: 'Run the self test on the terminal and tick what worked. About 3 minutes.',
  },
  'test.card': { 'zh-Hans': '刷卡能读', 'zh-Hant': '刷卡能讀', en: 'It reads a card' },
  'test.card.hint': {
    'zh-Hans': '插一次、挥一次，屏幕显示卡号后四位',
    'zh-Hant': '插一次、感應一次，螢幕顯示卡號後四碼',
    en: 'Insert once, tap once; the screen shows the last four digits',
  },
  'test.qr': { 'zh-Hans': '扫码能读', 'zh-Hant': '掃碼能讀', en: 'It reads a QR code' },
  'test.qr.hint': {
    'zh-Hans': '对准手机付款码，听到“嘀”一声',
    'zh-Hant': '對準手機付款碼，聽到「嗶」一聲',
    en: 'Point it at a payment code and hear the beep',
  },
  'test.refund': { 'zh-Hans': '退款能走通', 'zh-Hant': '退款能走通', en: 'A refund goes through' },
  'test.refund.hint': {
    'zh-Hans': '用主管密码做一次测试退款',
    'zh-Hant': '用主管密碼做一次測試退款',
    en: 'Do a test refund with the supervisor’s password',
  },
  'test.print': { 'zh-Hans': '打印清楚', 'zh-Hant': '列印清楚', en: 'It prints clearly' },
  'test.print.hint': {
    'zh-Hans': '字迹完整，不缺行',
    'zh-Hant': '字跡完整，不缺行',
    en: 'No line is missing',
  },
  'test.allGood': {
    'zh-Hans': '四项都正常，提交',
    'zh-Hant': '四項都正常，送出',
    en: 'All four work: record it',
  },
  'test.some': {
    'zh-Hans': '有 {count} 项没过，先记下',
    'zh-Hant': '有 {count} 項沒過，先記下',
    en: 'Record that {count} failed',
  },
  'test.failed': {
    'zh-Hans': '上次自检没过',
    'zh-Hant': '上次自檢沒過',
    en: 'The last self test failed',
  },
  'test.failed.text': {
    'zh-Hans': '重启终端再试一次。还不行，开工单找客服，我们换一台。',
    'zh-Hant': '重新啟動終端機再試一次。還不行，開工單找客服，我們換一台。',
    en: 'Restart the terminal and try again. If it still fails tell support: we replace it.',
  },
  'test.passedAt': { 'zh-Hans': '自检通过', 'zh-Hant': '自檢通過', en: 'Self test passed' },
} as const;

const detail = {
  'detail.device': { 'zh-Hans': '这台机器', 'zh-Hant': '這台機器', en: 'The device' },
  'detail.serial': { 'zh-Hans': '序列号', 'zh-Hant': '序號', en: 'Serial number' },
  'detail.terminalNo': { 'zh-Hans': '终端号', 'zh-Hant': '終端機號', en: 'Terminal number' },
  'detail.merchantNo': { 'zh-Hans': '商户号', 'zh-Hant': '商戶號', en: 'Merchant number' },
  'detail.activatedAt': { 'zh-Hans': '激活时间', 'zh-Hant': '啟用時間', en: 'Activated' },
  'detail.inServiceAt': { 'zh-Hans': '开通收款', 'zh-Hant': '開通收款', en: 'In service since' },
  'detail.signIn': { 'zh-Hans': '上次签到', 'zh-Hant': '上次簽到', en: 'Last sign-in' },
  'detail.address': { 'zh-Hans': '登记的地址', 'zh-Hant': '登記的地址', en: 'Registered address' },
  'detail.address.hint': {
    'zh-Hans': '机器只能在这个地址用，搬店先告诉我们。',
    'zh-Hant': '機器只能在這個地址用，搬店先告訴我們。',
    en: 'It may be used at this address only. Tell us before you move.',
  },
  'detail.kcv': { 'zh-Hans': '密钥校验值', 'zh-Hant': '金鑰檢核值', en: 'Key check value' },
  'detail.care': { 'zh-Hans': '保养记录', 'zh-Hant': '保養記錄', en: 'Maintenance' },
  'detail.report': { 'zh-Hans': '报修', 'zh-Hant': '報修', en: 'Report a fault' },
  'detail.report.text': {
    'zh-Hans': '坏了、连不上网、打不出纸：按步骤自查，不行就修或换。',
    'zh-Hant': '壞了、連不上網、印不出紙：按步驟自查，不行就修或換。',
    en: 'Broken, offline, no paper: find the cause step by step; else we repair or replace it.',
  },
  'lost.title': { 'zh-Hans': '丢了或被偷了', 'zh-Hant': '遺失或被偷了', en: 'Lost or stolen' },
  'lost.text': {
    'zh-Hans': '马上停用，别人就不能用它收款或退款。找到后由客服核实恢复。',
    'zh-Hant': '馬上停用，別人就不能用它收款或退款。找到後由客服核實恢復。',
    en: 'Stop it at once so that nobody can take or refund money on it. Support lets it go when it is found.',
  },
  'lost.note': {
    'zh-Hans': '店主报告丢失',
    'zh-Hant': '店主報告遺失',
    en: 'Reported lost by the owner',
  },
  'lost.button': { 'zh-Hans': '马上停用', 'zh-Hant': '馬上停用', en: 'Stop it now' },
  'lost.sure': {
    'zh-Hans': '停用这台终端？',
    'zh-Hant': '停用這台終端機？',
    en: 'Stop this terminal?',
  },
} as const;

export const words = vocabulary('terminal', {
  ...list,
  ...gate,
  ...state,
  ...activation,
  ...selfTest,
  ...detail,
});
