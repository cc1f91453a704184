/**
 * A small host that speaks real bytes: it keeps keys, proves MACs, approves, declines, stays silent
 * or lies, as the test says. It remembers every message that came.
 */
import {
  decode,
  desCipher,
  encode,
  F59_PAY_CODE,
  F59_VOUCHER,
  framed,
  FrameReader,
  fromAscii,
  fromHex,
  isSuccess,
  readF59,
  readF60,
  replyHead,
  sealWorkKeys,
  textOf,
  bytesOf,
  tlvValue,
  unionpay,
  verifyMac,
  withMac,
  writeF59,
} from '@kaitong/iso8583';
import type { FieldValue, HostAsk, MacKey, Message } from '@kaitong/iso8583';
import type { Connection } from '../ports.ts';

const PIK = fromHex('807A23AD32B36D457AE91FDF927570EA');
const MAK = fromHex('5BB5C72CD00B7338');

export const TMK = fromHex('CA5D92598DCA48CE8A4C76361A9269E9');
export const TMK_KCV = fromHex('43C6CCCB');

/** What the host does with the next message; then it approves again. */
export type Mood =
  | 'approve'
  | 'silent'
  | 'garbage'
  | 'wrongMac'
  | 'noMac'
  | 'otherTrace'
  | 'wrongKeys'
  | 'noLine'
  | { readonly code: string; readonly amount?: string }
  | { readonly flags: string };

export class Host {
  readonly heard: Message[] = [];
  readonly moods: Mood[] = [];
  /** Digit 6 of each answer's header. */
  asks: HostAsk = '0';
  batch = '000007';
  /** F13 of answers. */
  date = '0315';

  /** How the coming messages are treated, in order. */
  will(...moods: Mood[]): void {
    this.moods.push(...moods);
  }

  /** MTI and network management code of all that came, such as `0200` and `0800/003`. */
  get log(): string[] {
    return this.heard.map((message) => {
      const code = readF60(textOf(message, 60) ?? '')?.code ?? '000';
      return code === '000' ? message.mti : `${message.mti}/${code}`;
    });
  }

  async dial(): Promise<Connection> {
    if (this.moods[0] === 'noLine') {
      this.moods.shift();
      throw new Error('no carrier');
    }
    const chunks: Uint8Array[] = [];
    const reader = new FrameReader();
    return {
      send: async (bytes) => {
        for (const frame of reader.push(bytes).frames) {
          const reply = this.#answer(frame);
          // Byte by byte, as the worst line would.
          for (const byte of reply ?? []) chunks.push(Uint8Array.of(byte));
        }
      },
      receive: async () => chunks.shift(),
      close: async () => undefined,
    };
  }

  #answer(frame: Uint8Array): Uint8Array | undefined {
    const decoded = decode(unionpay, frame);
    if (!decoded.ok) throw new Error(`the host can not read: ${JSON.stringify(decoded.error)}`);
    const { message } = decoded;
    if (64 in message.fields && !verifyMac(unionpay, frame, macKey()))
      throw new Error('the host was sent a wrong MAC');
    this.heard.push(message);
    const mood = this.moods.shift() ?? 'approve';
    if (mood === 'silent') return undefined;
    if (mood === 'garbage') return framed(Uint8Array.of(1, 2, 3));
    return framed(this.#write(this.#reply(message, mood), mood));
  }

  #write(reply: Message, mood: Mood): Uint8Array {
    const isSecured = ['0210', '0230', '0410'].includes(reply.mti);
    if (!isSecured || mood === 'noMac' || !isSuccess(textOf(reply, 39) ?? ''))
      return encode(unionpay, reply);
    const bytes = withMac(unionpay, reply, macKey());
    if (mood === 'wrongMac') bytes[bytes.length - 1] = 0x21;
    return bytes;
  }

  #reply(request: Message, mood: Mood): Message {
    return {
      ...replyHead(request, this.asks),
      fields: {
        ...echoed(request),
        12: '101112',
        13: this.date,
        32: '48020000',
        37: `1011${request.mti}${textOf(request, 11)?.slice(2)}`,
        ...verdict(request, mood),
        ...this.#body(request, mood),
      },
    };
  }

  #body(request: Message, mood: Mood): Record<number, FieldValue> {
    if (request.mti === '0800') return this.#signIn(mood);
    if (request.mti === '0500') return settled(request, mood);
    if (request.mti !== '0200' && request.mti !== '0220') return otherTrace(mood);
    const amount = typeof mood === 'object' && 'amount' in mood ? { 4: mood.amount ?? '' } : {};
    return {
      15: '0315',
      38: 'A12345',
      44: '03080000   48020000   ',
      63: textOf(request, 2)?.startsWith('4') === true ? 'VIS' : 'CUP',
      ...voucher(request),
      ...amount,
      ...otherTrace(mood),
    };
  }

  #signIn(mood: Mood): Record<number, FieldValue> {
    if (typeof mood === 'object') return {};
    const tmk = { key: TMK, cipher: desCipher };
    const f62 = sealWorkKeys({ pik: PIK, mak: MAK }, tmk);
    if (mood === 'wrongKeys') f62[39] = (f62[39] ?? 0) ^ 1;
    return { 60: `00${this.batch}003`, 62: f62 };
  }
}

function macKey(): MacKey {
  return { algorithm: 'cupEcb', key: MAK, cipher: desCipher };
}

function echoed({ fields }: Message): Record<number, FieldValue> {
  const kept = [2, 3, 4, 11, 25, 41, 42, 49, 60].flatMap((field): [number, FieldValue][] => {
    const value = fields[field];
    return value === undefined ? [] : [[field, value]];
  });
  return Object.fromEntries(kept);
}

/** A settlement is answered without F39, unless it is refused. */
function verdict({ mti }: Message, mood: Mood): Record<number, FieldValue> {
  if (typeof mood === 'object' && 'code' in mood) return { 39: mood.code };
  return mti === '0500' ? {} : { 39: '00' };
}

function otherTrace(mood: Mood): Record<number, FieldValue> {
  return mood === 'otherTrace' ? { 11: '999998' } : {};
}

/** A QR sale gets a voucher, which its void brings back. */
function voucher(request: Message): Record<number, FieldValue> {
  const f59 = bytesOf(request, 59);
  if (f59 === undefined || tlvValue(readF59(f59) ?? [], F59_PAY_CODE) === undefined) return {};
  const value = fromAscii(`V${'0'.repeat(13)}${textOf(request, 11)}`);
  return { 59: writeF59([{ tag: F59_VOUCHER, value }]) };
}

/** Equal, unless the test gives both flags; the sums come back as they were sent. */
function settled(request: Message, mood: Mood): Record<number, FieldValue> {
  const [domestic, foreign] = typeof mood === 'object' && 'flags' in mood ? mood.flags : '11';
  const sums = textOf(request, 48) ?? '';
  const answer = `${sums.slice(0, 30)}${domestic}${sums.slice(31, 61)}${foreign}`;
  return { 15: '0315', 48: answer };
}
