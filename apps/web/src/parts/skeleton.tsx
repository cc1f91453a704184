import { useEffect, useState } from 'react';
import { useSay } from '../words/say.ts';
import './skeleton.css';

const PATIENCE_MS = 300;

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
