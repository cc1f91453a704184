import type { WordTable } from '../say.ts';

export const words = {
  'role.owner': { 'zh-Hans': '商户', 'zh-Hant': '商戶', en: 'Merchant' },
  'role.cashier': { 'zh-Hans': '收银员', 'zh-Hant': '收銀員', en: 'Cashier' },
  'role.agent': { 'zh-Hans': '推广人员', 'zh-Hant': '推廣人員', en: 'Agent' },
  'role.reviewer': { 'zh-Hans': '审核员', 'zh-Hant': '審核員', en: 'Reviewer' },
  'role.risk': { 'zh-Hans': '风控', 'zh-Hant': '風控', en: 'Risk officer' },
  'role.finance': { 'zh-Hans': '财务', 'zh-Hant': '財務', en: 'Finance' },
  'role.technician': { 'zh-Hans': '装机工程师', 'zh-Hant': '裝機工程師', en: 'Technician' },
  'role.operator': { 'zh-Hans': '运营', 'zh-Hant': '營運', en: 'Operations' },
  'role.support': { 'zh-Hans': '客服', 'zh-Hant': '客服', en: 'Support' },
  'role.admin': { 'zh-Hans': '管理员', 'zh-Hant': '管理員', en: 'Administrator' },
  'role.connector': { 'zh-Hans': '外部机构', 'zh-Hant': '外部機構', en: 'Outside party' },
  'role.system': { 'zh-Hans': '系统', 'zh-Hant': '系統', en: 'The system' },
  'role.terminal': { 'zh-Hans': '终端', 'zh-Hant': '終端機', en: 'The terminal' },
  'role.auditor': { 'zh-Hans': '审计', 'zh-Hant': '稽核', en: 'Auditor' },
  'identity.sms.signIn': {
    'zh-Hans': '【开通】登录验证码 {code}，5 分钟内有效。请勿告诉他人。',
    'zh-Hant': '【開通】登入驗證碼 {code}，5 分鐘內有效。請勿告訴他人。',
    en: '[Kaitong] Your sign-in code is {code}, valid for 5 minutes. Tell it to nobody.',
  },
  'identity.sms.sign': {
    'zh-Hans': '【开通】合同签署验证码 {code}，5 分钟内有效。确认条款后再填写。',
    'zh-Hant': '【開通】合約簽署驗證碼 {code}，5 分鐘內有效。確認條款後再填寫。',
    en: '[Kaitong] Your code to sign the contract is {code}, valid for 5 minutes. Read the terms first.',
  },
  'identity.sms.accept': {
    'zh-Hans': '【开通】验收码 {code}，5 分钟内有效。核对设备正常后再告诉工程师。',
    'zh-Hant': '【開通】驗收碼 {code}，5 分鐘內有效。核對終端機正常後再告訴工程師。',
    en: '[Kaitong] Acceptance code {code}, valid for 5 minutes. Give it to the technician once all works.',
  },
  'identity.sms.pay': {
    'zh-Hans': '【开通】支付验证码 {code}，5 分钟内有效。请勿告诉他人。',
    'zh-Hant': '【開通】支付驗證碼 {code}，5 分鐘內有效。請勿告訴他人。',
    en: '[Kaitong] Your payment code is {code}, valid for 5 minutes. Tell it to nobody.',
  },
} as const satisfies WordTable;
