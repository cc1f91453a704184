import type { Refusals } from '../refusal.ts';

export const refusals = {
  'terminals.step': {
    status: 409,
    'zh-Hans': '终端现在的状态（{status}）不能做这一步（{event}）。',
    'zh-Hant': '終端機現在的狀態（{status}）不能做這一步（{event}）。',
    en: 'The terminal is {status}; this step ({event}) is not possible now.',
  },
  'terminals.serialTaken': {
    status: 409,
    'zh-Hans': '序列号 {serial} 已经入库。',
    'zh-Hant': '序號 {serial} 已經入庫。',
    en: 'Serial number {serial} is already in stock.',
  },
  'terminals.outOfStock': {
    status: 409,
    'zh-Hans': '型号 {modelId} 已无库存，请先入库再分配。',
    'zh-Hant': '型號 {modelId} 已無庫存，請先入庫再分配。',
    en: 'No {modelId} is left in stock. Take some into stock, then allocate.',
  },
  'terminals.notDelivered': {
    status: 409,
    'zh-Hans': '终端还没有送达，签收后才能发激活码。',
    'zh-Hant': '終端機還沒有送達，簽收後才能發啟用碼。',
    en: 'The terminal has not been delivered. A code can be issued after delivery.',
  },
  'terminals.serialUnknown': {
    status: 404,
    'zh-Hans': '序列号不存在，或还没有分配给商户。请核对机身标签。',
    'zh-Hant': '序號不存在，或還沒有分配給商戶。請核對機身標籤。',
    en: 'This serial number is unknown or belongs to no merchant yet. Check the label.',
  },
  'terminals.noCode': {
    status: 409,
    'zh-Hans': '这台终端没有可用的激活码。请店主或安装人员发一个。',
    'zh-Hant': '這台終端機沒有可用的啟用碼。請店主或安裝人員發一個。',
    en: 'This terminal has no open activation code. Ask the owner or the technician for one.',
  },
  'terminals.codeExpired': {
    status: 409,
    'zh-Hans': '激活码已过期（{days} 天有效）。请重新发码。',
    'zh-Hant': '啟用碼已過期（{days} 天有效）。請重新發碼。',
    en: 'The activation code has expired (valid {days} days). Have a new one issued.',
  },
  'terminals.codeTriesUsed': {
    status: 423,
    'zh-Hans': '激活码输错次数已满（{tries} 次）。请重新发码。',
    'zh-Hant': '啟用碼輸錯次數已滿（{tries} 次）。請重新發碼。',
    en: 'The activation code was entered wrong {tries} times. Have a new one issued.',
  },
  'terminals.codeWrong': {
    status: 422,
    'zh-Hans': '激活码不对，还可以试 {left} 次。',
    'zh-Hant': '啟用碼不對，還可以試 {left} 次。',
    en: 'The activation code is wrong. {left} tries left.',
  },
  'terminals.merchantNotOpen': {
    status: 409,
    'zh-Hans': '商户当前状态（{status}）不能激活终端。请联系客服。',
    'zh-Hant': '商戶目前狀態（{status}）不能啟用終端機。請聯絡客服。',
    en: 'The merchant is {status}; terminals can not be activated. Call support.',
  },
  'terminals.publicKeyBad': {
    status: 422,
    'zh-Hans': '终端公钥必须是 2048 至 4096 位的 RSA 公钥（SPKI PEM）。',
    'zh-Hant': '終端機公鑰必須是 2048 至 4096 位元的 RSA 公鑰（SPKI PEM）。',
    en: 'The public key must be RSA of 2048 to 4096 bits, SPKI in PEM.',
  },
  'terminals.riskLiftsRisk': {
    status: 403,
    'zh-Hans': '因风险停用的终端只能由风控恢复。',
    'zh-Hant': '因風險停用的終端機只能由風控恢復。',
    en: 'A terminal stopped for risk can only be restored by the risk team.',
  },
} as const satisfies Refusals;
