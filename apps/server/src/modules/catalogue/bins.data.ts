import type { Words } from '@kaitong/values';
import type { Bin } from './model.ts';

const first: Words = {
  'zh-Hans': '沙盒第一银行',
  'zh-Hant': '沙盒第一銀行',
  en: 'Sandbox First Bank',
};
const city: Words = {
  'zh-Hans': '沙盒城市银行',
  'zh-Hant': '沙盒城市銀行',
  en: 'Sandbox City Bank',
};
const farm: Words = {
  'zh-Hans': '沙盒农商银行',
  'zh-Hant': '沙盒農商銀行',
  en: 'Sandbox Rural Bank',
};
const abroad: Words = {
  'zh-Hans': '境外测试银行',
  'zh-Hant': '境外測試銀行',
  en: 'Foreign Test Bank',
};

/** Test ranges only: no bank issues these. */
export const sampleBins: readonly Bin[] = [
  { prefix: '620000', bank: first, kind: 'debit', scheme: 'unionpay' },
  { prefix: '620001', bank: first, kind: 'credit', scheme: 'unionpay' },
  { prefix: '620010', bank: city, kind: 'debit', scheme: 'unionpay' },
  { prefix: '620011', bank: city, kind: 'credit', scheme: 'unionpay' },
  { prefix: '620020', bank: farm, kind: 'debit', scheme: 'unionpay' },
  { prefix: '411111', bank: abroad, kind: 'credit', scheme: 'visa' },
  { prefix: '555555', bank: abroad, kind: 'credit', scheme: 'mastercard' },
];
