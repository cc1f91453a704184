import type { WordTable } from '../say.ts';

const accounts = {
  'ledger.account.1100': {
    'zh-Hans': '应收清算款',
    'zh-Hant': '應收清算款',
    en: 'Due from the card network',
  },
  'ledger.account.1110': {
    'zh-Hans': '应收争议款',
    'zh-Hant': '應收爭議款',
    en: 'Disputes receivable',
  },
  'ledger.account.1195': { 'zh-Hans': '内部往来', 'zh-Hant': '內部往來', en: 'House clearing' },
  'ledger.account.1200': {
    'zh-Hans': '备付金账户',
    'zh-Hant': '備付金帳戶',
    en: 'Client funds at the bank',
  },
  'ledger.account.1210': {
    'zh-Hans': '自有资金账户',
    'zh-Hant': '自有資金帳戶',
    en: 'Own funds at the bank',
  },
  'ledger.account.1500': {
    'zh-Hans': '应收设备与服务费',
    'zh-Hant': '應收設備與服務費',
    en: 'Fees due from the merchant',
  },
  'ledger.account.1910': { 'zh-Hans': '短款', 'zh-Hant': '短款', en: 'Reconciliation short' },
  'ledger.account.2100': {
    'zh-Hans': '待清算交易款',
    'zh-Hant': '待清算交易款',
    en: 'Sold, not cleared yet',
  },
  'ledger.account.2110': { 'zh-Hans': '可结算余额', 'zh-Hant': '可結算餘額', en: 'Available' },
  'ledger.account.2120': {
    'zh-Hans': '结算在途',
    'zh-Hant': '結算在途',
    en: 'On the way to the bank',
  },
  'ledger.account.2130': { 'zh-Hans': '风险暂缓', 'zh-Hant': '風險暫緩', en: 'Held' },
  'ledger.account.2140': { 'zh-Hans': '争议冻结', 'zh-Hant': '爭議凍結', en: 'In dispute' },
  'ledger.account.2200': { 'zh-Hans': '押金', 'zh-Hant': '押金', en: 'Deposit' },
  'ledger.account.2910': { 'zh-Hans': '长款', 'zh-Hant': '長款', en: 'Reconciliation long' },
  'ledger.account.4100': { 'zh-Hans': '手续费收入', 'zh-Hant': '手續費收入', en: 'Merchant fee' },
  'ledger.account.4110': {
    'zh-Hans': '当日到账费',
    'zh-Hant': '當日到帳費',
    en: 'Same-day payout fee',
  },
  'ledger.account.4120': { 'zh-Hans': '服务费', 'zh-Hant': '服務費', en: 'Service fee' },
  'ledger.account.4130': { 'zh-Hans': '设备销售', 'zh-Hant': '設備銷售', en: 'Device sale' },
  'ledger.account.4140': { 'zh-Hans': '争议处理费', 'zh-Hant': '爭議處理費', en: 'Dispute fee' },
  'ledger.account.4900': {
    'zh-Hans': '清算尾差收益',
    'zh-Hant': '清算尾差收益',
    en: 'Rounding gain',
  },
  'ledger.account.5100': { 'zh-Hans': '发卡行服务费', 'zh-Hant': '發卡行服務費', en: 'Issuer fee' },
  'ledger.account.5200': { 'zh-Hans': '网络服务费', 'zh-Hant': '網路服務費', en: 'Network fee' },
  'ledger.account.5400': { 'zh-Hans': '争议损失', 'zh-Hant': '爭議損失', en: 'Dispute loss' },
  'ledger.account.5500': { 'zh-Hans': '坏账', 'zh-Hant': '呆帳', en: 'Bad debt' },
  'ledger.account.5900': {
    'zh-Hans': '清算尾差损失',
    'zh-Hant': '清算尾差損失',
    en: 'Rounding loss',
  },
  'ledger.account.9100': {
    'zh-Hans': '预授权冻结（表外）',
    'zh-Hant': '預授權凍結（表外）',
    en: 'Held on cards (memo)',
  },
  'ledger.account.9101': {
    'zh-Hans': '预授权冻结对应（表外）',
    'zh-Hant': '預授權凍結對應（表外）',
    en: 'Held on cards, contra (memo)',
  },
} as const satisfies WordTable;

