/** How the house says that something went wrong: what, why, what to do; the code small. */
import { Button } from 'antd';
import type { ProblemError } from '../api.ts';
import { useSay } from '../words/say.ts';
import { ToneShape } from './status-tag.tsx';
import './notice.css';

const ERRORS_SHOWN_MAX = 5;

type Notice = { readonly problem: ProblemError | null | undefined; readonly onRetry?: () => void };

/** Beside the button that was pressed, or in the place of what could not be shown. */
export function ErrorNotice({ problem, onRetry }: Notice) {
  const say = useSay();
  const told = useTold(problem);
  if (!problem) return null;
  const { errors = [], requestId } = problem.problem;
  return (
    <div className="notice" role="alert">
      <ToneShape tone="harm" />
      <div className="notice-text">
        <p className="notice-what">{told.what}</p>
        {errors.length > 0 && (
          <ul>
            {errors.slice(0, ERRORS_SHOWN_MAX).map(({ path, detail }) => (
              <li key={path}>{detail}</li>
            ))}
          </ul>
        )}
        <p>{told.advice}</p>
        <p className="notice-code">
          {say('trouble.code')} {problem.code} {requestId}
        </p>
        {onRetry && <Button onClick={onRetry}>{say('house.retry')}</Button>}
      </div>
    </div>
  );
}

/** What happened and what to do, in words: the server's own where it answered. */
function useTold(problem: ProblemError | null | undefined): { what: string; advice: string } {
  const say = useSay();
  if (!problem) return { what: '', advice: '' };
  const { detail } = problem.problem;
  if (problem.status === 0)
    return { what: say('trouble.network'), advice: say('trouble.network.advice') };
  if (problem.code === 'reply.unreadable')
    return { what: say('trouble.reply'), advice: say('trouble.reply.advice') };
  if (problem.status >= 500)
    return { what: detail ?? say('trouble.server'), advice: say('trouble.server.advice') };
  // The words of a refusal say by themselves what to do.
  return { what: detail ?? say('trouble.title'), advice: detail ? '' : say('trouble.advice') };
}
