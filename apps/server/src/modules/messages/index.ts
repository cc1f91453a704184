import type { Module } from '#platform/module';
import { chart } from './chart.ts';
import { tasks } from './jobs.ts';
import { routes } from './routes.ts';

export { notify } from './notify.ts';
export { sendText } from './send-text.ts';

export const messagesModule: Module = {
  name: 'messages',
  routes,
  tasks,
  charts: { message: chart },
};
