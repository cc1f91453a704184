import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('visit', {
  'visits.title': { 'zh-Hans': '装机', 'zh-Hant': '裝機', en: 'Installation' },
  'visits.none': { 'zh-Hans': '还没到装机', 'zh-Hant': '還沒到裝機', en: 'Nothing to install yet' },
  'visits.none.text': {
    'zh-Hans': '机器签收后，两个工作日内有工程师上门，也可以自己装。',
    'zh-Hant': '機器簽收後，兩個工作天內有工程師上門，也可以自己裝。',
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
  'visit.proposed': { 'zh-Hans': '我们想定在', 'zh-Hant': '我們想定在', en: 'We propose' },
  'visit.beThere': {
    'zh-Hans': '留一个人在店里，备好网络和电源，约 30 分钟。',
    'zh-Hant': '留一個人在店裡，備好網路和電源，約 30 分鐘。',
    en: 'Have somebody there, with network and power: about 30 minutes.',
  },
  'visit.toAccept': {
    'zh-Hans': '装好了，请您验收',
    'zh-Hant': '裝好了，請您驗收',
    en: 'Installed: please accept',
  },
  'visit.toAccept.text': {
    'zh-Hans': '开机、联网、能打印，就确认。确认后工程师才算完工。',
    'zh-Hant': '開機、連網、能列印，就確認。確認後工程師才算完工。',
    en: 'Accept when it starts, is online and prints.',
  },
  'visit.failed': {
    'zh-Hans': '这次没装成，客服会联系您',
    'zh-Hant': '這次沒裝成，客服會聯絡您',
    en: 'Not installed this time; support calls you',
  },
  'visit.merchant_absent': {
    'zh-Hans': '工程师来时店里没人，一天内重新约',
    'zh-Hant': '工程師來時店裡沒人，一天內重新約',
    en: 'Nobody was there; a new time is set within a day',
  },
  'visit.accepted': {
    'zh-Hans': '已验收，下一步培训',
    'zh-Hant': '已驗收，下一步訓練',
    en: 'Accepted. Next: the training',
  },
  'visit.next': { 'zh-Hans': '去培训', 'zh-Hant': '去訓練', en: 'Go to the training' },

  'self.title': {
    'zh-Hans': '不想等？自己装',
    'zh-Hant': '不想等？自己裝',
    en: 'Rather not wait?',
  },
  'self.lead': {
    'zh-Hans': '照单子一项一项来，约 15 分钟，不收费。卡住了再约工程师。',
    'zh-Hant': '照單子一項一項來，約 15 分鐘，不收費。卡住了再約工程師。',
    en: 'Step by step by the same list, about 15 minutes, at no cost. Ask for a technician if you get stuck.',
  },
  'self.choose': { 'zh-Hans': '我自己装', 'zh-Hant': '我自己裝', en: 'Install it myself' },

  'facts.title': { 'zh-Hans': '这台机器', 'zh-Hant': '這台機器', en: 'This terminal' },
  'facts.serial': { 'zh-Hans': '序列号', 'zh-Hant': '序號', en: 'Serial number' },
  'facts.store': { 'zh-Hans': '门店', 'zh-Hant': '門市', en: 'Shop' },
  'facts.address': { 'zh-Hans': '地址', 'zh-Hant': '地址', en: 'Address' },
  'facts.due': { 'zh-Hans': '最晚装好', 'zh-Hant': '最晚裝好', en: 'Installed by' },

  'accept.note': {
    'zh-Hans': '能开机、联网、打印，再确认',
    'zh-Hant': '能開機、連網、列印，再確認',
    en: 'Once it starts, is online and prints',
  },
  'accept.button': { 'zh-Hans': '确认验收', 'zh-Hant': '確認驗收', en: 'Accept' },
});
