import { StatusTag } from '../../parts/status-tag.tsx';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import type { Ticket } from './queries.ts';
import { ticketTones } from './tones.ts';
import { words } from './words.ts';

type Status = Ticket['status'];

/** The words of a status; the trade's own speak to the merchant, whom a ticket waits for here. */
export function useTicketWord(): (status: Status) => string {
  const say = useSay(words);
  const word = useWord();
  return (status) => (status === 'pending' ? say('ticket.pending') : word(`ticket.${status}`));
}

export function TicketStatus({ status }: { status: Status }) {
  const word = useTicketWord();
  return <StatusTag tone={ticketTones[status]}>{word(status)}</StatusTag>;
}
