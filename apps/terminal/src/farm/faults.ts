/**
 * What goes wrong on the way: a line that does one thing wrong with its next request. The terminal
 * and the house behind it are the real ones; only what lies between them misbehaves.
 */
import type { Connection } from '@kaitong/terminal';

export const LINE_FAULTS = [
  'halfFrame',
  'noAnswer',
  'lateAnswer',
  'duplicate',
  'reordered',
  'wrongMac',
  'wrongReplyMac',
  'noLine',
] as const;

export type LineFault = (typeof LINE_FAULTS)[number];

export type Traffic = { sent: number; received: number };

/** A line that may be told to do its next payment wrong. */
export class FaultyLine {
  readonly #dial: () => Promise<Connection>;
  readonly #traffic: Traffic;
  #fault: LineFault | undefined;
  /** The last request that went out whole, for frames that come twice or in the wrong order. */
  #last: Uint8Array | undefined;

  constructor(dial: () => Promise<Connection>, traffic: Traffic) {
    this.#dial = dial;
    this.#traffic = traffic;
  }

  /** The next payment is treated so; what is not a payment passes. */
  next(fault: LineFault): void {
    this.#fault = fault;
  }

  /** What waited for a payment that was none is over. */
  clear(): void {
    this.#fault = undefined;
  }

  async dial(): Promise<Connection> {
    if (this.#fault === 'noLine') {
      this.#fault = undefined;
      throw new Error('no carrier');
    }
    const line = await this.#dial();
    let fault: LineFault | undefined;
    return {
      // Half a frame is followed by silence, not by an end: the house must hang up by itself.
      close: async () => (fault === 'halfFrame' ? undefined : line.close()),
      send: async (bytes) => {
        fault = this.#faultFor(bytes);
        this.#traffic.sent++;
        await send(line, { bytes, fault, before: this.#last });
        this.#last = bytes;
      },
      receive: async () => {
        const bytes = await receive(line, fault);
        if (bytes !== undefined) this.#traffic.received++;
        return bytes;
      },
    };
  }

  #faultFor(bytes: Uint8Array): LineFault | undefined {
    if (!isPayment(bytes)) return undefined;
    const fault = this.#fault;
    this.#fault = undefined;
    return fault;
  }
}

// Two bytes of length, five of TPDU, six of header.
const MTI_AT = 13;

function isPayment(bytes: Uint8Array): boolean {
  return bytes[MTI_AT] === 0x02 && bytes[MTI_AT + 1] === 0x00;
}

type Sending = {
  readonly bytes: Uint8Array;
  readonly fault: LineFault | undefined;
  readonly before: Uint8Array | undefined;
};

async function send(line: Connection, { bytes, fault, before }: Sending): Promise<void> {
  // An older request overtakes this one, so that the first answer is not for it.
  if (fault === 'reordered' && before !== undefined) await line.send(before);
  if (fault === 'duplicate') await line.send(bytes);
  if (fault === 'halfFrame') return line.send(bytes.subarray(0, bytes.length >> 1));
  return line.send(fault === 'wrongMac' ? flipped(bytes) : bytes);
}

async function receive(
  line: Connection,
  fault: LineFault | undefined,
): Promise<Uint8Array | undefined> {
  // Half a frame, and then nobody says anything.
  if (fault === 'halfFrame' || fault === 'noAnswer') return undefined;
  const bytes = await line.receive();
  // The answer comes after the terminal has given up: it is read by nobody.
  if (fault === 'lateAnswer') return undefined;
  return fault === 'wrongReplyMac' && bytes !== undefined ? flipped(bytes) : bytes;
}

/** The last byte is another: it belongs to the MAC, when there is one. */
function flipped(bytes: Uint8Array): Uint8Array {
  const other = bytes.slice();
  const last = other.length - 1;
  other[last] = (other[last] ?? 0) ^ 1;
  return other;
}
