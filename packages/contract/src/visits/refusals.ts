import type { Refusals } from '../refusal.ts';

export const refusals = {
  'visit.notPossible': {
    status: 409,
    'zh-Hans': '安装单现在是“{status}”，不能做这一步。请刷新后再看。',
    'zh-Hant': '安裝單現在是「{status}」，不能做這一步。請重新整理後再看。',
    en: 'The visit is at “{status}” now and can not take this step. Reload and look again.',
  },
  'visit.badTime': {
    status: 422,
    'zh-Hans': '上门时间要在现在之后、{until} 之前，9:00 至 20:00 之间。',
    'zh-Hant': '上門時間要在現在之後、{until} 之前，9:00 至 20:00 之間。',
    en: 'Choose a time after now and before {until}, between 9:00 and 20:00.',
  },
  'visit.notYours': {
    status: 403,
    'zh-Hans': '这张安装单由另一位工程师负责。请联系运营改派。',
    'zh-Hant': '這張安裝單由另一位工程師負責。請聯絡營運改派。',
    en: 'Another technician has this visit. Ask operations to change it.',
  },
  'visit.otherSerial': {
    status: 422,
    'zh-Hans': '扫到的序列号 {serial} 不是配给这家店的机器。请核对机身标签；确实不符请勿安装。',
    'zh-Hant': '掃到的序號 {serial} 不是配給這家店的終端機。請核對機身標籤；確實不符請勿安裝。',
    en: 'Serial number {serial} is not the machine for this store. Check the label; do not install another one.',
  },
  'visit.tooFar': {
    status: 422,
    'zh-Hans': '当前位置离门店 {metres} 米，超过 {limit} 米。请到店内再定位。',
    'zh-Hant': '目前位置離門店 {metres} 米，超過 {limit} 米。請到店內再定位。',
    en: 'You are {metres} m from the store, more than {limit} m. Go inside and locate again.',
  },
  'visit.codeNeeded': {
    status: 422,
    'zh-Hans': '工程师代为确认时，要填商户手机收到的验收码。',
    'zh-Hant': '工程師代為確認時，要填商戶手機收到的驗收碼。',
    en: 'A technician needs the acceptance code from the merchant’s phone.',
  },
  'training.noMerchant': {
    status: 409,
    'zh-Hans': '您还没有开通的商户，开户后再来培训。',
    'zh-Hant': '您還沒有開通的商戶，開戶後再來培訓。',
    en: 'You belong to no merchant yet. Come back once the merchant is opened.',
  },
  'training.notPossible': {
    status: 409,
    'zh-Hans': '培训现在是“{status}”，不能做这一步。先读完全部内容再答题。',
    'zh-Hant': '培訓現在是「{status}」，不能做這一步。先讀完全部內容再答題。',
    en: 'The training is at “{status}”. Read all parts before the quiz.',
  },
  'training.incomplete': {
    status: 422,
    'zh-Hans': '请回答全部 {count} 道题，每题选一个答案。',
    'zh-Hant': '請回答全部 {count} 道題，每題選一個答案。',
    en: 'Answer all {count} questions, one choice each.',
  },
} as const satisfies Refusals;
