import { day } from '@kaitong/values';
import type { Provider } from './model.ts';

const SOURCE = 'sandbox sample, invented';

/** Invented acquirers of the sandbox; none of them exists. */
export const sampleProviders: readonly Provider[] = [
  {
    id: 'qinghe',
    name: {
      'zh-Hans': '青禾支付（样例）',
      'zh-Hant': '青禾支付（樣例）',
      en: 'Qinghe Pay (sample)',
    },
    licenceNo: 'SAMPLE-Z10000001',
    licenceValidTo: day('2031-06-30'),
    territory: ['CN'],
    since: day('2012-03-01'),
    penalties: 0,
    complaintsPer10k: 3,
    responseHours: 4,
    localEngineers: true,
    servicePhone: '400-000-0001',
    source: SOURCE,
  },
  {
    id: 'yunfan',
    name: {
      'zh-Hans': '云帆收单（样例）',
      'zh-Hant': '雲帆收單（樣例）',
      en: 'Yunfan Acquiring (sample)',
    },
    licenceNo: 'SAMPLE-Z10000002',
    licenceValidTo: day('2030-12-31'),
    territory: ['CN'],
    since: day('2014-07-15'),
    penalties: 1,
    complaintsPer10k: 6,
    responseHours: 12,
    localEngineers: true,
    servicePhone: '400-000-0002',
    source: SOURCE,
  },
  {
    id: 'haitao',
    name: {
      'zh-Hans': '海陶支付（样例）',
      'zh-Hant': '海陶支付（樣例）',
      en: 'Haitao Pay (sample)',
    },
    licenceNo: 'SAMPLE-Z10000003',
    licenceValidTo: day('2029-09-30'),
    territory: ['CN'],
    since: day('2015-01-20'),
    penalties: 3,
    complaintsPer10k: 14,
    responseHours: 24,
    localEngineers: false,
    servicePhone: '400-000-0003',
    source: SOURCE,
  },
  {
    id: 'shanlan',
    name: {
      'zh-Hans': '山岚收单（样例）',
      'zh-Hant': '山嵐收單（樣例）',
      en: 'Shanlan Acquiring (sample)',
    },
    licenceNo: 'SAMPLE-Z10000004',
    licenceValidTo: day('2030-03-31'),
    territory: ['310000', '330000', '320000'],
    since: day('2013-11-11'),
    penalties: 0,
    complaintsPer10k: 2,
    responseHours: 2,
    localEngineers: true,
    servicePhone: '400-000-0004',
    source: SOURCE,
  },
];
