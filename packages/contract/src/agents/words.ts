import type { WordTable } from '../say.ts';

export const words = {
  'agent.active': { 'zh-Hans': '有效', 'zh-Hant': '有效', en: 'Active' },
  'agent.suspended': { 'zh-Hans': '已停用', 'zh-Hant': '已停用', en: 'Suspended' },
  'agent.ended': { 'zh-Hans': '已终止', 'zh-Hant': '已終止', en: 'Ended' },
  'agent.event.suspend': { 'zh-Hans': '停用', 'zh-Hant': '停用', en: 'Suspend' },
  'agent.event.restore': { 'zh-Hans': '恢复', 'zh-Hant': '恢復', en: 'Restore' },
  'agent.event.end': { 'zh-Hans': '终止合作', 'zh-Hant': '終止合作', en: 'End' },
  'agents.filing.referral': {
    'zh-Hans': '特约商户引荐服务',
    'zh-Hant': '特約商戶引薦服務',
    en: 'Refers merchants',
  },
  'agents.filing.service': {
    'zh-Hans': '特约商户服务和受理终端维护',
    'zh-Hant': '特約商戶服務和受理終端維護',
    en: 'Serves merchants and terminals',
  },
  'agents.filing.signage': {
    'zh-Hans': '支付受理标识张贴',
    'zh-Hant': '支付受理標識張貼',
    en: 'Puts up acceptance signs',
  },
  'agents.advice.noCash': {
    'zh-Hans': '推广人员不得代收押金或任何费用。所有款项只付给收单机构的账户。',
    'zh-Hant': '推廣人員不得代收押金或任何費用。所有款項只付給收單機構的帳戶。',
    en: 'An agent never takes a deposit or a fee. Pay only into the account of the acquirer.',
  },
  'agents.advice.noCode': {
    'zh-Hans': '不要把短信验证码告诉任何人，申请由您本人提交。',
    'zh-Hant': '不要把簡訊驗證碼告訴任何人，申請由您本人提交。',
    en: 'Tell nobody your one-time codes; you send the application yourself.',
  },
  'agents.advice.unknown': {
    'zh-Hans': '查无此编号。请不要交付资料或款项，并致电收单机构核实。',
    'zh-Hant': '查無此編號。請不要交付資料或款項，並致電收單機構核實。',
    en: 'No such code. Hand over no papers or money, and call the acquirer.',
  },
  'agents.advice.notGenuine': {
    'zh-Hans': '此人目前没有推广资格。请拒绝并告诉我们。',
    'zh-Hant': '此人目前沒有推廣資格。請拒絕並告訴我們。',
    en: 'This person may not work as an agent now. Refuse, and tell us.',
  },
} as const satisfies WordTable;
