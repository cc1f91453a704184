/**
 * Decisions as fast as one presses: shown at once, sent one batch after another, so that no answer
 * overtakes another, and what the server refuses is not shown as decided.
 */
import type { BodyInputOf, api } from '@kaitong/contract';
import { useEffect, useRef, useState } from 'react';
import { useDecide, type Application } from './queries.ts';

export type Wanted = BodyInputOf<typeof api.onboarding.decideFields>['decisions'][number];
type Batch = ReadonlyMap<string, Wanted>;

const NOTHING: Batch = new Map();
const EMPTY = { sent: NOTHING, waiting: NOTHING };

export function useDecisions(application: Application) {
  const { id } = application;
  const [queue, setQueue] = useState(EMPTY);
  const begun = useRef(NOTHING);
  const { run, problem, forget } = useDecide(id, () =>
    setQueue((before) => ({ sent: before.waiting, waiting: NOTHING })),
  );
  // After a refusal everything stands again as the server has it.
  const { sent, waiting } = problem ? EMPTY : queue;
  useEffect(() => {
    if (sent.size === 0 || begun.current === sent) return;
    begun.current = sent;
    run({ params: { id }, body: { decisions: [...sent.values()] } });
  }, [sent, run, id]);
  const decide = (wanted: readonly Wanted[]) => {
    if (problem) forget();
    setQueue((before) => {
      const now = problem ? EMPTY : before;
      const batch = new Map([...now.waiting, ...wanted.map((one) => [one.path, one] as const)]);
      return now.sent.size > 0
        ? { sent: now.sent, waiting: batch }
        : { sent: batch, waiting: NOTHING };
    });
  };
  const decisions = application.decisions.map((decision) => {
    const one = waiting.get(decision.path) ?? sent.get(decision.path);
    return one ? { ...one, carried: false } : decision;
  });
  return {
    /** As if everything that was pressed had been heard. */
    application: { ...application, decisions } satisfies Application,
    decide,
    problem,
  };
}
