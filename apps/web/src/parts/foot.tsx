/** The one primary button of a phone page, within reach of the thumb however long the page is. */
import type { ReactNode } from 'react';
import type { ProblemError } from '../api.ts';
import { ErrorNotice } from './notice.tsx';
import './foot.css';

type FootParts = {
  readonly children: ReactNode;
  readonly note?: ReactNode;
  /** What the button met: said where the eye is, not above the fold. */
  readonly problem?: ProblemError | null | undefined;
};

export function Foot({ children, note, problem }: FootParts) {
  return (
    <div className="foot">
      <ErrorNotice problem={problem} />
      {note && <p className="foot-note">{note}</p>}
      <div className="foot-buttons">{children}</div>
    </div>
  );
}
