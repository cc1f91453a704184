/** The words of an installation by its list, whoever works through it: technician or merchant. */
import { vocabulary } from '../words/say.ts';

export const installWords = vocabulary('install', {
  'list.title': { 'zh-Hans': '装机清单', 'zh-Hant': '裝機清單', en: 'The list' },
  'list.label': { 'zh-Hans': '已确认', 'zh-Hant': '已確認', en: 'Confirmed' },
  'how.serial': {
    'zh-Hans': '机身背面，条码下面那一行。和我们寄的是同一台才行。',
    'zh-Hant': '機身背面，條碼下面那一行。和我們寄的是同一台才行。',
    en: 'On the back, below the bar code. It has to be the one that we sent.',
  },
  'how.location': {
    'zh-Hans': '拿着手机站在店里量一下。终端只能在这家店用。',
    'zh-Hant': '拿著手機站在店裡量一下。終端機只能在這家店用。',
    en: 'Stand in the shop with this phone. The terminal works for this shop only.',
  },
  'how.network': {
    'zh-Hans': '插上 SIM 卡或连上 Wi-Fi，屏幕右上角有信号。',
    'zh-Hant': '插上 SIM 卡或連上 Wi-Fi，螢幕右上角有訊號。',
    en: 'Put the SIM in or join the Wi-Fi: a signal shows at the top right.',
  },
  'how.power': {
    'zh-Hans': '插上电源，电池图标在充电。',
    'zh-Hant': '插上電源，電池圖示在充電。',
    en: 'Plug it in: the battery is charging.',
  },
  'how.paper': {
    'zh-Hans': '装上纸卷，按走纸键，字迹清楚。',
    'zh-Hant': '裝上紙捲，按走紙鍵，字跡清楚。',
    en: 'Put the roll in and feed the paper: the print is clear.',
  },
  'how.parameters': {
    'zh-Hans': '菜单里选“参数下载”，显示成功。',
    'zh-Hant': '選單裡選「參數下載」，顯示成功。',
    en: 'Choose “download parameters” in its menu: it says done.',
  },
  'how.photos': {
    'zh-Hans': '机器放在收银台上的样子，拍一张。',
    'zh-Hant': '機器放在收銀台上的樣子，拍一張。',
    en: 'One photo of the terminal where it stands.',
  },
  'serial.label': { 'zh-Hans': '序列号', 'zh-Hant': '序號', en: 'Serial number' },
  'serial.missing': {
    'zh-Hans': '照机身背面抄一遍',
    'zh-Hant': '照機身背面抄一遍',
    en: 'Copy it from the back',
  },
  'serial.check': { 'zh-Hans': '核对', 'zh-Hant': '核對', en: 'Compare' },
  'place.measure': {
    'zh-Hans': '在店里，量位置',
    'zh-Hant': '在店裡，量位置',
    en: 'I am in the shop: measure',
  },
  'place.denied': {
    'zh-Hans': '浏览器没拿到定位权限。到手机设置里允许，再试一次。',
    'zh-Hant': '瀏覽器沒拿到定位權限。到手機設定裡允許，再試一次。',
    en: 'The browser may not know where you are. Allow it in the settings and try again.',
  },
  'place.none': {
    'zh-Hans': '没量到位置。走到窗边或门口再试。',
    'zh-Hant': '沒量到位置。走到窗邊或門口再試。',
    en: 'No position found. Go to a window or the door and try again.',
  },
  'plain.done': { 'zh-Hans': '好了', 'zh-Hant': '好了', en: 'Done' },
  'photo.label': { 'zh-Hans': '现场照片', 'zh-Hant': '現場照片', en: 'Photo of the place' },
});
