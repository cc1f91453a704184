/** When a page itself fails: what happened, what to do, the code small. */
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { ProblemError } from '../api.ts';
import { useSay } from '../words/say.ts';
import './plain-page.css';

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const say = useSay();
  const router = useRouter();
  const told = useTold(error);
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <main id="main" className="plain-page">
      <h1>{told.what}</h1>
      <p>{told.advice}</p>
      <p className="plain-page-code">
        {say('trouble.code')} {codeOf(error)}
      </p>
      <div className="plain-page-ways">
        <button type="button" onClick={again}>
          {say('house.retry')}
        </button>
        <Link to="/">{say('house.home')}</Link>
      </div>
    </main>
  );
}

function useTold(error: unknown): { what: string; advice: string } {
  const say = useSay();
  if (!(error instanceof ProblemError))
    return { what: say('trouble.pageTitle'), advice: say('trouble.page.advice') };
  if (error.status === 0)
    return { what: say('trouble.network'), advice: say('trouble.network.advice') };
  if (error.status === 403)
    return { what: say('trouble.forbidden'), advice: say('trouble.forbidden.advice') };
  return { what: say('trouble.server'), advice: say('trouble.server.advice') };
}

function codeOf(error: unknown): string {
  if (error instanceof ProblemError) return error.code;
  return error instanceof Error ? error.name : 'page';
}
