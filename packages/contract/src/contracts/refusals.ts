import type { Refusals } from '../refusal.ts';

export const refusals = {
  'contract.notReady': {
    status: 409,
    'zh-Hans': '合同正在生成，几秒后再看。',
    'zh-Hant': '合約正在產生，幾秒後再看。',
    en: 'The contract is being made. Look again in a few seconds.',
  },
  'contract.notSignable': {
    status: 409,
    'zh-Hans': '合同现在是“{status}”，不能签署。如已失效，请联系客服重新生成。',
    'zh-Hant': '合約現在是「{status}」，不能簽署。如已失效，請聯絡客服重新產生。',
    en: 'This contract can not be signed now ({status}). If it has lapsed, ask support for a new one.',
  },
  'contract.otherFile': {
    status: 409,
    'zh-Hans': '您看过的不是这一份合同。请重新打开，读完后再签。',
    'zh-Hant': '您看過的不是這一份合約。請重新打開，讀完後再簽。',
    en: 'What you read is not this contract. Open it again and sign after reading.',
  },
  'contract.notTerminable': {
    status: 409,
    'zh-Hans': '合同现在是“{status}”，不能终止。',
    'zh-Hant': '合約現在是「{status}」，不能終止。',
    en: 'This contract can not be ended now ({status}).',
  },
  'contract.notReissuable': {
    status: 409,
    'zh-Hans': '合同现在是“{status}”；只有已失效、且没有新合同的才能重新生成。',
    'zh-Hant': '合約現在是「{status}」；只有已失效、且沒有新合約的才能重新產生。',
    en: 'This contract ({status}) can not be made anew: only one that lapsed, and once.',
  },
} as const satisfies Refusals;
