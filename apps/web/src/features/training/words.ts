import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('training', {
  'training.title': { 'zh-Hans': '培训', 'zh-Hant': '訓練', en: 'Training' },
  'training.lead': {
    'zh-Hans': '读完几段，答 5 题。店里每个收银的人都要过一次。',
    'zh-Hant': '讀完幾段，答 5 題。店裡每個收銀的人都要過一次。',
    en: 'Read a few parts, answer 5 questions. Everyone at the counter does it once.',
  },
  'training.back': { 'zh-Hans': '进度', 'zh-Hant': '進度', en: 'Progress' },
  'training.early': { 'zh-Hans': '还没到培训', 'zh-Hant': '還沒到訓練', en: 'Not yet' },
  'training.early.text': {
    'zh-Hans': '申请通过后就能开始。',
    'zh-Hant': '申請通過後就能開始。',
    en: 'It opens once your application is approved.',
  },
  'training.read': { 'zh-Hans': '已读', 'zh-Hant': '已讀', en: 'Read' },
  'training.passed': { 'zh-Hans': '培训通过', 'zh-Hant': '訓練通過', en: 'Passed' },
  'training.waived': { 'zh-Hans': '已免培训', 'zh-Hant': '已免訓練', en: 'Waived' },
  'training.next': {
    'zh-Hans': '去激活终端',
    'zh-Hant': '去啟用終端機',
    en: 'Activate the terminal',
  },
  'part.minutes': { 'zh-Hans': '{count} 分钟', 'zh-Hant': '{count} 分鐘', en: '{count} min' },
  'part.done': { 'zh-Hans': '读完了', 'zh-Hant': '讀完了', en: 'I have read it' },

  'quiz.title': { 'zh-Hans': '答题', 'zh-Hant': '答題', en: 'Questions' },
  'quiz.lead': {
    'zh-Hans': '一共 5 题，答对 4 题就过。没过看看讲解，再来一次。',
    'zh-Hant': '一共 5 題，答對 4 題就過。沒過看看講解，再來一次。',
    en: 'Five questions, four right ones pass. If not, read the explanations and try again.',
  },
  'quiz.begin': { 'zh-Hans': '开始答题', 'zh-Hant': '開始答題', en: 'Begin' },
  'quiz.again': { 'zh-Hans': '再答一次', 'zh-Hant': '再答一次', en: 'Try again' },
  'quiz.question': {
    'zh-Hans': '{number}. {text}',
    'zh-Hant': '{number}. {text}',
    en: '{number}. {text}',
  },
  'quiz.left': { 'zh-Hans': '还有 {count} 题', 'zh-Hant': '還有 {count} 題', en: '{count} left' },
  'quiz.need': {
    'zh-Hans': '答对 {count} 题就过',
    'zh-Hant': '答對 {count} 題就過',
    en: '{count} right ones pass',
  },
  'quiz.hand': { 'zh-Hans': '交卷', 'zh-Hant': '交卷', en: 'Hand in' },
  'quiz.passed': {
    'zh-Hans': '通过：{score} / {of}',
    'zh-Hant': '通過：{score} / {of}',
    en: 'Passed: {score} of {of}',
  },
  'quiz.failed': {
    'zh-Hans': '差一点：{score} / {of}。看看哪里错了',
    'zh-Hant': '差一點：{score} / {of}。看看哪裡錯了',
    en: 'Not quite: {score} of {of}. See what was wrong',
  },
  'quiz.right': { 'zh-Hans': '正确：', 'zh-Hant': '正確：', en: 'Right:' },
});
