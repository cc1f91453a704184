import type { Refusals } from '../refusal.ts';

export const refusals = {
  'downloads.moved': {
    status: 409,
    'zh-Hans': '这张表已被改为第 {version} 版。请重新读取后再改。',
    'zh-Hant': '這張表已被改為第 {version} 版。請重新讀取後再改。',
    en: 'This table is at version {version} by now. Read it again, then replace it.',
  },
  'downloads.twice': {
    status: 422,
    'zh-Hans': '{key} 在表中出现两次。',
    'zh-Hant': '{key} 在表中出現兩次。',
    en: '{key} stands in the table twice.',
  },
  'downloads.checksum': {
    status: 422,
    'zh-Hans': '公钥 {key} 的校验和不对，可能抄错了。',
    'zh-Hant': '公鑰 {key} 的校驗和不對，可能抄錯了。',
    en: 'The checksum of key {key} is wrong; it may be copied wrongly.',
  },
} as const satisfies Refusals;
