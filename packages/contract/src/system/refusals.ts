import type { Refusals } from '../refusal.ts';

export const refusals = {
  'request.invalid': {
    status: 422,
    'zh-Hans': '有 {count} 处填写不对，请按提示修改后再提交。',
    'zh-Hant': '有 {count} 處填寫不對，請按提示修改後再提交。',
    en: '{count} value(s) are not right. Correct them as marked and send again.',
  },
  'request.malformed': {
    status: 400,
    'zh-Hans': '请求内容读不懂：{reason}。请检查格式。',
    'zh-Hant': '請求內容讀不懂：{reason}。請檢查格式。',
    en: 'The request can not be read: {reason}. Check its format.',
  },
  'request.tooLarge': {
    status: 413,
    'zh-Hans': '内容超过 {limit}，请缩小后再传。',
    'zh-Hant': '內容超過 {limit}，請縮小後再傳。',
    en: 'This is larger than {limit}. Make it smaller and send again.',
  },
  'request.keyMissing': {
    status: 400,
    'zh-Hans': '缺少 Idempotency-Key 请求头。为每个新操作生成一个，重试时沿用。',
    'zh-Hant': '缺少 Idempotency-Key 請求標頭。為每個新操作產生一個，重試時沿用。',
    en: 'The header Idempotency-Key is missing. Make one for each new action and keep it for retries.',
  },
  'request.keyReused': {
    status: 409,
    'zh-Hans': '这个 Idempotency-Key 已用于另一个内容不同的请求。请换一个。',
    'zh-Hant': '這個 Idempotency-Key 已用於另一個內容不同的請求。請換一個。',
    en: 'This Idempotency-Key was used for a request with other content. Make a new one.',
  },
  'request.inProgress': {
    status: 409,
    'zh-Hans': '同一请求正在处理，请稍候再查。',
    'zh-Hant': '同一請求正在處理，請稍候再查。',
    en: 'The same request is being worked on. Wait a moment and ask again.',
  },
  'request.notFound': {
    status: 404,
    'zh-Hans': '没有找到，或您无权查看。',
    'zh-Hant': '沒有找到，或您無權查看。',
    en: 'Not found, or not yours to see.',
  },
  'request.tooMany': {
    status: 429,
    'zh-Hans': '操作太频繁，请 {seconds} 秒后再试。',
    'zh-Hant': '操作太頻繁，請 {seconds} 秒後再試。',
    en: 'Too many attempts. Try again in {seconds} s.',
  },
  'access.signInNeeded': {
    status: 401,
    'zh-Hans': '请先登录。',
    'zh-Hant': '請先登入。',
    en: 'Sign in first.',
  },
  'access.signatureNeeded': {
    status: 401,
    'zh-Hans': '这个接口只给终端用，请求要带终端签名。',
    'zh-Hant': '這個介面只給終端機用，請求要帶終端機簽章。',
    en: 'This is for terminals: the request must carry a terminal’s signature.',
  },
  'access.forbidden': {
    status: 403,
    'zh-Hans': '您的岗位（{role}）不能做这一步。请联系管理员。',
    'zh-Hant': '您的崗位（{role}）不能做這一步。請聯絡管理員。',
    en: 'Your role ({role}) may not do this. Ask an administrator.',
  },
  'connector.badSignature': {
    status: 401,
    'zh-Hans': '通知的签名不对。',
    'zh-Hant': '通知的簽章不對。',
    en: 'The signature of this notification is wrong.',
  },
  'connector.unavailable': {
    status: 503,
    'zh-Hans': '{party}暂时连不上，请稍后再试。您的资料没有丢失。',
    'zh-Hant': '{party}暫時連不上，請稍後再試。您的資料沒有遺失。',
    en: '{party} can not be reached now. Try again later; nothing is lost.',
  },
} as const satisfies Refusals;
