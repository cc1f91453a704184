import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('inbox', {
  'inbox.title': { 'zh-Hans': '消息', 'zh-Hant': '訊息', en: 'Messages' },
  'inbox.none': {
    'zh-Hans': '还没有消息。',
    'zh-Hant': '還沒有訊息。',
    en: 'No messages yet.',
  },
});
