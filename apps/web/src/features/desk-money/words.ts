/** The words of the desk of money. */
import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('desk-money', {
  title: { 'zh-Hans': '资金', 'zh-Hant': '資金', en: 'Money' },
});
