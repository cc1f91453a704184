import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('visit', {
  'visits.title': { 'zh-Hans': '装机', 'zh-Hant': '裝機', en: 'Installation' },
  'visits.none': { 'zh-Hans': '还没到装机', 'zh-Hant': '還沒到裝機', en: 'Nothing to install yet' },
  'visits.none.text': {
    'zh-Hans': '机器签收后,两个工作日内有工程师上门,也可以自己装。',
    'zh-Hant': '機器簽收後,兩個工作天內有工程師上門,也可以自己裝。',
    en: 'Once it is delivered, a technician comes within two working days, or you install it yourself.',
  },
  'visits.none.go': { 'zh-Hans': '看进度', 'zh-Hant': '看進度', en: 'See the progress' },
  'visit.title': { 'zh-Hans': '装机', 'zh-Hant': '裝機', en: 'Installation' },
  'visit.back': { 'zh-Hans': '进度', 'zh-Hant': '進度', en: 'Progress' },
  'visit.comes': { 'zh-Hans': '工程师会来', 'zh-Hant': '工程師會來', en: 'A technician comes' },
  'visit.noTime': {
    'zh-Hans': '工程师会给您打电话约时间',
    'zh-Hant': '工程師會給您打電話約時間',
    en: 'A technician calls you to set a time',
  },
  'visit.beThere': {
    'zh-Hans': '留一个人在店里,备好网络和电源,约 30 分钟。',
    'zh-Hant': '留一個人在店裡,備好網路和電源,約 30 分鐘。',
    en: 'Have somebody there, with network and power: about 30 minutes.',
  },
  'visit.toAccept': {
    'zh-Hans': '装好了,请您验收',
    'zh-Hant': '裝好了,請您驗收',
    en: 'Installed: please accept',
  },
  'visit.toAccept.text': {
    'zh-Hans': '开机、联网、能打印,就确认。确认后工程师才算完工。',
    'zh-Hant': '開機、連網、能列印,就確認。確認後工程師才算完工。',
    en: 'Accept when it starts, is online and prints.',
  },
  'visit.failed': {
    'zh-Hans': '这次没装成,客服会联系您',
    'zh-Hant': '這次沒裝成,客服會聯絡您',
    en: 'Not installed this time; support calls you',
  },
  'visit.merchant_absent': {
    'zh-Hans': '工程师来时店里没人,一天内重新约',
    'zh-Hant': '工程師來時店裡沒人,一天內重新約',
    en: 'Nobody was there; a new time is set within a day',
  },
  'visit.accepted': {
    'zh-Hans': '已验收,下一步培训',
    'zh-Hant': '已驗收,下一步訓練',
    en: 'Accepted. Next: the training',
  },
  'visit.next': { 'zh-Hans': '去培训', 'zh-Hant': '去訓練', en: 'Go to the training' },

  'self.title': { 'zh-Hans': '不想等?自己装', 'zh-Hant': '不想等?自己裝', en: 'Rather not wait?' },
  'self.lead': {
    'zh-Hans': '照单子一项一项来,约 15 分钟,不收费。卡住了再约工程师。',
    'zh-Hant': '照單子一項一項來,約 15 分鐘,不收費。卡住了再約工程師。',
    en: 'Step by step by the same list, about 15 minutes, at no cost. Ask for a technician if you get stuck.',
  },
  'self.choose': { 'zh-Hans': '我自己装', 'zh-Hant': '我自己裝', en: 'Install it myself' },

  'list.title': { 'zh-Hans': '装机清单', 'zh-Hant': '裝機清單', en: 'The list' },
  'list.label': { 'zh-Hans': '已确认', 'zh-Hant': '已確認', en: 'Confirmed' },
  'how.serial': {
    'zh-Hans': '机身背面,条码下面那一行。和我们寄的是同一台才行。',
    'zh-Hant': '機身背面,條碼下面那一行。和我們寄的是同一台才行。',
    en: 'On the back, below the bar code. It has to be the one that we sent.',
  },
  'how.location': {
    'zh-Hans': '拿着手机站在店里量一下。终端只能在这家店用。',
    'zh-Hant': '拿著手機站在店裡量一下。終端機只能在這家店用。',
    en: 'Stand in the shop with this phone. The terminal works for this shop only.',
  },
  'how.network': {
    'zh-Hans': '插上 SIM 卡或连上 Wi-Fi,屏幕右上角有信号。',
    'zh-Hant': '插上 SIM 卡或連上 Wi-Fi,螢幕右上角有訊號。',
    en: 'Put the SIM in or join the Wi-Fi: a signal shows at the top right.',
  },
  'how.power': {
    'zh-Hans': '插上电源,电池图标在充电。',
    'zh-Hant': '插上電源,電池圖示在充電。',
    en: 'Plug it in: the battery is charging.',
  },
  'how.paper': {
    'zh-Hans': '装上纸卷,按走纸键,字迹清楚。',
    'zh-Hant': '裝上紙捲,按走紙鍵,字跡清楚。',
    en: 'Put the roll in and feed the paper: the print is clear.',
  },
  'how.parameters': {
    'zh-Hans': '菜单里选“参数下载”,显示成功。',
    'zh-Hant': '選單裡選「參數下載」,顯示成功。',
    en: 'Choose “download parameters” in its menu: it says done.',
  },
  'how.photos': {
    'zh-Hans': '机器放在收银台上的样子,拍一张。',
    'zh-Hant': '機器放在收銀台上的樣子,拍一張。',
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
    'zh-Hans': '在店里,量位置',
    'zh-Hant': '在店裡,量位置',
    en: 'I am in the shop: measure',
  },
  'place.denied': {
    'zh-Hans': '浏览器没拿到定位权限。到手机设置里允许,再试一次。',
    'zh-Hant': '瀏覽器沒拿到定位權限。到手機設定裡允許,再試一次。',
    en: 'The browser may not know where you are. Allow it in the settings and try again.',
  },
  'place.none': {
    'zh-Hans': '没量到位置。走到窗边或门口再试。',
    'zh-Hant': '沒量到位置。走到窗邊或門口再試。',
    en: 'No position found. Go to a window or the door and try again.',
  },
  'plain.done': { 'zh-Hans': '好了', 'zh-Hant': '好了', en: 'Done' },
  'photo.label': { 'zh-Hans': '现场照片', 'zh-Hant': '現場照片', en: 'Photo of the place' },

  'facts.title': { 'zh-Hans': '这台机器', 'zh-Hant': '這台機器', en: 'This terminal' },
  'facts.serial': { 'zh-Hans': '序列号', 'zh-Hant': '序號', en: 'Serial number' },
  'facts.store': { 'zh-Hans': '门店', 'zh-Hant': '門市', en: 'Shop' },
  'facts.address': { 'zh-Hans': '地址', 'zh-Hant': '地址', en: 'Address' },
  'facts.due': { 'zh-Hans': '最晚装好', 'zh-Hant': '最晚裝好', en: 'Installed by' },

  'accept.note': {
    'zh-Hans': '能开机、联网、打印,再确认',
    'zh-Hant': '能開機、連網、列印,再確認',
    en: 'Once it starts, is online and prints',
  },
  'accept.button': { 'zh-Hans': '确认验收', 'zh-Hant': '確認驗收', en: 'Accept' },
});
