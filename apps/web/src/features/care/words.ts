import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('care', {
  'care.title': { 'zh-Hans': '帮助', 'zh-Hant': '說明', en: 'Help' },
  'care.none': {
    'zh-Hans': '没有在处理的事情。',
    'zh-Hant': '沒有在處理的事情。',
    en: 'Nothing is being handled.',
  },
});
