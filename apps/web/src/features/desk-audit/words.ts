/** The words of the desk of audit. */
import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('desk-audit', {
  title: { 'zh-Hans': '审计', 'zh-Hant': '稽核', en: 'Audit' },
});
