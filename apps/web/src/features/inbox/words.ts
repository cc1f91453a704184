import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('inbox', {
  'inbox.title': { 'zh-Hans': '消息', 'zh-Hant': '訊息', en: 'Messages' },
  'inbox.unread': {
    'zh-Hans': '{count} 条未读',
    'zh-Hant': '{count} 則未讀',
    en: '{count} unread',
  },
  'inbox.allRead': { 'zh-Hans': '全部看过了', 'zh-Hant': '全部看過了', en: 'All read' },
  'inbox.readAll': { 'zh-Hans': '全部标为已读', 'zh-Hant': '全部標為已讀', en: 'Mark all as read' },
  'inbox.read': { 'zh-Hans': '标为已读', 'zh-Hant': '標為已讀', en: 'Mark as read' },
  'inbox.new': { 'zh-Hans': '未读', 'zh-Hant': '未讀', en: 'Unread' },
  'inbox.which': { 'zh-Hans': '看哪些', 'zh-Hant': '看哪些', en: 'Which ones' },
  'inbox.all': { 'zh-Hans': '全部', 'zh-Hant': '全部', en: 'All' },
  'inbox.onlyUnread': { 'zh-Hans': '未读', 'zh-Hant': '未讀', en: 'Unread' },
  'inbox.none': { 'zh-Hans': '还没有消息', 'zh-Hant': '還沒有訊息', en: 'No messages yet' },
  'inbox.none.text': {
    'zh-Hans': '审核、发货、到账、工单，每有进展都写在这里，要紧的也发短信。',
    'zh-Hant': '審核、出貨、入帳、工單，每有進展都寫在這裡，要緊的也發簡訊。',
    en: 'Reviews, shipping, payouts, tickets: all news is kept here; what matters also goes to your phone.',
  },
  'inbox.none.unread': { 'zh-Hans': '没有未读的', 'zh-Hant': '沒有未讀的', en: 'Nothing unread' },
  'inbox.none.unread.text': {
    'zh-Hans': '都看过了。要找以前的，点“全部”。',
    'zh-Hant': '都看過了。要找以前的，點「全部」。',
    en: 'You have read them all. Older ones are under All.',
  },
  'inbox.sms.failed': {
    'zh-Hans': '短信没有送到您的手机',
    'zh-Hant': '簡訊沒有送到您的手機',
    en: 'The text message did not reach your phone',
  },
});
