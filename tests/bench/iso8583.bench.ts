/**
 * Decode and encode of one 0200 with 17 fields (300 bytes with its two of length), against npm
 * `iso_8583` in the same run, and against a plain copy of the same bytes. Time is processor time of
 * this process, and rounds of both alternate, so that a busy machine slows both.
 */
import Peer from 'iso_8583';
import { decode, encode, fromHex, toHex, unionpay, type Message } from '@kaitong/iso8583';
import { jposFigures } from './jpos.ts';
import type { Figures } from './main.ts';

const chip =
  '9F2608DEAE676D1C4734119F2701809F101307020103A0A806010A01000000000098F01F529F3704AA0FBE659F36020349' +
  '9505008004E0009A031611159C01009F02060000000055885F2A02015682027C009F1A0201569F03060000000000009F33' +
  '03E0E1C89F34034203009F3501229F1E0831323334353637388408A0000003330101019F090200309F410400000003' +
  '9F631030313033303030300000000000000000' +
  'DF310D00112233445566778899AABBCC';

// 6200000000000005 is of a test range.
const sale: Message = {
  tpdu: '6000030000',
  header: '603100000000',
  mti: '0200',
  fields: {
    2: '6200000000000005',
    3: '000000',
    4: '000000000100',
    11: '000123',
    14: '3012',
    22: '051',
    23: '001',
    25: '00',
    26: '12',
    35: '6200000000000005D30122011234',
    41: '12345678',
    42: '123456789012345',
    49: '156',
    52: fromHex('0123456789ABCDEF'),
    55: fromHex(chip),
    60: '22000001000600',
    64: fromHex('0011223344556677'),
  },
};

/** What the peer takes: the same fields, bytes spelled in hex, the MAC as a field that it knows. */
const peerFormats = {
  64: { ContentType: 'b', Label: 'MAC', LenType: 'fixed', MaxLen: 16 },
};

const peerSale: Readonly<Record<number, string>> = {
  0: sale.mti,
  ...Object.fromEntries(
    Object.entries(sale.fields).map(([field, value]) => [
      field,
      typeof value === 'string' ? value : toHex(value),
    ]),
  ),
};

/** Times both codecs on one message; `ratio` is how often ours goes while the peer goes once. */
export async function bench(options: {
  readonly isSmall: boolean;
  readonly say: (line: string) => void;
}): Promise<Figures> {
  const { isSmall, say } = options;
  const bytes = encode(unionpay, sale);
  const peerBytes = new Peer(peerSale, peerFormats).getBufferMessage();
  if (!(peerBytes instanceof Uint8Array)) throw new Error('iso_8583 refused the message');
  const rounds = isSmall ? 1 : 9;
  const count = isSmall ? 200 : 100_000;
  const ours = count;
  const theirs = Math.ceil(count / 50);
  const times = { decode: 0, encode: 0, copy: 0, peerDecode: 0, peerEncode: 0 };
  const work: Readonly<Record<keyof typeof times, readonly [() => unknown, number]>> = {
    decode: [() => decode(unionpay, bytes), ours],
    peerDecode: [() => new Peer(undefined, peerFormats).getIsoJSON(peerBytes), theirs],
    encode: [() => encode(unionpay, sale), ours],
    peerEncode: [() => new Peer(peerSale, peerFormats).getBufferMessage(), theirs],
    copy: [() => bytes.slice(), ours],
  };
  for (let round = 0; round <= rounds; round++)
    for (const [name, [once, repeats]] of Object.entries(work)) {
      const took = nanosecondsEach(once, repeats);
      const key = name as keyof typeof times;
      // Round 0 is for the compiler. Of the others the best counts: nothing makes code run faster.
      if (round > 0) times[key] = round === 1 ? took : Math.min(times[key], took);
    }
  const figures = figuresOf(times, bytes.length);
  say(
    `frame: ${bytes.length + 2} bytes, 17 fields; iso_8583 has ${peerBytes.length} bytes for them`,
  );
  return { ...figures, ...jposFigures({ count, say }) };
}

function nanosecondsEach(once: () => unknown, count: number): number {
  const before = process.cpuUsage();
  let kept: unknown;
  for (let i = 0; i < count; i++) kept = once();
  const { user, system } = process.cpuUsage(before);
  if (kept === undefined) throw new Error('nothing was measured');
  return ((user + system) * 1000) / count;
}

function figuresOf(
  times: Readonly<Record<'decode' | 'encode' | 'copy' | 'peerDecode' | 'peerEncode', number>>,
  size: number,
): Figures {
  const { decode: read, encode: written, copy, peerDecode, peerEncode } = times;
  return {
    ratio: (peerDecode + peerEncode) / (read + written),
    decodeRatio: peerDecode / read,
    encodeRatio: peerEncode / written,
    decode_ns: read,
    encode_ns: written,
    peerDecode_ns: peerDecode,
    peerEncode_ns: peerEncode,
    decodeMBperSecond: (size * 1000) / read,
    encodeMBperSecond: (size * 1000) / written,
    copyMBperSecond: (size * 1000) / copy,
  };
}
