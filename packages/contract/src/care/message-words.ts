import type { WordTable } from '../say.ts';

/** What a merchant is told about its cases and tickets. */
export const messageWords = {
  'care.sms.reported': {
    'zh-Hans': '已收到终端停用报告。请打开诊断，按步骤回答；恢复前可用收款码收款。',
    'zh-Hant': '已收到終端機停用報告。請打開診斷，按步驟回答；恢復前可用收款碼收款。',
    en: 'We have your report. Open the diagnosis and answer step by step; take QR payments meanwhile.',
  },
  'care.sms.stopped': {
    'zh-Hans': '您的终端已被停用，原因：{reason}。请登录查看需要做什么。',
    'zh-Hant': '您的終端機已被停用，原因：{reason}。請登入查看需要做什麼。',
    en: 'Your terminal was stopped: {reason}. Sign in and see what is needed.',
  },
  'care.sms.approved': {
    'zh-Hans': '停用单已批准：{path}。进度可随时在线查看。',
    'zh-Hant': '停用單已批准：{path}。進度可隨時線上查看。',
    en: 'Your case was approved: {path}. Follow it online at any time.',
  },
  'care.sms.rejected': {
    'zh-Hans': '停用单未通过：{note}。您可在 {until} 前申诉。',
    'zh-Hant': '停用單未通過：{note}。您可在 {until} 前申訴。',
    en: 'Your case was refused: {note}. You may appeal until {until}.',
  },
  'care.sms.testing': {
    'zh-Hans': '终端可以测试了：请做一笔小额交易，成功后即恢复。',
    'zh-Hant': '終端機可以測試了：請做一筆小額交易，成功後即恢復。',
    en: 'The terminal is ready for its test: make one small sale, then it is restored.',
  },
  'care.sms.restored': {
    'zh-Hans': '测试交易成功，终端已恢复。七天内我们会回访。',
    'zh-Hant': '測試交易成功，終端機已恢復。七天內我們會回訪。',
    en: 'The test sale went through: your terminal is restored. We call you within seven days.',
  },
  'care.sms.followUp': {
    'zh-Hans': '恢复已满七天，用得好吗？如有问题请回复客服。',
    'zh-Hant': '恢復已滿七天，用得好嗎？如有問題請回覆客服。',
    en: 'Seven days since the restoring: is all well? Tell support if not.',
  },
  'care.sms.terminated': {
    'zh-Hans': '停用单已终止：{note}。',
    'zh-Hant': '停用單已終止：{note}。',
    en: 'Your case was ended: {note}.',
  },
  'care.sms.ticketReply': {
    'zh-Hans': '工单 {number} 有新回复，请登录查看。',
    'zh-Hant': '工單 {number} 有新回覆，請登入查看。',
    en: 'There is an answer in ticket {number}. Sign in to read it.',
  },
  'care.sms.ticketResolved': {
    'zh-Hans': '工单 {number} 已解决。七天内可重新打开，之后自动关闭。',
    'zh-Hant': '工單 {number} 已解決。七天內可重新打開，之後自動關閉。',
    en: 'Ticket {number} is solved. You may open it again within seven days; then it closes.',
  },
} as const satisfies WordTable;
