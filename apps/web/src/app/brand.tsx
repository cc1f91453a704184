import { Link } from '@tanstack/react-router';
import { useSay } from '../words/say.ts';
import './brand.css';

/** The house's own mark: two stations of the line, one reached. */
export function Brand({ to = '/' }: { to?: string }) {
  const say = useSay();
  return (
    <Link to={to} className="brand">
      <svg viewBox="0 0 34 16" width="34" height="16" aria-hidden="true">
        <path d="M8 8h18" stroke="currentColor" strokeWidth="2" />
        <circle cx="8" cy="8" r="6" fill="currentColor" />
        <circle cx="26" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      {say('house.name')}
    </Link>
  );
}
