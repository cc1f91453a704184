/** The words of the desk of payments. */
import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('desk-payments', {
  title: { 'zh-Hans': '交易', 'zh-Hant': '交易', en: 'Payments' },
});
