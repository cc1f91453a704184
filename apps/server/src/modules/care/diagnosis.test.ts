import { isWordKey } from '@kaitong/contract';
import { expect, it } from 'vitest';
import { findings, firstSteps, steps } from './diagnosis.data.ts';
import { firstStep, follow, stepById } from './diagnosis.ts';
import { findGuides } from './guides.ts';
import { guides } from './guides.data.ts';
import type { CaseReason } from './model.ts';

const QUESTIONS_MAX = 6;
const reasons = Object.keys(firstSteps) as CaseReason[];

/** Every way through the questions of a reason, as the finding it ends in and its length. */
function ways(stepId: string, length = 1): { finding: string; length: number }[] {
  return (stepById(stepId)?.answers ?? []).flatMap(({ id }) => {
    const led = follow(stepId, id);
    if (led?.kind === 'finding') return [{ finding: led.finding.id, length }];
    return led && length < 20 ? ways(led.step.id, length + 1) : [{ finding: 'lost', length }];
  });
}

it.each(reasons)('every way through %s ends in a finding after a few questions', (reason) => {
  expect(isWordKey(`case.reason.${reason}`)).toBe(true);
  const all = ways(firstStep(reason).id);
  expect(all.map(({ finding }) => finding)).not.toContain('lost');
  expect(Math.max(...all.map(({ length }) => length))).toBeLessThanOrEqual(QUESTIONS_MAX);
});

it('uses every question and every finding', () => {
  const reached = reasons.flatMap((reason) => ways(firstStep(reason).id));
  const found = new Set(reached.map(({ finding }) => finding));
  expect([...found].toSorted()).toEqual(findings.map(({ id }) => id).toSorted());
  const led = new Set<string>(Object.values(firstSteps));
  for (const { answers } of steps)
    for (const answer of answers) if ('step' in answer) led.add(answer.step);
  expect([...led].toSorted()).toEqual(steps.map(({ id }) => id).toSorted());
});

it('knows no answer that the question does not have', () => {
  expect(follow('notice', 'perhaps')).toBeUndefined();
  expect(follow('nowhere', 'yes')).toBeUndefined();
});

it.each([
  ['', undefined, guides.length],
  ['打印', undefined, 3],
  ['print', undefined, 3],
  ['列印 紙', undefined, 1],
  ['', 'payment', 2],
  ['hotspot', 'network', 1],
  ['unicorn', undefined, 0],
] as const)('search %j in %s finds %i guides', (search, category, count) => {
  expect(findGuides({ lang: 'zh-Hans', search, category })).toHaveLength(count);
});

it('puts a guide with the word in its title first', () => {
  const [first] = findGuides({ lang: 'zh-Hans', search: '激活' });
  expect(first?.id).toBe('activation');
});
