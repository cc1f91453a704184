import { findings, firstSteps, steps, type Finding, type Step } from './diagnosis.data.ts';
import type { CaseReason } from './model.ts';

/** Where an answer leads: to another question, or to the end. */
export type Led =
  | { readonly kind: 'question'; readonly step: Step }
  | { readonly kind: 'finding'; readonly finding: Finding };

export function firstStep(reason: CaseReason): Step {
  return mustStep(firstSteps[reason]);
}

/** Undefined when the question has no such answer. */
export function follow(stepId: string, answerId: string): Led | undefined {
  const answer = stepById(stepId)?.answers.find(({ id }) => id === answerId);
  if (!answer) return undefined;
  if ('finding' in answer) return { kind: 'finding', finding: mustFinding(answer.finding) };
  return { kind: 'question', step: mustStep(answer.step) };
}

export function stepById(id: string): Step | undefined {
  return steps.find((step) => step.id === id);
}

export function findingById(id: string): Finding | undefined {
  return findings.find((finding) => finding.id === id);
}

function mustStep(id: string): Step {
  const step = stepById(id);
  if (!step) throw new Error(`the diagnosis has no step ${id}`);
  return step;
}

function mustFinding(id: string): Finding {
  const finding = findingById(id);
  if (!finding) throw new Error(`the diagnosis has no finding ${id}`);
  return finding;
}
