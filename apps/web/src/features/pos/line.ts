/** The line of a terminal that has no socket: each call goes to the real terminal port through the server. */
import type { Connection } from '@kaitong/terminal';

/** What a trainer lets go wrong, once. */
export type Fault = 'loseAnswer' | 'noLine' | 'paperOut' | 'printerBroken';

export type Wire = {
  /** Sends the bytes of one call and gives what came back, if anything did. */
  readonly carry: (bytes: Uint8Array) => Promise<Uint8Array | undefined>;
  /** Whether this is to go wrong now; once asked, it is used up. */
  readonly takeFault: (fault: Fault) => boolean;
};

export async function dialThrough({ carry, takeFault }: Wire): Promise<Connection> {
  if (takeFault('noLine')) throw new Error('the trainer pulled the plug');
  let reply: Uint8Array | undefined;
  return {
    send: async (bytes) => {
      const heard = await carry(bytes);
      // The host has the request and has answered; only the terminal never hears of it.
      reply = takeFault('loseAnswer') ? undefined : heard;
    },
    receive: async () => {
      const bytes = reply;
      reply = undefined;
      return bytes;
    },
    close: async () => {},
  };
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes));
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (sign) => sign.codePointAt(0) ?? 0);
}
