/**
 * A small host that speaks real bytes: it keeps keys, proves MACs, approves, declines, stays silent
 * or lies, as the test says. It remembers every message that came, and keeps books of its own.
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
  isSuccess,
  readF59,
  readF60,
  replyHead,
  sealWorkKeys,
  sm4Cipher,
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
import { HostBooks } from './host-books.ts';
import { managed } from './host-management.ts';
import { MAK, PIK, TDK, TMK } from './test-keys.ts';

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

const SECURED: ReadonlySet<string> = new Set(['0110', '0210', '0230', '0410', '0630']);

export class Host {
  readonly heard: Message[] = [];
  readonly moods: Mood[] = [];
  readonly books = new HostBooks();
  /** Digit 6 of each answer's header. */
  asks: HostAsk = '0';
  /** Whether the wish above is told once only. */
  asksOnce = false;
  batch = '000007';
  /** F13 of answers. */
  date = '0315';
  /** F55 of the next answers: what the issuer tells the chip. */
  issuer: Uint8Array | undefined;
  /** Whether working keys are for SM4 (sign-in 005) instead of DES. */
  isSm4 = false;
  /** Whether answers come byte by byte, as on the worst line. */
  drips = true;

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

  get #macKey(): MacKey {
    return this.isSm4
      ? { algorithm: 'cupEcb', key: TDK, cipher: sm4Cipher }
      : { algorithm: 'cupEcb', key: MAK, cipher: desCipher };
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
          const reply = this.#answer(frame) ?? new Uint8Array();
          if (this.drips) for (const byte of reply) chunks.push(Uint8Array.of(byte));
          else if (reply.length > 0) chunks.push(reply);
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
    if (64 in message.fields && !verifyMac(unionpay, frame, this.#macKey))
      throw new Error('the host was sent a wrong MAC');
    this.heard.push(message);
    const mood = this.moods.shift() ?? 'approve';
    const reply = this.#reply(message, mood);
    if (this.asksOnce) this.asks = '0';
    // Silence means that the answer was lost: the host did what it was asked.
    if (isSuccess(textOf(reply, 39) ?? '')) this.books.take(message, this.batch);
    if (mood === 'silent') return undefined;
    if (mood === 'garbage') return framed(Uint8Array.of(1, 2, 3));
    return framed(this.#write(reply, mood));
  }

  #write(reply: Message, mood: Mood): Uint8Array {
    const isSecured = SECURED.has(reply.mti);
    if (!isSecured || mood === 'noMac' || !isSuccess(textOf(reply, 39) ?? ''))
      return encode(unionpay, reply);
    const bytes = withMac(unionpay, reply, this.#macKey);
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
    const code = readF60(textOf(request, 60) ?? '')?.code ?? '';
    if (SIGN_INS.has(code)) return this.#signIn(mood, code);
    if (request.mti.startsWith('08')) return managed(request, code);
    if (request.mti === '0500') return this.#settled(request, mood);
    if (request.mti === '0320' || request.mti === '0620') return otherTrace(mood);
    if (request.mti === '0400') return {};
    const amount = typeof mood === 'object' && 'amount' in mood ? { 4: mood.amount ?? '' } : {};
    return {
      15: '0315',
      38: 'A12345',
      44: '03080000   48020000   ',
      63: textOf(request, 2)?.startsWith('4') === true ? 'VIS' : 'CUP',
      ...(this.issuer === undefined ? {} : { 55: this.issuer }),
      ...(textOf(request, 3) === '310000' ? { 54: '1002156C000000012345' } : {}),
      ...voucher(request),
      ...amount,
      ...otherTrace(mood),
    };
  }

  #signIn(mood: Mood, code: string): Record<number, FieldValue> {
    if (typeof mood === 'object') return {};
    const tmk = { key: TMK, cipher: this.isSm4 ? sm4Cipher : desCipher };
    const track = code === '003' ? {} : { tdk: TDK };
    const form = code === '004' || code === '005' ? code : '003';
    const f62 = sealWorkKeys({ pik: PIK, mak: this.#macKey.key, ...track }, tmk, form);
    if (mood === 'wrongKeys') f62[39] = (f62[39] ?? 0) ^ 1;
    return { 60: `00${this.batch}${code}`, 62: f62 };
  }

  /** Equal, unless the test gives both flags; the sums come back as they were sent. */
  #settled(request: Message, mood: Mood): Record<number, FieldValue> {
    const flags = typeof mood === 'object' && 'flags' in mood ? mood.flags : this.books.flags;
    const sums = textOf(request, 48) ?? '';
    const answer = `${sums.slice(0, 30)}${flags[0]}${sums.slice(31, 61)}${flags[1]}`;
    return { 15: '0315', 48: answer };
  }
}

const SIGN_INS: ReadonlySet<string> = new Set(['003', '004', '005']);

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

/** A QR sale gets a voucher, which its void brings back; a code to show gets both. */
function voucher(request: Message): Record<number, FieldValue> {
  const value = fromAscii(`V${'0'.repeat(13)}${textOf(request, 11)}`);
  if (textOf(request, 3) === '700000') {
    const qr = fromAscii('https://pay.example/q/1');
    return {
      59: writeF59([
        { tag: F59_PAY_CODE, value: qr },
        { tag: F59_VOUCHER, value },
      ]),
    };
  }
  const f59 = bytesOf(request, 59);
  if (f59 === undefined || tlvValue(readF59(f59) ?? [], F59_PAY_CODE) === undefined) return {};
  return { 59: writeF59([{ tag: F59_VOUCHER, value }]) };
}
