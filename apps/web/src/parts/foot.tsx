/** The one primary button of a phone page, within reach of the thumb however long the page is. */
import type { ReactNode } from 'react';
import './foot.css';

export function Foot({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className="foot">
      {note && <p className="foot-note">{note}</p>}
      <div className="foot-buttons">{children}</div>
    </div>
  );
}
