import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('identity', {
  'signIn.title': { 'zh-Hans': '登录', 'zh-Hant': '登入', en: 'Sign in' },
  'signIn.merchant': { 'zh-Hans': '商户', 'zh-Hant': '商戶', en: 'Merchant' },
  'signIn.staff': { 'zh-Hans': '员工', 'zh-Hant': '員工', en: 'Staff' },
  'signIn.kind': { 'zh-Hans': '您是', 'zh-Hant': '您是', en: 'You are' },
  'signIn.merchant.lead': {
    'zh-Hans': '用手机号登录。第一次登录就是注册，不用设密码。',
    'zh-Hant': '用手機號碼登入。第一次登入就是註冊，不用設密碼。',
    en: 'Sign in with your mobile number. The first time also registers you; no password needed.',
  },
  'signIn.staff.lead': {
    'zh-Hans': '用公司发给您的账号登录。',
    'zh-Hant': '用公司發給您的帳號登入。',
    en: 'Sign in with the account that the company gave you.',
  },
  'signIn.phone': { 'zh-Hans': '手机号', 'zh-Hant': '手機號碼', en: 'Mobile number' },
  'signIn.phone.hint': {
    'zh-Hans': '11 位大陆手机号，例如 138 0013 8000',
    'zh-Hant': '11 位大陸手機號碼，例如 138 0013 8000',
    en: '11 digits, mainland China, such as 138 0013 8000',
  },
  'signIn.code.missing': {
    'zh-Hans': '填短信里的 6 位数字',
    'zh-Hant': '填簡訊裡的 6 位數字',
    en: 'Fill in the 6 digits of the text message',
  },
  'signIn.login': { 'zh-Hans': '账号', 'zh-Hant': '帳號', en: 'Login' },
  'signIn.password': { 'zh-Hans': '密码', 'zh-Hant': '密碼', en: 'Password' },
  'signIn.enter': { 'zh-Hans': '登录', 'zh-Hant': '登入', en: 'Sign in' },
  'signIn.samples': {
    'zh-Hans': '沙盒里的员工，点一下就登录',
    'zh-Hant': '沙盒裡的員工，點一下就登入',
    en: 'Staff of the sandbox: press to sign in',
  },
  'account.title': { 'zh-Hans': '账号', 'zh-Hant': '帳號', en: 'Account' },
  'account.name': { 'zh-Hans': '姓名', 'zh-Hant': '姓名', en: 'Name' },
  'account.name.hint': {
    'zh-Hans': '短信、快递单和培训证明上用这个名字',
    'zh-Hant': '簡訊、快遞單和訓練證明上用這個名字',
    en: 'Used on messages, parcels and the training record',
  },
  'account.save': { 'zh-Hans': '保存', 'zh-Hant': '儲存', en: 'Save' },
  'account.saved': { 'zh-Hans': '已保存', 'zh-Hant': '已儲存', en: 'Saved' },
  'account.role': { 'zh-Hans': '岗位', 'zh-Hant': '崗位', en: 'Role' },
  'account.phone': { 'zh-Hans': '手机号', 'zh-Hant': '手機號碼', en: 'Mobile number' },
});
