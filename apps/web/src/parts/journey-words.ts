/** The words of the journey that every reader of it shares: its charts, and what happened on it. */
import { vocabulary } from '../words/say.ts';

const charts = {
  'who.you': { 'zh-Hans': '您', 'zh-Hant': '您', en: 'you' },
  'chart.application': { 'zh-Hans': '申请', 'zh-Hant': '申請', en: 'Application' },
  'chart.contract': { 'zh-Hans': '合同', 'zh-Hant': '合約', en: 'Contract' },
  'chart.order': { 'zh-Hans': '订单', 'zh-Hant': '訂單', en: 'Order' },
  'chart.deposit': { 'zh-Hans': '押金', 'zh-Hant': '押金', en: 'Deposit' },
  'chart.visit': { 'zh-Hans': '装机', 'zh-Hant': '裝機', en: 'Installation' },
  'chart.training': { 'zh-Hans': '培训', 'zh-Hant': '訓練', en: 'Training' },
  'chart.terminal': { 'zh-Hans': '终端', 'zh-Hant': '終端機', en: 'Terminal' },
  'chart.case': { 'zh-Hans': '停用处理', 'zh-Hant': '停用處理', en: 'Suspension case' },
  'chart.payment': { 'zh-Hans': '交易', 'zh-Hant': '交易', en: 'Payment' },
  'chart.payout': { 'zh-Hans': '到账', 'zh-Hant': '入帳', en: 'Payout' },
} as const;

