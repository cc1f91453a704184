import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('guides', {
  'guides.title': { 'zh-Hans': '使用指南', 'zh-Hant': '使用指南', en: 'Guides' },
  'guides.lead': {
    'zh-Hans': '每篇几分钟，站在机器前照着做。',
    'zh-Hant': '每篇幾分鐘，站在機器前照著做。',
    en: 'A few minutes each, to be followed in front of the terminal.',
  },
  'guides.search': {
    'zh-Hans': '搜一搜，例如：退款',
    'zh-Hant': '搜一搜，例如：退款',
    en: 'Search, for example: refund',
  },
  'guides.list': { 'zh-Hans': '指南', 'zh-Hant': '指南', en: 'Guides' },
  'guides.none': { 'zh-Hans': '没有找到', 'zh-Hant': '沒有找到', en: 'Nothing found' },
  'guides.none.text': {
    'zh-Hans': '换个说法试试，或者直接问客服。',
    'zh-Hant': '換個說法試試，或者直接問客服。',
    en: 'Try other words, or ask support.',
  },
  'guides.minutes': { 'zh-Hans': '{count} 分钟', 'zh-Hant': '{count} 分鐘', en: '{count} min' },
  'guides.help': { 'zh-Hans': '帮助', 'zh-Hant': '說明', en: 'Help' },
  'guide.steps': {
    'zh-Hans': '共 {count} 步，约 {minutes} 分钟',
    'zh-Hant': '共 {count} 步，約 {minutes} 分鐘',
    en: '{count} steps, about {minutes} min',
  },
  'guide.stuck': { 'zh-Hans': '照做还是不行？', 'zh-Hant': '照做還是不行？', en: 'Still stuck?' },
  'guide.ask': { 'zh-Hans': '问客服', 'zh-Hant': '問客服', en: 'Ask support' },
  'agent.title': { 'zh-Hans': '核实推广员', 'zh-Hant': '核實推廣員', en: 'Check an agent' },
  'agent.lead': {
    'zh-Hans': '有人上门推销 POS 机？看工牌编号，一查就知道。',
    'zh-Hant': '有人上門推銷 POS 機？看工牌編號，一查就知道。',
    en: 'Somebody at the door offers terminals? Look up the code of the badge.',
  },
  'agent.code': { 'zh-Hans': '工牌编号', 'zh-Hant': '工牌編號', en: 'Code of the badge' },
  'agent.code.hint': {
    'zh-Hans': '字母 A 加 7 位数字，例如 A1234567',
    'zh-Hant': '字母 A 加 7 位數字，例如 A1234567',
    en: 'The letter A and seven digits, such as A1234567',
  },
  'agent.code.wrong': {
    'zh-Hans': '编号是字母 A 加 7 位数字。没有这种编号的，不是我们的人。',
    'zh-Hant': '編號是字母 A 加 7 位數字。沒有這種編號的，不是我們的人。',
    en: 'It is the letter A and seven digits. Whoever has no such code is not from us.',
  },
  'agent.check': { 'zh-Hans': '查一查', 'zh-Hant': '查一查', en: 'Check' },
  'agent.genuine': {
    'zh-Hans': '是真的：{name}',
    'zh-Hant': '是真的：{name}',
    en: 'Genuine: {name}',
  },
  'agent.notGenuine': {
    'zh-Hans': '现在没有资格：{name}',
    'zh-Hant': '現在沒有資格：{name}',
    en: 'Not entitled now: {name}',
  },
  'agent.unknown': { 'zh-Hans': '查无此人', 'zh-Hant': '查無此人', en: 'No such agent' },
  'agent.compare': {
    'zh-Hans': '请对一对工牌上的姓名和照片。',
    'zh-Hant': '請對一對工牌上的姓名和照片。',
    en: 'Compare the name and the photo of the badge.',
  },
  'agent.status': { 'zh-Hans': '状态', 'zh-Hant': '狀態', en: 'Status' },
  'agent.provider': { 'zh-Hans': '收单机构', 'zh-Hant': '收單機構', en: 'Acquirer' },
  'agent.filing': { 'zh-Hans': '备案业务', 'zh-Hant': '備案業務', en: 'Filed for' },
  'agent.filingNo': { 'zh-Hans': '备案号', 'zh-Hant': '備案號', en: 'Filing number' },
  'agent.authorisationNo': { 'zh-Hans': '授权书号', 'zh-Hant': '授權書號', en: 'Authorisation' },
  'agent.validTo': { 'zh-Hans': '有效到', 'zh-Hant': '有效到', en: 'Valid until' },
  'agent.mind': { 'zh-Hans': '记住', 'zh-Hant': '記住', en: 'Mind' },
});
