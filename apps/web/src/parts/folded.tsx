/** Something that waits to be asked for: its name is always seen, its content on a press. */
import type { ReactNode } from 'react';
import './folded.css';

type FoldedParts = {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
};

export function Folded({ title, note, isOpen = false, children }: FoldedParts) {
  return (
    <details className="folded" {...(isOpen ? { open: true } : {})}>
      <summary>
        <span className="folded-title">{title}</span>
        {note && <span className="folded-note">{note}</span>}
      </summary>
      <div className="folded-content">{children}</div>
    </details>
  );
}
