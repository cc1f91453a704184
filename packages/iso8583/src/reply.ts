import type { Message } from './profile.ts';

/** What a host may ask for in digit 6 of an answer's header; `0` asks nothing, `3` to sign in. */
export type HostAsk = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'B' | 'C';

/** The beginning of an answer: addresses swapped, header with the host's wish, next message type. */
export function replyHead(request: Message, asks: HostAsk = '0'): Omit<Message, 'fields'> {
  const { tpdu, header } = request;
  return {
    ...(tpdu === undefined ? {} : { tpdu: swapped(tpdu) }),
    ...(header === undefined ? {} : { header: header.slice(0, 5) + asks + header.slice(6) }),
    mti: String(Number(request.mti) + 10).padStart(4, '0'),
  };
}

/** `60`, destination, source: the answer goes back where the request came from. */
function swapped(tpdu: string): string {
  return tpdu.slice(0, 2) + tpdu.slice(6) + tpdu.slice(2, 6);
}
