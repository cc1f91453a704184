/** The next promise: the first answer, then the solution; it stands still while others have the move. */
import { DueChip } from '../../parts/when.tsx';
import { useSay } from '../../words/say.ts';
import type { Ticket } from './queries.ts';
import { words } from './words.ts';

const paused: readonly Ticket['status'][] = ['pending', 'on_hold'];
const over: readonly Ticket['status'][] = ['resolved', 'closed'];

export function TicketDue({ ticket }: { ticket: Ticket }) {
  const say = useSay(words);
  const { status, replyDueAt, resolveDueAt } = ticket;
  const at = replyDueAt ?? resolveDueAt;
  if (over.includes(status) || !at) return <span className="quiet">–</span>;
  return (
    <>
      <DueChip at={at} isPaused={paused.includes(status)} />{' '}
      <span className="quiet">{say(replyDueAt ? 'due.reply' : 'due.resolve')}</span>
    </>
  );
}
