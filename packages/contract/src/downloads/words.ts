import type { WordTable } from '../say.ts';

export const words = {
  'downloads.caKeys': { 'zh-Hans': 'CA 公钥', 'zh-Hant': 'CA 公鑰', en: 'CA public keys' },
  'downloads.aids': {
    'zh-Hans': 'IC 卡应用参数',
    'zh-Hant': 'IC 卡應用參數',
    en: 'Chip applications',
  },
  'downloads.contactless': {
    'zh-Hans': '非接参数',
    'zh-Hant': '非接參數',
    en: 'Contactless settings',
  },
  'downloads.noPinBins': {
    'zh-Hans': '小额免密卡 BIN 表',
    'zh-Hant': '小額免密卡 BIN 表',
    en: 'Cards without PIN for small amounts',
  },
  'downloads.noPinBlocked': {
    'zh-Hans': '小额免密黑名单',
    'zh-Hant': '小額免密黑名單',
    en: 'Cards that always need a PIN',
  },
  'downloads.blacklist': {
    'zh-Hans': '卡 BIN 黑名单',
    'zh-Hant': '卡 BIN 黑名單',
    en: 'Cards that are not taken',
  },
} as const satisfies WordTable;
