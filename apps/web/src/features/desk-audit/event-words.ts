/** What is on record, in words: those that the journey does not tell already. A new event needs a line. */
import type { EventType } from '@kaitong/contract';
import type { Words } from '@kaitong/values';
import type { ToldKey } from '../../parts/journey-words.ts';

type Told = ToldKey extends `told.${infer Type}` ? Type : never;

export const eventWords = {
  'user.registered': {
    'zh-Hans': '新用户注册',
    'zh-Hant': '新使用者註冊',
    en: 'A person registered',
  },
  'file.kept': { 'zh-Hans': '文件已收存', 'zh-Hant': '檔案已收存', en: 'A file was kept' },
  'file.opened': { 'zh-Hans': '文件被打开', 'zh-Hant': '檔案被打開', en: 'A file was opened' },
  'message.failed': {
    'zh-Hans': '短信没有送到',
    'zh-Hant': '簡訊沒有送到',
    en: 'A text message failed',
  },
  'application.decided': {
    'zh-Hans': '审核员判了几项',
    'zh-Hant': '審核員判了幾項',
    en: 'Fields were decided',
  },
  'application.revealed': {
    'zh-Hans': '查看了敏感资料',
    'zh-Hant': '查看了敏感資料',
    en: 'Sensitive fields were seen',
  },
  'advice.chosen': {
    'zh-Hans': '选定方案和机型',
    'zh-Hant': '選定方案和機型',
    en: 'A plan was chosen',
  },
  'agent.registered': {
    'zh-Hans': '登记推广人员',
    'zh-Hant': '登記推廣人員',
    en: 'An agent was registered',
  },
  'agent.suspended': {
    'zh-Hans': '停用推广人员',
    'zh-Hant': '停用推廣人員',
    en: 'An agent was suspended',
  },
  'agent.restored': {
    'zh-Hans': '恢复推广人员',
    'zh-Hant': '恢復推廣人員',
    en: 'An agent was restored',
  },
  'agent.ended': {
    'zh-Hans': '终止推广合作',
    'zh-Hant': '終止推廣合作',
    en: 'Work with an agent ended',
  },
  'order.packed': { 'zh-Hans': '机器已装箱', 'zh-Hant': '機器已裝箱', en: 'The machine is packed' },
  'order.pickedUp': {
    'zh-Hans': '快递已取件',
    'zh-Hant': '快遞已取件',
    en: 'The courier picked it up',
  },
  'order.moved': { 'zh-Hans': '订单走了一步', 'zh-Hant': '訂單走了一步', en: 'An order moved' },
  'deposit.moved': { 'zh-Hans': '押金走了一步', 'zh-Hant': '押金走了一步', en: 'A deposit moved' },
  'deposit.progressed': {
    'zh-Hans': '押金返还有进展',
    'zh-Hant': '押金返還有進展',
    en: 'A deposit came closer',
  },
  'visit.moved': { 'zh-Hans': '上门走了一步', 'zh-Hant': '上門走了一步', en: 'A visit moved' },
  'training.moved': {
    'zh-Hans': '培训走了一步',
    'zh-Hant': '訓練走了一步',
    en: 'A training moved',
  },
  'case.moved': {
    'zh-Hans': '停用处理走了一步',
    'zh-Hant': '停用處理走了一步',
    en: 'A case moved',
  },
  'ticket.moved': { 'zh-Hans': '工单走了一步', 'zh-Hant': '工單走了一步', en: 'A ticket moved' },
  'ticket.opened': { 'zh-Hans': '提出工单', 'zh-Hant': '提出工單', en: 'A ticket was opened' },
  'ticket.resolved': {
    'zh-Hans': '工单已解决',
    'zh-Hant': '工單已解決',
    en: 'A ticket was solved',
  },
  'fleet.maintained': {
    'zh-Hans': '终端做了维护',
    'zh-Hant': '終端機做了維護',
    en: 'A terminal was maintained',
  },
  'terminal.signedIn': {
    'zh-Hans': '终端签到',
    'zh-Hant': '終端機簽到',
    en: 'A terminal signed in',
  },
  'terminal.initialised': {
    'zh-Hans': '终端按序列号初始化',
    'zh-Hant': '終端機按序號初始化',
    en: 'A terminal got its numbers',
  },
  'terminal.keyLoaded': {
    'zh-Hans': '终端下载主密钥',
    'zh-Hant': '終端機下載主金鑰',
    en: 'A terminal loaded its main key',
  },
  'terminal.keyRefused': {
    'zh-Hans': '主密钥下载被拒',
    'zh-Hant': '主金鑰下載被拒',
    en: 'A main key was not given out',
  },
  'terminal.profileChanged': {
    'zh-Hans': '终端参数已修改',
    'zh-Hant': '終端機參數已修改',
    en: 'A terminal was set otherwise',
  },
  'terminal.asked': {
    'zh-Hans': '要求终端处理',
    'zh-Hant': '要求終端機處理',
    en: 'A terminal was asked for something',
  },
  'downloads.replaced': {
    'zh-Hans': '终端下载表已更换',
    'zh-Hant': '終端機下載表已更換',
    en: 'A table for terminals was replaced',
  },
  'payment.reversed': {
    'zh-Hans': '交易已冲正',
    'zh-Hant': '交易已沖正',
    en: 'A payment was reversed',
  },
  'batch.closed': { 'zh-Hans': '批次已结清', 'zh-Hant': '批次已結清', en: 'A batch was closed' },
  'clearing.done': { 'zh-Hans': '清算完成', 'zh-Hant': '清算完成', en: 'A day was cleared' },
  'clearing.refused': {
    'zh-Hans': '清算文件被拒',
    'zh-Hant': '清算檔案被拒',
    en: 'A clearing file was refused',
  },
  'merchant.cleared': {
    'zh-Hans': '商户当日清算',
    'zh-Hant': '商戶當日清算',
    en: 'A merchant’s day was cleared',
  },
  'terminal.keyDestroyed': {
    'zh-Hans': '密钥已销毁',
    'zh-Hant': '金鑰已銷毀',
    en: 'A key was destroyed',
  },
  'risk.alerted': { 'zh-Hans': '风险预警', 'zh-Hant': '風險預警', en: 'A risk rule spoke' },
  'deadline.due': { 'zh-Hans': '到了期限', 'zh-Hant': '到了期限', en: 'A deadline came' },
} as const satisfies Readonly<Record<Exclude<EventType, Told>, Words>>;
