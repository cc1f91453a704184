import type { Refusals } from '../refusal.ts';

export const refusals = {
  'case.alreadyOpen': {
    status: 409,
    'zh-Hans': '这台终端已有处理中的停用单 {caseId}，请在那里补充。',
    'zh-Hant': '這台終端機已有處理中的停用單 {caseId}，請在那裡補充。',
    en: 'This terminal has an open case already ({caseId}). Add to it there.',
  },
  'case.notPossible': {
    status: 409,
    'zh-Hans': '停用单现在是“{status}”，不能做这一步。请刷新后再看。',
    'zh-Hant': '停用單現在是「{status}」，不能做這一步。請重新整理後再看。',
    en: 'The case is at “{status}” now and can not take this step. Reload and look again.',
  },
  'case.notForYou': {
    status: 403,
    'zh-Hans': '这种停用原因由风控登记。商户请选择看到的现象。',
    'zh-Hant': '這種停用原因由風控登記。商戶請選擇看到的現象。',
    en: 'Only a risk officer stops a terminal for this reason. Choose what you see on the machine.',
  },
  'case.otherQuestion': {
    status: 409,
    'zh-Hans': '这一题已经答过，或没有这个选项。请看最新的问题。',
    'zh-Hant': '這一題已經答過，或沒有這個選項。請看最新的問題。',
    en: 'This question was answered already, or has no such answer. See the open question.',
  },
  'case.secondPerson': {
    status: 403,
    'zh-Hans': '诊断和审批要由两个人做。请换一位同事审批。',
    'zh-Hant': '診斷和審批要由兩個人做。請換一位同事審批。',
    en: 'Who reported or diagnosed a case may not decide it. Ask a colleague.',
  },
  'case.riskOnly': {
    status: 403,
    'zh-Hans': '风险类停用只能由风控解除。',
    'zh-Hant': '風險類停用只能由風控解除。',
    en: 'Only a risk officer lifts a stop for risk.',
  },
  'ticket.notPossible': {
    status: 409,
    'zh-Hans': '工单现在是“{status}”，不能做这一步。请刷新后再看。',
    'zh-Hant': '工單現在是「{status}」，不能做這一步。請重新整理後再看。',
    en: 'The ticket is at “{status}” now and can not take this step. Reload and look again.',
  },
} as const satisfies Refusals;
