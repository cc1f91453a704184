import type { Refusals } from '../refusal.ts';

export const refusals = {
  'code.tooMany': {
    status: 429,
    'zh-Hans': '验证码发送太频繁，请在 {minutes} 分钟后再试。',
    'zh-Hant': '驗證碼發送太頻繁，請在 {minutes} 分鐘後再試。',
    en: 'Too many codes were sent. Try again in {minutes} minutes.',
  },
  'code.wrong': {
    status: 422,
    'zh-Hans': '验证码不对，还可再试 {left} 次。',
    'zh-Hant': '驗證碼不對，還可再試 {left} 次。',
    en: 'This code is not right. {left} tries are left.',
  },
  'code.expired': {
    status: 422,
    'zh-Hans': '验证码已失效，请重新获取。',
    'zh-Hant': '驗證碼已失效，請重新取得。',
    en: 'This code is no longer valid. Ask for a new one.',
  },
  'signIn.wrong': {
    status: 401,
    'zh-Hans': '账号或密码不对。',
    'zh-Hant': '帳號或密碼不對。',
    en: 'The login or the password is not right.',
  },
  'signIn.locked': {
    status: 423,
    'zh-Hans': '密码错误次数过多，请在 {minutes} 分钟后再试。',
    'zh-Hant': '密碼錯誤次數過多，請在 {minutes} 分鐘後再試。',
    en: 'Too many wrong passwords. Try again in {minutes} minutes.',
  },
} as const satisfies Refusals;
