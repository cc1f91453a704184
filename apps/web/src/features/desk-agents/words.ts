/** The words of the desk of agents. */
import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('desk-agents', {
  title: { 'zh-Hans': '推广人员', 'zh-Hant': '推廣人員', en: 'Agents' },
});