const kinds = {
  'ledger.kind.sale': { 'zh-Hans': '收款', 'zh-Hant': '收款', en: 'Sale' },
  'ledger.kind.void': { 'zh-Hans': '撤销', 'zh-Hant': '撤銷', en: 'Void' },
  'ledger.kind.reversal': { 'zh-Hans': '冲正', 'zh-Hant': '沖正', en: 'Reversal' },
  'ledger.kind.voidReversal': {
    'zh-Hans': '撤销冲正',
    'zh-Hant': '撤銷沖正',
    en: 'Reversal of a void',
  },
  'ledger.kind.refund': { 'zh-Hans': '退款', 'zh-Hant': '退款', en: 'Refund' },
  'ledger.kind.hold': { 'zh-Hans': '预授权', 'zh-Hant': '預授權', en: 'Hold' },
  'ledger.kind.holdReleased': {
    'zh-Hans': '预授权解除',
    'zh-Hant': '預授權解除',
    en: 'Hold released',
  },
  'ledger.kind.clearing': { 'zh-Hans': '清算到账', 'zh-Hant': '清算到帳', en: 'Clearing' },
  'ledger.kind.clearingHouse': {
    'zh-Hans': '清算到账（机构账）',
    'zh-Hant': '清算到帳（機構帳）',
    en: 'Clearing at the bank',
  },
  'ledger.kind.release': {
    'zh-Hans': '转为可结算',
    'zh-Hant': '轉為可結算',
    en: 'Released for payout',
  },
  'ledger.kind.costDiffers': {
    'zh-Hans': '清算尾差',
    'zh-Hant': '清算尾差',
    en: 'Network cost differs',
  },
  'ledger.kind.costLess': {
    'zh-Hans': '清算尾差（少收）',
    'zh-Hant': '清算尾差（少收）',
    en: 'Network cost was less',
  },
  'ledger.kind.longFound': { 'zh-Hans': '长款挂账', 'zh-Hant': '長款掛帳', en: 'Long found' },
  'ledger.kind.unexplainedCash': {
    'zh-Hans': '不明来款',
    'zh-Hant': '不明來款',
    en: 'Unexplained payment in',
  },
  'ledger.kind.advance': { 'zh-Hans': '当日垫付', 'zh-Hant': '當日墊付', en: 'Same-day advance' },
  'ledger.kind.advanceHouse': {
    'zh-Hans': '当日垫付（机构账）',
    'zh-Hant': '當日墊付（機構帳）',
    en: 'Same-day advance at the bank',
  },
  'ledger.kind.advanceRepaid': {
    'zh-Hans': '垫付归还',
    'zh-Hant': '墊付歸還',
    en: 'Advance repaid',
  },
  'ledger.kind.payout': { 'zh-Hans': '结算', 'zh-Hant': '結算', en: 'Payout' },
  'ledger.kind.payoutPaid': { 'zh-Hans': '结算到账', 'zh-Hant': '結算到帳', en: 'Payout arrived' },
  'ledger.kind.payoutPaidHouse': {
    'zh-Hans': '结算出款（机构账）',
    'zh-Hant': '結算出款（機構帳）',
    en: 'Payouts at the bank',
  },
  'ledger.kind.payoutFailed': {
    'zh-Hans': '结算未出款',
    'zh-Hant': '結算未出款',
    en: 'Payout failed',
  },
  'ledger.kind.payoutReturned': {
    'zh-Hans': '结算退回',
    'zh-Hant': '結算退回',
    en: 'Payout returned',
  },
  'ledger.kind.payoutReturnedHouse': {
    'zh-Hans': '结算退回（机构账）',
    'zh-Hant': '結算退回（機構帳）',
    en: 'Payout returned at the bank',
  },
  'ledger.kind.depositCollected': {
    'zh-Hans': '收取押金',
    'zh-Hant': '收取押金',
    en: 'Deposit collected',
  },
  'ledger.kind.depositCollectedHouse': {
    'zh-Hans': '收取押金（机构账）',
    'zh-Hant': '收取押金（機構帳）',
    en: 'Deposit at the bank',
  },
  'ledger.kind.depositRefunded': {
    'zh-Hans': '退还押金',
    'zh-Hant': '退還押金',
    en: 'Deposit refunded',
  },
  'ledger.kind.depositOffset': {
    'zh-Hans': '押金抵欠款',
    'zh-Hant': '押金抵欠款',
    en: 'Deposit set against debt',
  },
  'ledger.kind.depositRetained': {
    'zh-Hans': '押金转设备款',
    'zh-Hant': '押金轉設備款',
    en: 'Deposit kept for the device',
  },
  'ledger.kind.serviceFee': { 'zh-Hans': '服务费', 'zh-Hant': '服務費', en: 'Service fee' },
  'ledger.kind.serviceFeeOwed': {
    'zh-Hans': '服务费挂账',
    'zh-Hant': '服務費掛帳',
    en: 'Service fee owed',
  },
  'ledger.kind.debtPaid': { 'zh-Hans': '扣收欠款', 'zh-Hant': '扣收欠款', en: 'Debt paid' },
  'ledger.kind.deviceSale': { 'zh-Hans': '设备款', 'zh-Hant': '設備款', en: 'Device sold' },
  'ledger.kind.chargeback': { 'zh-Hans': '调单退单', 'zh-Hant': '調單退單', en: 'Chargeback' },
  'ledger.kind.chargebackLost': {
    'zh-Hans': '争议败诉',
    'zh-Hant': '爭議敗訴',
    en: 'Chargeback lost',
  },
  'ledger.kind.disputeFee': { 'zh-Hans': '争议处理费', 'zh-Hant': '爭議處理費', en: 'Dispute fee' },
} as const satisfies WordTable;

