import type { Refusals } from '../refusal.ts';

export const refusals = {
  'jsonLine.signature': {
    status: 401,
    'zh-Hans': '终端签名不对。请检查密钥，或重新激活。',
    'zh-Hant': '終端機簽章不對。請檢查金鑰，或重新啟用。',
    en: 'The signature is wrong. Check the key, or activate the terminal anew.',
  },
  'jsonLine.clock': {
    status: 401,
    'zh-Hans': '终端时间与服务器（{serverTime}）相差超过 {seconds} 秒。请校时。',
    'zh-Hant': '終端機時間與伺服器（{serverTime}）相差超過 {seconds} 秒。請校時。',
    en: 'The clock is more than {seconds} s off the server’s ({serverTime}). Set it.',
  },
  'jsonLine.replayed': {
    status: 401,
    'zh-Hans': '这个随机数已用过。请换一个再发。',
    'zh-Hant': '這個隨機數已用過。請換一個再發。',
    en: 'This nonce was used before. Send the request with a new one.',
  },
  'jsonLine.tooMany': {
    status: 429,
    'zh-Hans': '终端请求过于频繁，请稍后再试。',
    'zh-Hant': '終端機請求過於頻繁，請稍後再試。',
    en: 'The terminal sends too many requests. Try again later.',
  },
  'jsonLine.pending': {
    status: 409,
    'zh-Hans': '这笔还在处理，请稍后查询。',
    'zh-Hant': '這筆還在處理，請稍後查詢。',
    en: 'This one is still being worked on. Query it later.',
  },
  'jsonLine.unknownSn': {
    status: 404,
    'zh-Hans': '没有流水号为 {clientSn} 的请求。',
    'zh-Hant': '沒有流水號為 {clientSn} 的請求。',
    en: 'There is no request with the number {clientSn}.',
  },
  'jsonLine.nothingOpen': {
    status: 409,
    'zh-Hans': '这个批次不能结算，可能已经结过。',
    'zh-Hant': '這個批次不能結算，可能已經結過。',
    en: 'This batch can not be settled; it may be settled already.',
  },
} as const satisfies Refusals;
