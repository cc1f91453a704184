import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('takings', {
  'takings.title': { 'zh-Hans': '收款', 'zh-Hant': '收款', en: 'Takings' },
  'takings.none': {
    'zh-Hans': '还没有收款。终端开通后,刷的每一笔都在这里。',
    'zh-Hant': '還沒有收款。終端機開通後,刷的每一筆都在這裡。',
    en: 'No takings yet. Once a terminal is live, every sale is listed here.',
  },
});
