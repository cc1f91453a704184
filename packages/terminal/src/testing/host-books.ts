/** What the host believes has happened, so that a test can hold it against the terminal's log. */
import { readF60, textOf } from '@kaitong/iso8583';
import type { Message } from '@kaitong/iso8583';

type Booked = { readonly type: string; readonly amount: string; readonly isReversed: boolean };

const TAKEN: ReadonlySet<string> = new Set(['0100', '0200', '0220']);
const TIP = '34';
const INQUIRIES: ReadonlySet<string> = new Set(['310000', '700000']);

export class HostBooks {
  /** By batch and trace; the same key twice counts once, as replays do. */
  readonly #booked = new Map<string, Booked>();
  /** Both flags of the next settlement's answer. */
  flags = '11';
  readonly uploaded: string[] = [];

  take(request: Message, batch: string): void {
    const key = `${readF60(textOf(request, 60) ?? '')?.batch ?? batch}-${textOf(request, 11)}`;
    if (request.mti === '0400') return this.#reverse(key);
    if (request.mti === '0320') this.uploaded.push(textOf(request, 48) ?? key);
    if (!TAKEN.has(request.mti) || INQUIRIES.has(textOf(request, 3) ?? '')) return;
    if (this.#booked.has(key)) return;
    const type = readF60(textOf(request, 60) ?? '')?.type ?? '';
    // A tip says its own amount in F48, and in F4 what the sale comes to.
    const amount = textOf(request, type === TIP ? 48 : 4) ?? '';
    this.#booked.set(key, { type, amount, isReversed: false });
  }

  /** What stands, as `batch-trace type amount`. */
  get standing(): string[] {
    return [...this.#booked]
      .filter(([, { isReversed }]) => !isReversed)
      .map(([key, { type, amount }]) => `${key} ${type} ${amount}`)
      .toSorted();
  }

  #reverse(key: string): void {
    const found = this.#booked.get(key);
    if (found !== undefined) this.#booked.set(key, { ...found, isReversed: true });
  }
}
