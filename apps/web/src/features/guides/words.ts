import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('guides', {
  'guides.title': { 'zh-Hans': '使用指南', 'zh-Hant': '使用指南', en: 'Guides' },
  'guides.none': {
    'zh-Hans': '这里还没有指南。',
    'zh-Hant': '這裡還沒有指南。',
    en: 'No guides here yet.',
  },
});
