import type { WordTable } from '../say.ts';

export const words = {
  'contract.generating': { 'zh-Hans': '生成中', 'zh-Hant': '產生中', en: 'Being made' },
  'contract.pending_sign': { 'zh-Hans': '待签署', 'zh-Hant': '待簽署', en: 'To be signed' },
  'contract.signed': { 'zh-Hans': '已签署', 'zh-Hant': '已簽署', en: 'Signed' },
  'contract.lapsed': { 'zh-Hans': '已失效', 'zh-Hant': '已失效', en: 'Lapsed' },
  'contract.terminated': { 'zh-Hans': '已终止', 'zh-Hant': '已終止', en: 'Ended' },
  'contract.event.made': { 'zh-Hans': '合同生成', 'zh-Hant': '合約產生', en: 'Contract made' },
  'contract.event.sign': { 'zh-Hans': '商户签署', 'zh-Hant': '商戶簽署', en: 'Merchant signs' },
  'contract.event.lapse': {
    'zh-Hans': '逾期未签',
    'zh-Hant': '逾期未簽',
    en: 'Not signed in time',
  },
  'contract.event.terminate': {
    'zh-Hans': '终止合同',
    'zh-Hant': '終止合約',
    en: 'Contract ended',
  },
  'contract.can.sign': { 'zh-Hans': '签署合同', 'zh-Hant': '簽署合約', en: 'Sign the contract' },
  'contract.can.terminate': {
    'zh-Hans': '终止合同',
    'zh-Hant': '終止合約',
    en: 'End the contract',
  },
  'contract.can.reissue': { 'zh-Hans': '重新生成', 'zh-Hant': '重新產生', en: 'Make it anew' },
  'contracts.verification.valid': {
    'zh-Hans': '真实有效：这份合同已签署，未终止。',
    'zh-Hant': '真實有效：這份合約已簽署，未終止。',
    en: 'Genuine: this contract is signed and in force.',
  },
  'contracts.verification.unsigned': {
    'zh-Hans': '这是我们生成的合同，但尚未签署。',
    'zh-Hant': '這是我們產生的合約，但尚未簽署。',
    en: 'This contract is ours, but it is not signed.',
  },
  'contracts.verification.superseded': {
    'zh-Hans': '这是签署前的版本，已由签署版取代。',
    'zh-Hant': '這是簽署前的版本，已由簽署版取代。',
    en: 'This is the version before signing; the signed one has taken its place.',
  },
  'contracts.verification.ended': {
    'zh-Hans': '这份合同已失效或终止。',
    'zh-Hant': '這份合約已失效或終止。',
    en: 'This contract has lapsed or was ended.',
  },
  'contracts.verification.unknown': {
    'zh-Hans': '查无此合同。文件可能被改动，请勿据此付款。',
    'zh-Hant': '查無此合約。檔案可能被改動，請勿據此付款。',
    en: 'We know no such contract. The file may have been changed: do not pay on it.',
  },
  'contracts.sms.ready': {
    'zh-Hans': '您的受理合同 {contractNo} 已生成，请在 {signBy} 前登录阅读并签署。',
    'zh-Hant': '您的受理合約 {contractNo} 已產生，請在 {signBy} 前登入閱讀並簽署。',
    en: 'Your contract {contractNo} is ready. Sign in, read it and sign it before {signBy}.',
  },
  'contracts.sms.reminder': {
    'zh-Hans': '提醒：合同 {contractNo} 还未签署，{signBy} 后失效。',
    'zh-Hant': '提醒：合約 {contractNo} 還未簽署，{signBy} 後失效。',
    en: 'Reminder: contract {contractNo} is not signed yet and lapses after {signBy}.',
  },
  'contracts.sms.signed': {
    'zh-Hans': '合同 {contractNo} 已签署。签署版可随时下载，并可扫码验真。',
    'zh-Hant': '合約 {contractNo} 已簽署。簽署版可隨時下載，並可掃碼驗真。',
    en: 'Contract {contractNo} is signed. The signed file can be downloaded and checked at any time.',
  },
  'contracts.sms.lapsed': {
    'zh-Hans': '合同 {contractNo} 逾期未签，已失效。如仍要办理，请联系客服。',
    'zh-Hant': '合約 {contractNo} 逾期未簽，已失效。如仍要辦理，請聯絡客服。',
    en: 'Contract {contractNo} was not signed in time and has lapsed. Ask support if you still want it.',
  },
  'contracts.sms.terminated': {
    'zh-Hans': '合同 {contractNo} 已终止，原因：{reason}。',
    'zh-Hant': '合約 {contractNo} 已終止，原因：{reason}。',
    en: 'Contract {contractNo} was ended. Reason: {reason}.',
  },
} as const satisfies WordTable;
