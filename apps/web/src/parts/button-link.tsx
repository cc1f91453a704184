/** A way that looks like the primary button it is: it leads to a page instead of doing something. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import './button-link.css';

type ButtonLinkParts = {
  readonly to: string;
  readonly children: ReactNode;
  readonly isQuiet?: boolean;
};

export function ButtonLink({ to, children, isQuiet = false }: ButtonLinkParts) {
  return (
    <Link className="button-link" data-quiet={isQuiet || undefined} to={to}>
      {children}
    </Link>
  );
}
