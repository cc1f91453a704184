import type { WordTable } from '../say.ts';

export const words = {
  'file.kind.photo': { 'zh-Hans': '照片', 'zh-Hant': '照片', en: 'Photo' },
  'file.kind.evidence': { 'zh-Hans': '凭证', 'zh-Hant': '憑證', en: 'Evidence' },
  'file.kind.material': { 'zh-Hans': '材料', 'zh-Hant': '材料', en: 'Material' },
  'file.kind.contract': { 'zh-Hans': '合同', 'zh-Hant': '合約', en: 'Contract' },
  'file.kind.signedContract': {
    'zh-Hans': '已签合同',
    'zh-Hant': '已簽合約',
    en: 'Signed contract',
  },
} as const satisfies WordTable;
