/** A slip as a slip: 384 dots wide, one width for every sign, torn off at the end. */
import { useSay } from '../words/say.ts';
import './slip-view.css';

export function SlipView({ text, label }: { text: string; label?: string }) {
  const say = useSay();
  return (
    <figure className="slip" aria-label={label ?? say('slip.label')}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable */}
      <pre className="slip-paper" tabIndex={0}>
        {text}
      </pre>
    </figure>
  );
}
