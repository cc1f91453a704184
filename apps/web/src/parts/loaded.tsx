/** What a page shows before, instead of and when it has the server's answer. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { ProblemError } from '../api.ts';
import { useSay } from '../words/say.ts';
import { ErrorNotice } from './notice.tsx';
import './loaded.css';

const PATIENCE_MS = 300;

type Loading<T> = {
  readonly query: UseQueryResult<T, ProblemError>;
  /** How many lines the answer will have, about. */
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
};

/** `<Loaded query={useOrder(id)}>{(order) => …}</Loaded>` */
export function Loaded<T>({ query, lines, children }: Loading<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error)
    return <ErrorNotice problem={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton {...(lines === undefined ? {} : { lines })} />;
}

/** Grey lines in the place of text; nothing at all in the first moment. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const say = useSay();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" role="status" data-late={isLate || undefined}>
      <span className="unseen">{isLate ? say('house.loading') : ''}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton-line" />
      ))}
    </div>
  );
}
