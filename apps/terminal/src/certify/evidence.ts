/** A frame as evidence: taken apart, named, and with every secret covered. */
import { describe, unionpay, type DescribedPart } from '@kaitong/iso8583';

export type Packet = {
  readonly way: 'sent' | 'received';
  readonly bytes: number;
  readonly parts: readonly {
    readonly path: string;
    readonly name: string;
    readonly shown: string;
  }[];
  /** Where it stopped being readable. */
  readonly error?: string;
};

const PATHS_MAX = 80;

type Line = Packet['parts'][number];

/** A field and what is packed inside it, each on a line. */
function unfolded({ path, name, shown, children }: DescribedPart): Line[] {
  return [{ path, name, shown }, ...children.flatMap(unfolded)];
}

export function packetOf(way: Packet['way'], frame: Uint8Array): Packet {
  const { parts, error } = describe(unionpay, frame, { lang: 'en' });
  return {
    way,
    bytes: frame.length,
    parts: parts.flatMap(unfolded).slice(0, PATHS_MAX),
    ...(error === undefined ? {} : { error: `${error.reason} at ${error.offset} (${error.path})` }),
  };
}