/** What always holds; each is one query over the whole book. */
const invariants = {
  'ledger.invariant.L1': {
    'zh-Hans': '每一笔分录借贷相等',
    'zh-Hant': '每一筆分錄借貸相等',
    en: 'Every journal balances',
  },
  'ledger.invariant.L2': {
    'zh-Hans': '余额等于明细之和',
    'zh-Hant': '餘額等於明細之和',
    en: 'Every balance is the sum of its postings',
  },
  'ledger.invariant.L3': {
    'zh-Hans': '全账合计为零',
    'zh-Hant': '全帳合計為零',
    en: 'The whole book adds up to zero',
  },
  'ledger.invariant.L4': {
    'zh-Hans': '一事只记一次账',
    'zh-Hant': '一事只記一次帳',
    en: 'Nothing is posted twice',
  },
  'ledger.invariant.L5': {
    'zh-Hans': '每笔成功收款恰有一笔账，金额相等',
    'zh-Hant': '每筆成功收款恰有一筆帳，金額相等',
    en: 'Every approved sale has one journal of its amount',
  },
  'ledger.invariant.L6': {
    'zh-Hans': '撤销、冲正后净额为零',
    'zh-Hant': '撤銷、沖正後淨額為零',
    en: 'What was undone nets to zero',
  },
  'ledger.invariant.L7': {
    'zh-Hans': '退款不超过原交易',
    'zh-Hant': '退款不超過原交易',
    en: 'Refunds stay within the sale',
  },
  'ledger.invariant.L8': {
    'zh-Hans': '没有账户透支',
    'zh-Hant': '沒有帳戶透支',
    en: 'No account is below its floor',
  },
  'ledger.invariant.L9': {
    'zh-Hans': '内部往来按日轧平',
    'zh-Hant': '內部往來按日軋平',
    en: 'House clearing nets to zero each value day',
  },
  'ledger.invariant.L10': {
    'zh-Hans': '结算单等于其明细，明细只出现一次',
    'zh-Hant': '結算單等於其明細，明細只出現一次',
    en: 'A payout is its lines, and a line is in one payout only',
  },
  'ledger.invariant.L11': {
    'zh-Hans': '手续费重算一致',
    'zh-Hant': '手續費重算一致',
    en: 'Fees computed again are the same',
  },
  'ledger.invariant.L12': {
    'zh-Hans': '批次合计等于交易之和',
    'zh-Hant': '批次合計等於交易之和',
    en: 'Batch totals are the sum of their payments',
  },
  'ledger.invariant.L13': {
    'zh-Hans': '没有无人处理的未知交易',
    'zh-Hant': '沒有無人處理的未知交易',
    en: 'No unknown payment is left alone',
  },
  'ledger.invariant.L14': {
    'zh-Hans': '审计链完整',
    'zh-Hant': '稽核鏈完整',
    en: 'The audit chain is whole',
  },
  'ledger.invariant.L16': {
    'zh-Hans': '账目只增不改',
    'zh-Hant': '帳目只增不改',
    en: 'The books are only added to',
  },
  'ledger.invariant.L17': {
    'zh-Hans': '押金登记等于押金余额',
    'zh-Hant': '押金登記等於押金餘額',
    en: 'The deposit register is the deposit account',
  },
  'ledger.invariant.L18': {
    'zh-Hans': '外部资金每一笔都有说明',
    'zh-Hant': '外部資金每一筆都有說明',
    en: 'Every payment from outside is explained',
  },
} as const satisfies WordTable;

export const words = { ...accounts, ...kinds, ...invariants } as const;
