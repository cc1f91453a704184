import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('advice', {
  'ask.lead': {
    'zh-Hans': '4 个小问题，约 3 分钟。不用登录，也不留号码。',
    'zh-Hant': '4 個小問題，約 3 分鐘。不用登入，也不留號碼。',
    en: 'Four short screens, about 3 minutes. No sign-in, no phone number.',
  },
  'ask.step': {
    'zh-Hans': '第 {at} 步，共 {of} 步',
    'zh-Hant': '第 {at} 步，共 {of} 步',
    en: 'Step {at} of {of}',
  },
  'ask.back': { 'zh-Hans': '上一步', 'zh-Hant': '上一步', en: 'Back' },
  'ask.next': { 'zh-Hans': '下一步', 'zh-Hant': '下一步', en: 'Next' },
  'ask.compare': { 'zh-Hans': '比一比', 'zh-Hant': '比一比', en: 'Compare' },
  'ask.missing': {
    'zh-Hans': '这一页还差 {count} 项',
    'zh-Hant': '這一頁還差 {count} 項',
    en: '{count} still open on this screen',
  },
  'ask.yes': { 'zh-Hans': '要', 'zh-Hant': '要', en: 'Yes' },
  'ask.no': { 'zh-Hans': '不要', 'zh-Hant': '不要', en: 'No' },

  'ask.business': { 'zh-Hans': '您做什么生意', 'zh-Hant': '您做什麼生意', en: 'Your business' },
  'ask.subject': {
    'zh-Hans': '您以什么身份收款？',
    'zh-Hant': '您以什麼身分收款？',
    en: 'You are',
  },
  'ask.subject.individual': {
    'zh-Hans': '没有营业执照，只用身份证',
    'zh-Hant': '沒有營業執照，只用身分證',
    en: 'No business licence, only an ID card',
  },
  'ask.subject.micro': {
    'zh-Hans': '没有执照的小店、摊位、流动经营',
    'zh-Hant': '沒有執照的小店、攤位、流動經營',
    en: 'A small shop or stand without a licence',
  },
  'ask.subject.sole_proprietor': {
    'zh-Hans': '执照上写“个体工商户”',
    'zh-Hant': '執照上寫「個體工商戶」',
    en: 'The licence says sole proprietor (个体工商户)',
  },
  'ask.subject.enterprise': {
    'zh-Hans': '执照上写“有限公司”等',
    'zh-Hant': '執照上寫「有限公司」等',
    en: 'The licence is that of a company',
  },
  'ask.trade': { 'zh-Hans': '行业', 'zh-Hant': '行業', en: 'Trade' },
  'ask.trade.hint': {
    'zh-Hans': '打几个字找，如“餐”。行业决定费率的上限。',
    'zh-Hant': '打幾個字找，如「餐」。行業決定費率的上限。',
    en: 'Type to find it. The trade decides which fees are allowed.',
  },
  'ask.trade.missing': { 'zh-Hans': '选一个行业', 'zh-Hant': '選一個行業', en: 'Choose a trade' },

  'ask.turnover': { 'zh-Hans': '一个月收多少', 'zh-Hant': '一個月收多少', en: 'Your turnover' },
  'ask.month': {
    'zh-Hans': '一个月大概收多少（元）',
    'zh-Hant': '一個月大概收多少（元）',
    en: 'Turnover a month, about (yuan)',
  },
  'ask.month.hint': {
    'zh-Hans': '刷卡和扫码一共，不算现金',
    'zh-Hant': '刷卡和掃碼一共，不算現金',
    en: 'Cards and codes together, without cash',
  },
  'ask.ticket': {
    'zh-Hans': '一位顾客一般付多少（元）',
    'zh-Hant': '一位顧客一般付多少（元）',
    en: 'What one customer usually pays (yuan)',
  },
  'ask.ticket.hint': {
    'zh-Hans': '借记卡有封顶，所以要知道单笔大小',
    'zh-Hant': '借記卡有封頂，所以要知道單筆大小',
    en: 'Debit fees have a cap, so the size of a sale matters',
  },
  'ask.amount.missing': {
    'zh-Hans': '填一个大于 0 的数，如 3000',
    'zh-Hant': '填一個大於 0 的數，如 3000',
    en: 'A number above 0, such as 3000',
  },
  'ask.mix': {
    'zh-Hans': '顾客多半怎么付？',
    'zh-Hant': '顧客多半怎麼付？',
    en: 'How do most people pay?',
  },
  'ask.mix.codes': { 'zh-Hans': '大多扫码', 'zh-Hant': '大多掃碼', en: 'Mostly by code' },
  'ask.mix.codes.hint': {
    'zh-Hans': '按扫码 80%、刷卡 20% 算',
    'zh-Hant': '按掃碼 80%、刷卡 20% 算',
    en: 'Counted as 80 % codes, 20 % cards',
  },
  'ask.mix.both': { 'zh-Hans': '一半一半', 'zh-Hant': '一半一半', en: 'Half and half' },
  'ask.mix.both.hint': {
    'zh-Hans': '扫码 50%、借记卡 30%、信用卡 20%',
    'zh-Hant': '掃碼 50%、借記卡 30%、信用卡 20%',
    en: 'Codes 50 %, debit 30 %, credit 20 %',
  },
  'ask.mix.cards': { 'zh-Hans': '大多刷卡', 'zh-Hant': '大多刷卡', en: 'Mostly by card' },
  'ask.mix.cards.hint': {
    'zh-Hans': '扫码 20%、借记卡 50%、信用卡 30%',
    'zh-Hant': '掃碼 20%、借記卡 50%、信用卡 30%',
    en: 'Codes 20 %, debit 50 %, credit 30 %',
  },
  'ask.mix.credit': {
    'zh-Hans': '信用卡最多',
    'zh-Hant': '信用卡最多',
    en: 'Mostly by credit card',
  },
  'ask.mix.credit.hint': {
    'zh-Hans': '扫码 15%、借记卡 20%、信用卡 65%',
    'zh-Hant': '掃碼 15%、借記卡 20%、信用卡 65%',
    en: 'Codes 15 %, debit 20 %, credit 65 %',
  },

  'ask.place': { 'zh-Hans': '在哪里收款', 'zh-Hant': '在哪裡收款', en: 'Where you take payments' },
  'ask.mobility': {
    'zh-Hans': '机器怎么用？',
    'zh-Hant': '機器怎麼用？',
    en: 'The terminal will be',
  },
  'ask.mobility.fixed': {
    'zh-Hans': '放在柜台上，插着电',
    'zh-Hant': '放在櫃檯上，插著電',
    en: 'On the desk, plugged in',
  },
  'ask.mobility.mobile': {
    'zh-Hans': '拿到桌边、送货、出摊',
    'zh-Hant': '拿到桌邊、送貨、出攤',
    en: 'Taken to tables, deliveries, markets',
  },
  'ask.network': { 'zh-Hans': '用什么网络？', 'zh-Hant': '用什麼網路？', en: 'Its network' },
  'ask.network.wifi': {
    'zh-Hans': '店里有 Wi-Fi',
    'zh-Hant': '店裡有 Wi-Fi',
    en: 'Your shop has it',
  },
  'ask.network.sim': {
    'zh-Hans': '插流量卡，哪里都能用',
    'zh-Hant': '插 SIM 卡，哪裡都能用',
    en: 'A SIM card, works anywhere',
  },
  'ask.network.wired': { 'zh-Hans': '有网线', 'zh-Hant': '有網路線', en: 'A cable at the desk' },
  'ask.counters': { 'zh-Hans': '要几台', 'zh-Hant': '要幾台', en: 'How many terminals' },

  'ask.wishes': { 'zh-Hans': '还有什么要求', 'zh-Hant': '還有什麼要求', en: 'Anything else' },
  'ask.slips': { 'zh-Hans': '要打印小票吗？', 'zh-Hant': '要列印簽單嗎？', en: 'Printed slips?' },
  'ask.nextDay': {
    'zh-Hans': '一定要下一个工作日到账吗？',
    'zh-Hant': '一定要下一個工作天入帳嗎？',
    en: 'Money by the next working day?',
  },
  'ask.province': { 'zh-Hans': '店在哪个省', 'zh-Hant': '店在哪個省', en: 'Province of the shop' },
  'ask.province.hint': {
    'zh-Hans': '有的机构只在部分省份服务',
    'zh-Hant': '有的機構只在部分省份服務',
    en: 'Some acquirers serve only some provinces',
  },

  'advice.title': { 'zh-Hans': '比较结果', 'zh-Hant': '比較結果', en: 'The comparison' },
  'advice.lead': {
    'zh-Hans': '按第一年一共花多少排序。押金单独列，因为达标会退。',
    'zh-Hant': '按第一年一共花多少排序。押金單獨列，因為達標會退。',
    en: 'By what the first year costs. The deposit stands apart, because it comes back.',
  },
  'advice.again': { 'zh-Hans': '改一改要求', 'zh-Hant': '改一改要求', en: 'Change the answers' },
  'advice.month': { 'zh-Hans': '每月', 'zh-Hant': '每月', en: 'a month' },
  'advice.ticket': { 'zh-Hans': '每笔', 'zh-Hant': '每筆', en: 'a sale' },
  'advice.more': {
    'zh-Hans': '再看 {count} 个',
    'zh-Hant': '再看 {count} 個',
    en: '{count} more',
  },
  'advice.unfit': {
    'zh-Hans': '不合适的 {count} 个，和原因',
    'zh-Hant': '不合適的 {count} 個，和原因',
    en: '{count} that do not fit, and why',
  },
  'advice.option': {
    'zh-Hans': '{provider} · {plan} · {model}',
    'zh-Hant': '{provider} · {plan} · {model}',
    en: '{provider} · {plan} · {model}',
  },
  'advice.none': {
    'zh-Hans': '没有完全合适的',
    'zh-Hant': '沒有完全合適的',
    en: 'Nothing fits all of it',
  },
  'advice.none.text': {
    'zh-Hans': '下面写着每一个差在哪里。放宽一项再试。',
    'zh-Hant': '下面寫著每一個差在哪裡。放寬一項再試。',
    en: 'Below is what each one lacks. Give way on one thing and try again.',
  },

  'option.year': { 'zh-Hans': '第一年一共', 'zh-Hant': '第一年一共', en: 'The first year' },
  'option.thousand': {
    'zh-Hans': '每收 ¥1,000 花',
    'zh-Hant': '每收 ¥1,000 花',
    en: 'For each ¥1,000',
  },
  'option.deposit': { 'zh-Hans': '押金', 'zh-Hant': '押金', en: 'Deposit' },
  'option.atRisk': {
    'zh-Hans': '其中可能退不回',
    'zh-Hant': '其中可能退不回',
    en: 'may not come back:',
  },
  'option.lines': {
    'zh-Hans': '这个数怎么来的',
    'zh-Hant': '這個數怎麼來的',
    en: 'Where the sum comes from',
  },
  'option.lines.note': {
    'zh-Hans': '按您填的流水估算，实际按每一笔算。',
    'zh-Hant': '按您填的流水估算，實際按每一筆算。',
    en: 'Estimated from your figures; in fact each sale is counted.',
  },
  'option.total': { 'zh-Hans': '合计', 'zh-Hant': '合計', en: 'Total' },
  'option.score': { 'zh-Hans': '综合评分', 'zh-Hant': '綜合評分', en: 'Score' },
  'option.points': {
    'zh-Hans': '{points} / {of}',
    'zh-Hant': '{points} / {of}',
    en: '{points} / {of}',
  },
  'option.choose': { 'zh-Hans': '就选这个', 'zh-Hant': '就選這個', en: 'Choose this one' },
  'option.chooseOf': {
    'zh-Hans': '就选这个：{plan}，{model}',
    'zh-Hant': '就選這個：{plan}，{model}',
    en: 'Choose this one: {plan}, {model}',
  },
});
