import { useWord } from '../../words/word.ts';
import type { Application } from './queries.ts';
import type { Draft } from './use-draft.ts';

// Not wrong, only not there yet: nobody is told before they had a chance.
const missing = ['required', 'document', 'consent'];
// A mark of the reviewer that nobody has answered yet; the mark says so itself.
const UNCHANGED = 'unchanged';

type Found = { readonly code: string; readonly facts: Application['todo'][number]['facts'] };

/** What the machine found, in words, by the place where it is wrong. */
export function useTroubles({ application, values, state }: Draft) {
  const word = useWord();
  const text = ({ code, facts }: Found) => word(`onboarding.check.${code}`, facts);
  return {
    errorOf: (path: string, { isTold }: { isTold: boolean }): string | undefined => {
      const trouble = application.todo.find((each) => each.path === path);
      if (!trouble || (!isTold && missing.includes(trouble.code))) return undefined;
      if (trouble.code === UNCHANGED) return undefined;
      // What has been typed since is not what was found wrong.
      const isStale = state !== 'saved' && values[path] !== application.fields[path];
      return isStale ? undefined : text(trouble);
    },
    warningOf: (path: string): string | undefined => {
      const check = application.checks.find(
        (each) => each.path === path && (each.outcome === 'warn' || each.outcome === 'fail'),
      );
      return check && text({ code: check.code, facts: check.evidence });
    },
  };
}
