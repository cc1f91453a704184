import type { WordTable } from '../say.ts';

const payout = {
  'payout.created': { 'zh-Hans': '待出款', 'zh-Hant': '待出款', en: 'To be sent' },
  'payout.in_transit': { 'zh-Hans': '在途', 'zh-Hant': '在途', en: 'On its way' },
  'payout.paid': { 'zh-Hans': '已到账', 'zh-Hant': '已到帳', en: 'Arrived' },
  'payout.failed': { 'zh-Hans': '未出款', 'zh-Hant': '未出款', en: 'Failed' },
  'payout.returned': { 'zh-Hans': '已退回', 'zh-Hant': '已退回', en: 'Returned' },
  'payout.event.send': { 'zh-Hans': '送出文件', 'zh-Hant': '送出檔案', en: 'send the file' },
  'payout.event.pay': { 'zh-Hans': '到账', 'zh-Hant': '到帳', en: 'arrives' },
  'payout.event.fail': { 'zh-Hans': '未出款', 'zh-Hant': '未出款', en: 'fails' },
  'payout.event.return': { 'zh-Hans': '退回', 'zh-Hant': '退回', en: 'comes back' },
} as const satisfies WordTable;

const clearing = {
  'clearing.awaiting': {
    'zh-Hans': '等待清算文件',
    'zh-Hant': '等待清算檔案',
    en: 'Waiting for the file',
  },
  'clearing.refused': { 'zh-Hans': '文件被拒', 'zh-Hant': '檔案被拒', en: 'File refused' },
  'clearing.done': { 'zh-Hans': '已对账', 'zh-Hant': '已對帳', en: 'Matched and posted' },
  'clearing.event.take': { 'zh-Hans': '收下文件', 'zh-Hant': '收下檔案', en: 'take the file' },
  'clearing.event.refuse': { 'zh-Hans': '拒收文件', 'zh-Hant': '拒收檔案', en: 'refuse the file' },
  'settlement.file.truncated': {
    'zh-Hans': '文件不完整',
    'zh-Hant': '檔案不完整',
    en: 'The file is cut short',
  },
  'settlement.file.layout': {
    'zh-Hans': '格式不对',
    'zh-Hant': '格式不對',
    en: 'The layout is wrong',
  },
  'settlement.file.day': {
    'zh-Hans': '不是这一天的文件',
    'zh-Hant': '不是這一天的檔案',
    en: 'It is of another day',
  },
  'settlement.file.count': {
    'zh-Hans': '笔数不符',
    'zh-Hant': '筆數不符',
    en: 'The count is wrong',
  },
  'settlement.file.sum': {
    'zh-Hans': '金额合计不符',
    'zh-Hant': '金額合計不符',
    en: 'The sum is wrong',
  },
  'settlement.file.hash': {
    'zh-Hans': '校验值不符',
    'zh-Hant': '校驗值不符',
    en: 'The checksum is wrong',
  },
  'settlement.file.changed': {
    'zh-Hans': '与已收文件不同',
    'zh-Hant': '與已收檔案不同',
    en: 'It differs from the file taken before',
  },
} as const satisfies WordTable;

const breaks = {
  'settlement.break.long': { 'zh-Hans': '长款', 'zh-Hant': '長款', en: 'Long: theirs, not ours' },
  'settlement.break.short': { 'zh-Hans': '短款', 'zh-Hant': '短款', en: 'Short: ours, not theirs' },
  'settlement.break.amount': { 'zh-Hans': '金额不符', 'zh-Hant': '金額不符', en: 'Amounts differ' },
  'settlement.break.fee': { 'zh-Hans': '成本不符', 'zh-Hant': '成本不符', en: 'Costs differ' },
  'settlement.break.state': { 'zh-Hans': '状态不符', 'zh-Hant': '狀態不符', en: 'States differ' },
  'settlement.break.dup': { 'zh-Hans': '重复', 'zh-Hant': '重複', en: 'Twice in the file' },
  'settlement.break.date': {
    'zh-Hans': '清算日不同',
    'zh-Hant': '清算日不同',
    en: 'Cleared on another day',
  },
} as const satisfies WordTable;

const statement = {
  'statement.title': {
    'zh-Hans': '{merchant} {day} 结算对账单',
    'zh-Hant': '{merchant} {day} 結算對帳單',
    en: 'Statement of {merchant}, {day}',
  },
  'statement.opening': { 'zh-Hans': '期初余额', 'zh-Hant': '期初餘額', en: 'Opening balance' },
  'statement.closing': { 'zh-Hans': '期末余额', 'zh-Hant': '期末餘額', en: 'Closing balance' },
  'statement.sales': { 'zh-Hans': '收款', 'zh-Hant': '收款', en: 'Sales' },
  'statement.undone': {
    'zh-Hans': '撤销与冲正',
    'zh-Hant': '撤銷與沖正',
    en: 'Voided and reversed',
  },
  'statement.refunds': { 'zh-Hans': '退款', 'zh-Hant': '退款', en: 'Refunds' },
  'statement.fees': { 'zh-Hans': '手续费', 'zh-Hant': '手續費', en: 'Fees' },
  'statement.net': { 'zh-Hans': '净额', 'zh-Hant': '淨額', en: 'Net' },
  'statement.paidOut': { 'zh-Hans': '已到账', 'zh-Hant': '已到帳', en: 'Paid out' },
} as const satisfies WordTable;

/** Messages to the merchant. */
const messages = {
  'settlement.sms.paid': {
    'zh-Hans': '{day} 结算款 {amount} 已到账 {account}。',
    'zh-Hant': '{day} 結算款 {amount} 已到帳 {account}。',
    en: 'Your payout of {amount} of {day} has arrived at {account}.',
  },
  'settlement.sms.returned': {
    'zh-Hans': '结算款 {amount} 未能入账：{reason}。款项已回到您的余额，请核对结算账户。',
    'zh-Hant': '結算款 {amount} 未能入帳：{reason}。款項已回到您的餘額，請核對結算帳戶。',
    en: 'Your payout of {amount} could not be credited: {reason}. It is back in your balance; please check your bank account.',
  },
} as const satisfies WordTable;

export const words = { ...payout, ...clearing, ...breaks, ...statement, ...messages } as const;
