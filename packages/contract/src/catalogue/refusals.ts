import type { Refusals } from '../refusal.ts';

export const refusals = {
  'catalogue.planUnknown': {
    status: 422,
    'zh-Hans': '没有套餐 {id}。请从套餐列表中选择。',
    'zh-Hant': '沒有方案 {id}。請從方案列表中選擇。',
    en: 'There is no plan {id}. Choose one from the list.',
  },
  'catalogue.modelUnknown': {
    status: 422,
    'zh-Hans': '没有机型 {id}。请从机型列表中选择。',
    'zh-Hant': '沒有機型 {id}。請從機型列表中選擇。',
    en: 'There is no model {id}. Choose one from the list.',
  },
  'catalogue.providerUnknown': {
    status: 422,
    'zh-Hans': '没有收单机构 {id}。',
    'zh-Hant': '沒有收單機構 {id}。',
    en: 'There is no acquirer {id}.',
  },
  'catalogue.mccUnknown': {
    status: 422,
    'zh-Hans': '没有行业类别码 {code}。请搜索您经营的行业。',
    'zh-Hant': '沒有行業類別碼 {code}。請搜尋您經營的行業。',
    en: 'There is no merchant category {code}. Search for your trade.',
  },
  'catalogue.notOffered': {
    status: 422,
    'zh-Hans': '这次比较里没有这个套餐和机型的组合。',
    'zh-Hant': '這次比較裡沒有這個方案和機型的組合。',
    en: 'This comparison does not offer that plan with that model.',
  },
  'catalogue.doesNotFit': {
    status: 422,
    'zh-Hans': '这个组合不符合您填写的需求。请改需求，或另选一个。',
    'zh-Hant': '這個組合不符合您填寫的需求。請改需求，或另選一個。',
    en: 'That pair does not fit the needs you gave. Change the needs or choose another.',
  },
  'catalogue.rangeTooLong': {
    status: 422,
    'zh-Hans': '一次最多查 {limit} 天，且结束日不早于开始日。',
    'zh-Hant': '一次最多查 {limit} 天，且結束日不早於開始日。',
    en: 'Ask for at most {limit} days, with the end not before the start.',
  },
  'catalogue.calendarEnds': {
    status: 503,
    'zh-Hans': '工作日历只公布到 {until}，算不出 {asked} 是否工作日。请运营先导入新年度的日历。',
    'zh-Hant': '工作日曆只公布到 {until}，算不出 {asked} 是否工作日。請營運先匯入新年度的日曆。',
    en: 'The working calendar is published until {until}; {asked} is not known yet. Load the new year first.',
  },
} as const satisfies Refusals;
