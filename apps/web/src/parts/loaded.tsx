/** What a page shows before, instead of and when it has the server's answer. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ProblemError } from '../api.ts';
import { ErrorNotice } from './notice.tsx';
import { Skeleton } from './skeleton.tsx';

export { Skeleton };

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
