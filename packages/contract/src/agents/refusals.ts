import type { Refusals } from '../refusal.ts';

export const refusals = {
  'agents.known': {
    status: 409,
    'zh-Hans': '这个人已登记为推广人员，编号 {code}。',
    'zh-Hant': '這個人已登記為推廣人員，編號 {code}。',
    en: 'This person is registered already, under {code}.',
  },
  'agents.personUnknown': {
    status: 422,
    'zh-Hans': '没有登录名为 {login} 的推广人员账号。请先建立账号。',
    'zh-Hant': '沒有登入名稱為 {login} 的推廣人員帳號。請先建立帳號。',
    en: 'There is no agent with the login {login}. Make the account first.',
  },
  'agents.validityOver': {
    status: 422,
    'zh-Hans': '授权有效期 {validTo} 已过。请换新的授权书。',
    'zh-Hant': '授權有效期 {validTo} 已過。請換新的授權書。',
    en: 'The authorisation ended on {validTo}. Bring a new one.',
  },
  'agents.notActive': {
    status: 403,
    'zh-Hans': '您的推广资格未生效或已停用，不能代商户进件。请联系主管。',
    'zh-Hant': '您的推廣資格未生效或已停用，不能代商戶進件。請聯絡主管。',
    en: 'You are not an active agent and can not open applications. Ask your supervisor.',
  },
  'agents.notAllowedNow': {
    status: 409,
    'zh-Hans': '推广人员当前是“{status}”，不能做这一步。',
    'zh-Hant': '推廣人員目前是「{status}」，不能做這一步。',
    en: 'The agent is {status}; this step is not possible now.',
  },
} as const satisfies Refusals;
