import type { Module } from '#platform/module';

export const onboardingModule: Module = { name: 'onboarding' };
