/** A frame as evidence: taken apart, named, and with every secret covered. */
import { describe, unionpay } from '@kaitong/iso8583';

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

export function packetOf(way: Packet['way'], frame: Uint8Array): Packet {
  const { parts, error } = describe(unionpay, frame, { lang: 'en' });
  return {
    way,
    bytes: frame.length,
    parts: parts.slice(0, PATHS_MAX).map(({ path, name, shown }) => ({ path, name, shown })),
    ...(error === undefined ? {} : { error: `${error.reason} at ${error.offset} (${error.path})` }),
  };
}
