/**
 * F62 of the lists of card beginnings: blacklist (390), cards that need no PIN (396) and those that
 * do all the same (398) (docs/protocol.md §3.7).
 */
import { fromAscii, toAscii } from './bytes.ts';
import { fixedDigits } from './decimal.ts';

/** One page of a list. */
export type BinList = {
  /** `0` there is none, `1` this is the last page, `2` more follow. */
  readonly flag: '0' | '1' | '2';
  /** The number of the last entry on this page: what the terminal asks for next. */
  readonly last: number;
  /** Card beginnings of up to 12 digits. */
  readonly bins: readonly string[];
};

const BIN_DIGITS_MAX = 12;
const ENTRY_CHARS = 14;

/** F62 of a request: the number from which to go on, `000` first. */
export function readBinListAsk(bytes: Uint8Array): number | undefined {
  const digits = toAscii(bytes) ?? '';
  return /^\d{3}$/.test(digits) ? Number(digits) : undefined;
}

/** F62 of a request. */
export function writeBinListAsk(from: number): Uint8Array {
  return fromAscii(fixedDigits(from, 3));
}

/** F62 of an answer; what follows the digits of an entry may be anything. */
export function readBinList(bytes: Uint8Array): BinList | undefined {
  const text = toAscii(bytes) ?? '';
  const head = /^([012])(\d{3})/.exec(text);
  if (head === null || (text.length - 4) % ENTRY_CHARS !== 0) return undefined;
  const bins: string[] = [];
  for (let at = 4; at < text.length; at += ENTRY_CHARS) {
    const size = Number(text.slice(at, at + 2));
    const bin = text.slice(at + 2, at + 2 + size);
    if (!(size >= 1 && size <= BIN_DIGITS_MAX) || !/^\d+$/.test(bin)) return undefined;
    bins.push(bin);
  }
  return { flag: head[1] as BinList['flag'], last: Number(head[2]), bins };
}

/** F62 of an answer; entries are filled with spaces. */
export function writeBinList({ flag, last, bins }: BinList): Uint8Array {
  const entries = bins.map((bin) => {
    if (!/^\d{1,12}$/.test(bin)) throw new RangeError('a card beginning has 1 to 12 digits');
    return fixedDigits(bin.length, 2) + bin.padEnd(BIN_DIGITS_MAX, ' ');
  });
  return fromAscii(flag + fixedDigits(last, 3) + entries.join(''));
}
