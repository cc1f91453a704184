/** What every page of the console says: filters, deeds, keys. */
import { vocabulary } from '../../words/say.ts';

export const deskWords = vocabulary('desk', {
  'filter.label': { 'zh-Hans': '筛选', 'zh-Hant': '篩選', en: 'Filters' },
  'filter.clear': { 'zh-Hans': '清除筛选', 'zh-Hant': '清除篩選', en: 'Clear filters' },
  'filter.merchant': { 'zh-Hans': '商户', 'zh-Hant': '商戶', en: 'Merchant' },
  'filter.merchant.none': {
    'zh-Hans': '没有这个商户。试试名称开头或商户号',
    'zh-Hant': '沒有這個商戶。試試名稱開頭或商戶號',
    en: 'No such merchant. Try how its name begins, or its number',
  },
  'filter.status': { 'zh-Hans': '状态', 'zh-Hant': '狀態', en: 'Status' },

  'views.label': { 'zh-Hans': '分页', 'zh-Hant': '分頁', en: 'Views' },
  'list.back': { 'zh-Hans': '返回列表', 'zh-Hant': '返回清單', en: 'Back to the list' },
  'list.choose': {
    'zh-Hans': '先选一个商户',
    'zh-Hant': '先選一個商戶',
    en: 'Choose a merchant first',
  },

  'deed.more': { 'zh-Hans': '更多', 'zh-Hant': '更多', en: 'More' },
  'deed.cancel': { 'zh-Hans': '先不', 'zh-Hant': '先不', en: 'Not now' },
  'deed.note': { 'zh-Hans': '说明', 'zh-Hant': '說明', en: 'Note' },
  'deed.none': {
    'zh-Hans': '现在没有要您做的事。',
    'zh-Hant': '現在沒有要您做的事。',
    en: 'Nothing for you to do here now.',
  },

  'keys.title': { 'zh-Hans': '键盘', 'zh-Hant': '鍵盤', en: 'Keyboard' },
  'keys.nav': { 'zh-Hans': '去左边第几页', 'zh-Hant': '去左邊第幾頁', en: 'Go to a page' },
  'keys.rows': {
    'zh-Hans': '在列表里上下走',
    'zh-Hant': '在清單裡上下移動',
    en: 'Walk up and down a list',
  },
  'keys.open': { 'zh-Hans': '打开这一行', 'zh-Hant': '打開這一列', en: 'Open the row' },
  'keys.leave': { 'zh-Hans': '收起详情', 'zh-Hant': '收起詳情', en: 'Put the detail away' },
  'keys.find': { 'zh-Hans': '搜索', 'zh-Hant': '搜尋', en: 'Search' },
  'keys.help': { 'zh-Hans': '这张表', 'zh-Hant': '這張表', en: 'This list' },

  'merchant.label': { 'zh-Hans': '商户', 'zh-Hant': '商戶', en: 'Merchant' },
  'terminal.label': { 'zh-Hans': '终端', 'zh-Hant': '終端機', en: 'Terminal' },
  'value.yes': { 'zh-Hans': '是', 'zh-Hant': '是', en: 'Yes' },
  'value.no': { 'zh-Hans': '否', 'zh-Hant': '否', en: 'No' },
  'value.none': { 'zh-Hans': '无', 'zh-Hant': '無', en: 'None' },
});
