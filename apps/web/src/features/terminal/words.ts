import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('terminal', {
  'terminal.title': { 'zh-Hans': '终端', 'zh-Hant': '終端機', en: 'Terminals' },
  'terminal.none': {
    'zh-Hans': '还没有终端。订单发货后,终端就出现在这里。',
    'zh-Hant': '還沒有終端機。訂單出貨後,終端機就會出現在這裡。',
    en: 'No terminals yet. They appear here when your order ships.',
  },
});
