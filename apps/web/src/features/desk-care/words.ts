/** The words of the desk of care. */
import { vocabulary } from '../../words/say.ts';

export const words = vocabulary('desk-care', {
  title: { 'zh-Hans': '停用与工单', 'zh-Hant': '停用與工單', en: 'Cases and tickets' },
});
