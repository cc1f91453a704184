/** A list for a thumb: each row leads somewhere, says what it is, how it stands and how much. */
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Pages } from '../query.ts';
import { useSay } from '../words/say.ts';
import { Skeleton } from './skeleton.tsx';
import { ErrorNotice } from './notice.tsx';
import './rows.css';

export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  );
}

type RowParts = {
  readonly to: string;
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  /** On the right: a sum, a status. */
  readonly value?: ReactNode;
  readonly icon?: ReactNode;
};

export function Row({ to, title, hint, value, icon }: RowParts) {
  return (
    <li>
      <Link className="row" to={to}>
        {icon && <span className="row-icon">{icon}</span>}
        <span className="row-text">
          <span className="row-title">{title}</span>
          {hint && <span className="row-hint">{hint}</span>}
        </span>
        {value && <span className="row-value">{value}</span>}
        <span className="row-arrow" aria-hidden="true" />
      </Link>
    </li>
  );
}

type RowPagesParts<Item> = {
  readonly label: string;
  readonly pages: Pages<Item>;
  readonly empty: ReactNode;
  readonly children: (item: Item) => ReactNode;
};

/** The same list in keyset pages: skeleton, trouble, empty, rows, more. */
export function RowPages<Item>({ label, pages, empty, children }: RowPagesParts<Item>) {
  const say = useSay();
  if (pages.problem) return <ErrorNotice problem={pages.problem} onRetry={pages.retry} />;
  if (pages.isLoading) return <Skeleton lines={6} />;
  if (pages.rows.length === 0) return empty;
  return (
    <>
      <Rows label={label}>{pages.rows.map(children)}</Rows>
      {pages.more && (
        <Button block onClick={pages.more} loading={pages.isLoadingMore}>
          {say('table.more')}
        </Button>
      )}
    </>
  );
}