const told = {
  'told.application.opened': {
    'zh-Hans': '开始填申请',
    'zh-Hant': '開始填申請',
    en: 'Application begun',
  },
  'told.application.submitted': {
    'zh-Hans': '申请已提交',
    'zh-Hant': '申請已送出',
    en: 'Application sent',
  },
  'told.application.checked': {
    'zh-Hans': '实名核验有了结果',
    'zh-Hant': '實名核驗有了結果',
    en: 'Real-name check answered',
  },
  'told.application.claimed': {
    'zh-Hans': '审核员开始审核',
    'zh-Hant': '審核員開始審核',
    en: 'A reviewer took it',
  },
  'told.application.released': {
    'zh-Hans': '审核员放回队列',
    'zh-Hant': '審核員放回佇列',
    en: 'Put back into the queue',
  },
  'told.application.returned': {
    'zh-Hans': '退回补正',
    'zh-Hant': '退回補正',
    en: 'Sent back to be repaired',
  },
  'told.application.reviewed': {
    'zh-Hans': '初审通过',
    'zh-Hant': '初審通過',
    en: 'First review passed',
  },
  'told.application.overturned': {
    'zh-Hans': '复核退回',
    'zh-Hant': '複核退回',
    en: 'Given back by the second reviewer',
  },
  'told.application.approved': {
    'zh-Hans': '复核通过',
    'zh-Hant': '複核通過',
    en: 'Approved',
  },
  'told.application.declined': { 'zh-Hans': '未通过', 'zh-Hant': '未通過', en: 'Declined' },
  'told.application.withdrawn': { 'zh-Hans': '已撤回', 'zh-Hant': '已撤回', en: 'Withdrawn' },
  'told.application.expired': { 'zh-Hans': '已过期', 'zh-Hant': '已過期', en: 'Expired' },
  'told.application.finished': {
    'zh-Hans': '申请完成',
    'zh-Hant': '申請完成',
    en: 'Application finished',
  },
  'told.application.overdue': {
    'zh-Hans': '审核超时，已催办',
    'zh-Hant': '審核逾時，已催辦',
    en: 'Review overdue; urged',
  },
  'told.contract.ready': {
    'zh-Hans': '合同已生成',
    'zh-Hant': '合約已產生',
    en: 'Contract ready',
  },
  'told.contract.signed': {
    'zh-Hans': '合同已签署',
    'zh-Hant': '合約已簽署',
    en: 'Contract signed',
  },
  'told.contract.lapsed': {
    'zh-Hans': '合同逾期未签',
    'zh-Hant': '合約逾期未簽',
    en: 'Contract lapsed unsigned',
  },
  'told.contract.terminated': {
    'zh-Hans': '合同已终止',
    'zh-Hant': '合約已終止',
    en: 'Contract ended',
  },
  'told.order.opened': { 'zh-Hans': '已建订单', 'zh-Hant': '已建訂單', en: 'Order opened' },
  'told.order.paid': { 'zh-Hans': '押金已付', 'zh-Hant': '押金已付', en: 'Deposit paid' },
  'told.order.allocated': {
    'zh-Hans': '已配机',
    'zh-Hant': '已配機',
    en: 'Terminal set aside',
  },
  'told.order.shipped': { 'zh-Hans': '已发货', 'zh-Hant': '已出貨', en: 'Shipped' },
  'told.order.delivered': { 'zh-Hans': '已签收', 'zh-Hant': '已簽收', en: 'Delivered' },
  'told.order.unboxed': { 'zh-Hans': '已开箱检查', 'zh-Hant': '已開箱檢查', en: 'Unboxed' },
  'told.order.completed': {
    'zh-Hans': '订单完成',
    'zh-Hant': '訂單完成',
    en: 'Order completed',
  },
  'told.order.canceled': { 'zh-Hans': '订单取消', 'zh-Hant': '訂單取消', en: 'Order canceled' },
  'told.order.moneySetAside': {
    'zh-Hans': '来款金额不符，另存待查',
    'zh-Hant': '來款金額不符，另存待查',
    en: 'Money that did not fit was kept aside',
  },
  'told.deposit.collected': {
    'zh-Hans': '押金入账',
    'zh-Hant': '押金入帳',
    en: 'Deposit booked',
  },
  'told.deposit.refunded': {
    'zh-Hans': '押金已退还',
    'zh-Hant': '押金已退還',
    en: 'Deposit refunded',
  },
  'told.visit.scheduled': {
    'zh-Hans': '已约装机时间',
    'zh-Hant': '已約裝機時間',
    en: 'Visit scheduled',
  },
  'told.visit.accepted': {
    'zh-Hans': '装机已验收',
    'zh-Hant': '裝機已驗收',
    en: 'Installation accepted',
  },
  'told.training.passed': {
    'zh-Hans': '培训通过',
    'zh-Hant': '訓練通過',
    en: 'Training passed',
  },
  'told.terminal.codeIssued': {
    'zh-Hans': '激活码已发',
    'zh-Hant': '啟用碼已發',
    en: 'Activation code issued',
  },
  'told.terminal.activated': {
    'zh-Hans': '终端已激活',
    'zh-Hant': '終端機已啟用',
    en: 'Terminal activated',
  },
  'told.terminal.selfTested': {
    'zh-Hans': '自检通过',
    'zh-Hant': '自檢通過',
    en: 'Self test passed',
  },
  'told.terminal.inService': {
    'zh-Hans': '终端开通收款',
    'zh-Hant': '終端機開通收款',
    en: 'Terminal in service',
  },
  'told.terminal.suspended': {
    'zh-Hans': '终端停用',
    'zh-Hant': '終端機停用',
    en: 'Terminal suspended',
  },
  'told.terminal.restored': {
    'zh-Hans': '终端恢复',
    'zh-Hant': '終端機恢復',
    en: 'Terminal restored',
  },
  'told.terminal.unbound': {
    'zh-Hans': '终端解绑，密钥销毁',
    'zh-Hant': '終端機解除綁定，金鑰銷毀',
    en: 'Terminal unbound, keys destroyed',
  },
  'told.payment.approved': {
    'zh-Hans': '收到一笔',
    'zh-Hant': '收到一筆',
    en: 'A sale went through',
  },
  'told.payout.sent': {
    'zh-Hans': '打款已发出',
    'zh-Hant': '撥款已發出',
    en: 'Payout sent to the bank',
  },
  'told.payout.paid': {
    'zh-Hans': '钱已到银行卡',
    'zh-Hant': '錢已到銀行帳戶',
    en: 'Money in the bank',
  },
  'told.payout.failed': {
    'zh-Hans': '打款退回',
    'zh-Hant': '撥款退回',
    en: 'Payout came back',
  },
  'told.case.reported': {
    'zh-Hans': '报告终端停用',
    'zh-Hant': '報告終端機停用',
    en: 'Terminal reported stopped',
  },
  'told.case.diagnosed': {
    'zh-Hans': '自查有了结论',
    'zh-Hant': '自查有了結論',
    en: 'Diagnosis has a finding',
  },
  'told.case.approved': {
    'zh-Hans': '处理方案已批准',
    'zh-Hant': '處理方案已批准',
    en: 'Way back approved',
  },
  'told.case.replacementOrdered': {
    'zh-Hans': '换机已下单',
    'zh-Hant': '換機已下單',
    en: 'Replacement ordered',
  },
  'told.case.restored': { 'zh-Hans': '已恢复', 'zh-Hant': '已恢復', en: 'Restored' },
  'told.case.closed': { 'zh-Hans': '已结案', 'zh-Hant': '已結案', en: 'Case closed' },
} as const;

export const journeyWords = vocabulary('journey-case', { ...charts, ...told });

export type ToldKey = keyof typeof told;

/** Every kind of news that has words here. */
export const toldTypes = Object.keys(told).map((key) => key.slice('told.'.length));

export function isTold(type: string): boolean {
  return Object.hasOwn(told, `told.${type}`);
}
