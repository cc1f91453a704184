import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('sandbox', {
  'sandbox.name': { 'zh-Hans': '沙盒', 'zh-Hant': '沙盒', en: 'Sandbox' },
  'sandbox.label': {
    'zh-Hans': '沙盒：时间可以拨快，没有真钱',
    'zh-Hant': '沙盒：時間可以撥快，沒有真錢',
    en: 'Sandbox: time can be moved, no real money',
  },
  'sandbox.day': { 'zh-Hans': '+1 天', 'zh-Hant': '+1 天', en: '+1 day' },
  'sandbox.workingDay': { 'zh-Hans': '下个工作日', 'zh-Hant': '下個工作天', en: '+1 workday' },
  'sandbox.moved': {
    'zh-Hans': '已到期并办完 {count} 件事',
    'zh-Hant': '已到期並辦完 {count} 件事',
    en: 'Fell due and done: {count}',
  },
  'sandbox.messages': { 'zh-Hans': '短信', 'zh-Hant': '簡訊', en: 'SMS' },
  'sandbox.messages.title': { 'zh-Hans': '沙盒手机', 'zh-Hant': '沙盒手機', en: 'Sandbox phone' },
  'sandbox.messages.phone': { 'zh-Hans': '手机号', 'zh-Hant': '手機號碼', en: 'Mobile number' },
  'sandbox.messages.none': {
    'zh-Hans': '这个号码还没有收到短信',
    'zh-Hant': '這個號碼還沒有收到簡訊',
    en: 'This number has received nothing yet',
  },
  'sandbox.messages.ask': {
    'zh-Hans': '填一个手机号，看它收到了什么',
    'zh-Hant': '填一個手機號碼，看它收到了什麼',
    en: 'Fill in a mobile number to see what it received',
  },
});
