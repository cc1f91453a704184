import type { Module } from '#platform/module';
import { chart } from './chart.ts';
import { deadlines, hears, tasks } from './jobs.ts';
import { routes } from './routes.ts';

export { caseFileOf, caseFilesFor, type CaseFile } from './case-file.ts';

export const onboardingModule: Module = {
  name: 'onboarding',
  routes,
  hears,
  deadlines,
  tasks,
  charts: { application: chart },
};
