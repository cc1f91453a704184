/** A page with several lists: the address says which is shown, `/c/money/breaks`. */
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSay } from '../../words/say.ts';
import { deskWords } from './words.ts';

type View = {
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
};

type ViewsParts = { readonly base: string; readonly views: readonly View[] };

/** The first view stands at the base itself. */
export function Views({ base, views }: ViewsParts) {
  const say = useSay(deskWords);
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const shown = views.find(({ key }) => key === params['view']) ?? views[0];
  return (
    <>
      {views.length > 1 && (
        <nav className="views" aria-label={say('views.label')}>
          {views.map(({ key, label }) => (
            <Link
              key={key}
              to={key === views[0]?.key ? base : `${base}/${key}`}
              className="view"
              activeProps={{}}
              {...(key === shown?.key ? { 'aria-current': 'page' as const } : {})}
              data-shown={key === shown?.key || undefined}
            >
              {label}
            </Link>
          ))}
        </nav>
      )}
      {shown?.content}
    </>
  );
}
