import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('desk-agents', {
  title: { 'zh-Hans': '推广人员', 'zh-Hant': '推廣人員', en: 'Agents' },
  lead: {
    'zh-Hans': '谁可以替我们上门、在哪里、到哪一天。商户扫工牌就能查到这里的结果。',
    'zh-Hant': '誰可以替我們上門、在哪裡、到哪一天。商戶掃工牌就能查到這裡的結果。',
    en: 'Who may call on shops in our name, where and until when. A merchant checks a badge against this.',
  },
  empty: {
    'zh-Hans': '还没有推广人员。核实授权书之后，按 n 登记第一个。',
    'zh-Hant': '還沒有推廣人員。核實授權書之後，按 n 登記第一個。',
    en: 'No agents yet. Verify an authorisation, then press n to register the first.',
  },
  between: { 'zh-Hans': '、', 'zh-Hant': '、', en: ', ' },
  'column.code': { 'zh-Hans': '工牌号', 'zh-Hant': '工牌號', en: 'Badge' },
  'column.name': { 'zh-Hans': '姓名', 'zh-Hant': '姓名', en: 'Name' },
  'column.status': { 'zh-Hans': '状态', 'zh-Hant': '狀態', en: 'Status' },
  'column.filing': { 'zh-Hans': '备案业务', 'zh-Hant': '備案業務', en: 'Filed for' },
  'column.provider': { 'zh-Hans': '收单机构', 'zh-Hant': '收單機構', en: 'Acquirer' },
  'column.territory': { 'zh-Hans': '地区', 'zh-Hant': '地區', en: 'Territory' },
  'column.validTo': { 'zh-Hans': '授权到', 'zh-Hant': '授權到', en: 'Authorised until' },
  'field.login': {
    'zh-Hans': '登录名（已有的推广账号）',
    'zh-Hant': '登入名稱（已有的推廣帳號）',
    en: 'Login of an agent account',
  },
  'field.name': { 'zh-Hans': '姓名', 'zh-Hant': '姓名', en: 'Name' },
  'field.authorisationNo': {
    'zh-Hans': '授权书编号',
    'zh-Hant': '授權書編號',
    en: 'Authorisation no.',
  },
  'field.filingNo': { 'zh-Hans': '备案编号', 'zh-Hant': '備案編號', en: 'Filing no.' },
  'field.createdAt': { 'zh-Hans': '登记', 'zh-Hant': '登記', en: 'Registered' },
  'field.id': { 'zh-Hans': '内部编号', 'zh-Hant': '內部編號', en: 'Our id' },
  'field.reason': { 'zh-Hans': '原因', 'zh-Hant': '原因', en: 'Reason' },
  'deeds.label': { 'zh-Hans': '可以做', 'zh-Hant': '可以做', en: 'What can be done' },
  'register.title': {
    'zh-Hans': '登记推广人员',
    'zh-Hant': '登記推廣人員',
    en: 'Register an agent',
  },
  'register.lead': {
    'zh-Hans': '先向收单机构核实授权书，再登记。',
    'zh-Hant': '先向收單機構核實授權書，再登記。',
    en: 'Verify the authorisation with the acquirer first.',
  },
  'register.do': { 'zh-Hans': '登记', 'zh-Hant': '登記', en: 'Register' },
  'register.told': {
    'zh-Hans': '已登记，工牌号已生成',
    'zh-Hant': '已登記，工牌號已產生',
    en: 'Registered; the badge has its number',
  },
  'suspend.text': {
    'zh-Hans': '马上不能代商户进件，工牌会查成无效。可以恢复。',
    'zh-Hant': '馬上不能代商戶進件，工牌會查成無效。可以恢復。',
    en: 'No more applications from this moment, and the badge shows as not genuine. It can be restored.',
  },
  'suspend.told': { 'zh-Hans': '已停用', 'zh-Hant': '已停用', en: 'Suspended' },
  'restore.text': {
    'zh-Hans': '工牌马上重新有效。',
    'zh-Hant': '工牌馬上重新有效。',
    en: 'The badge is genuine again at once.',
  },
  'restore.told': { 'zh-Hans': '已恢复', 'zh-Hant': '已恢復', en: 'Restored' },
  'end.text': {
    'zh-Hans': '终止之后不能恢复，要重新登记。',
    'zh-Hant': '終止之後不能恢復，要重新登記。',
    en: 'It can not be taken back; the person would have to be registered anew.',
  },
  'end.told': {
    'zh-Hans': '已终止合作',
    'zh-Hant': '已終止合作',
    en: 'The work with the agent has ended',
  },
});
