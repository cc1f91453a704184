/** An invented shop; card and account numbers are of test ranges. */
export const sampleShop = {
  subjectType: 'sole_proprietor',
  name: '巷口小店',
  mcc: '5411',
  planId: 'qinghe-steady',
  modelId: 'sail-s1',
  store: {
    name: '巷口小店',
    district: '310101',
    address: '样例路 8 号',
    longitude: 121.47,
    latitude: 31.23,
  },
  account: {
    kind: 'personal',
    holder: '样例店主',
    bankName: '沙盒第一银行',
    number: '6200000000000005',
  },
} as const;
