import { When } from '../../parts/when.tsx';
import { useWord } from '../../words/word.ts';
import type { Ticket } from './queries.ts';

/** What was said, ours right, theirs left. */
export function Talk({ ticket: { replies } }: { ticket: Ticket }) {
  const word = useWord();
  return (
    <ol className="talk">
      {replies.map(({ id, by, role, text, at }) => {
        const isOurs = role === 'owner' || role === 'cashier';
        return (
          <li key={id} className="said" data-ours={isOurs || undefined}>
            <span className="quiet small">
              {isOurs ? by : `${by} · ${word(`role.${role}`)}`} <When at={at} near />
            </span>
            <p>{text}</p>
          </li>
        );
      })}
    </ol>
  );
}
