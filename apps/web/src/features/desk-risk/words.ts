/** The words of the desk of risk. */
import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('desk-risk', {
  title: { 'zh-Hans': '风险', 'zh-Hant': '風險', en: 'Risk' },
});
