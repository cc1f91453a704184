/** The bench of a certification: makes messages, sends them right or wrong, and keeps what it saw. */
import {
  bytesOf,
  decode,
  desCipher,
  encode,
  framed,
  fromHex,
  isSuccess,
  openWorkKeys,
  readF60,
  textOf,
  unionpay,
  verifyMac,
  withMac,
  writeAmount,
  writeF60,
  type FieldValue,
  type MacKey,
  type Message,
  type WorkKeys,
} from '@kaitong/iso8583';
import type { Address } from '../file-store.ts';
import { Call, type Heard } from './call.ts';
import { packetOf, type Packet } from './evidence.ts';
import type { Subject } from './subject.ts';

export type Finding = {
  readonly what: string;
  readonly ok: boolean;
  /** A `should` is told, and fails nothing. */
  readonly level: 'must' | 'should';
  readonly saw: string;
};

export type Wanted = {
  readonly mti: string;
  readonly fields: Readonly<Record<number, FieldValue>>;
  readonly mac?: 'right' | 'wrong' | 'none';
  readonly terminalNo?: string;
  readonly merchantNo?: string;
};

export type Reply = {
  readonly code: string | undefined;
  readonly message: Message | undefined;
  readonly frame: Uint8Array | undefined;
  readonly how: Heard['kind'] | 'unreadable';
};

const ANSWER_ms = 30_000;

/** What was seen instead; bytes are counted, not shown. */
type Seen = FieldValue | bigint | boolean | undefined;

function inWords(saw: Seen): string {
  if (saw === undefined) return 'nothing';
  return saw instanceof Uint8Array ? `${saw.length} bytes` : String(saw);
}

/** The host does not offer this flow: neither good nor bad. */
export class NotOffered extends Error {
  override name = 'NotOffered';
}

export class Lab {
  readonly subject: Subject;
  readonly address: Address;
  findings: Finding[] = [];
  packets: Packet[] = [];
  batch = '000000';
  keys: WorkKeys | undefined;
  #trace: number;

  constructor(subject: Subject, address: Address) {
    this.subject = subject;
    this.address = address;
    this.#trace = subject.trace;
  }

  get nextTrace(): number {
    return this.#trace;
  }

  takeTrace(): string {
    const trace = String(this.#trace).padStart(6, '0');
    this.#trace = this.#trace >= 999_999 ? 1 : this.#trace + 1;
    return trace;
  }

  must(what: string, ok: boolean, saw: Seen = ''): void {
    this.findings.push({ what, ok, level: 'must', saw: inWords(saw) });
  }

  should(what: string, ok: boolean, saw: Seen = ''): void {
    this.findings.push({ what, ok, level: 'should', saw: inWords(saw) });
  }

  /** The answer code of a flow that a host need not offer. */
  offered({ code }: Reply): void {
    if (code === '40' || code === '57') throw new NotOffered(`answered ${code}`);
  }

  /** F60 of a message of this terminal. */
  f60(type: string, code = '000', batch = this.batch): string {
    const tail = type === '00' ? {} : { capability: '6', condition: '0', partial: '0' };
    return writeF60({ type, batch, code, ...tail });
  }

  message({ mti, fields, terminalNo, merchantNo }: Wanted): Message {
    const { subject } = this;
    return {
      tpdu: subject.tpdu,
      header: subject.header,
      mti,
      fields: {
        ...fields,
        41: terminalNo ?? subject.terminalNo,
        42: merchantNo ?? subject.merchantNo,
      },
    };
  }

  /** The frame of a message, with its MAC as wanted. */
  frame(wanted: Wanted): Uint8Array {
    const message = this.message(wanted);
    const { mac = wanted.mti.startsWith('08') ? 'none' : 'right' } = wanted;
    if (mac === 'none' || this.keys === undefined) return encode(unionpay, message);
    const bytes = withMac(unionpay, message, this.macKey);
    const last = bytes.length - 1;
    if (mac === 'wrong') bytes[last] = (bytes[last] ?? 0) ^ 1;
    return bytes;
  }

  get macKey(): MacKey {
    return {
      algorithm: this.subject.macAlgorithm,
      key: this.keys?.mak ?? new Uint8Array(16),
      cipher: desCipher,
    };
  }

  /** One request on a connection of its own. */
  async ask(wanted: Wanted): Promise<Reply> {
    return this.exchange(this.frame(wanted));
  }

  async exchange(frame: Uint8Array): Promise<Reply> {
    const call = await Call.to(this.address);
    try {
      this.packets.push(packetOf('sent', frame));
      await call.send(framed(frame));
      return this.read(await call.hear(ANSWER_ms));
    } finally {
      call.close();
    }
  }

  read(heard: Heard): Reply {
    if (heard.kind !== 'frame')
      return { code: undefined, message: undefined, frame: undefined, how: heard.kind };
    const { frame } = heard;
    this.packets.push(packetOf('received', frame));
    const decoded = decode(unionpay, frame);
    if (!decoded.ok) return { code: undefined, message: undefined, frame, how: 'unreadable' };
    const { message } = decoded;
    return { code: textOf(message, 39), message, frame, how: 'frame' };
  }

  /** Sign-in as it should be; the keys are used from here on. */
  async signIn(): Promise<Reply> {
    const reply = await this.ask({
      mti: '0800',
      fields: {
        11: this.takeTrace(),
        60: this.f60('00', this.subject.signInCode),
        63: '01 ',
      },
    });
    const f62 = reply.message && bytesOf(reply.message, 62);
    const tmk = { key: fromHex(this.subject.tmk), cipher: desCipher };
    const opened = f62 && openWorkKeys(f62, tmk);
    if (opened?.ok === true) this.keys = opened.keys;
    const batch = readF60(reply.message ? (textOf(reply.message, 60) ?? '') : '')?.batch;
    if (opened?.ok === true && batch !== undefined) this.batch = batch;
    return reply;
  }

  /** The fields of a keyed sale of so many fen. */
  sale(fen: number, more: Readonly<Record<number, FieldValue>> = {}): Record<number, FieldValue> {
    const { card } = this.subject;
    return {
      2: card.pan,
      3: '000000',
      4: writeAmount(BigInt(fen)),
      11: this.takeTrace(),
      14: card.expiry,
      22: '012',
      25: '00',
      49: '156',
      60: this.f60('22'),
      63: '01 ',
      ...more,
    };
  }

  /** Whether a reply proves itself as the book says: MAC on a yes, none on a no. */
  checkProof(reply: Reply): void {
    const { code = '', frame, message } = reply;
    const has = message?.fields[64] !== undefined;
    if (isSuccess(code) && frame !== undefined)
      this.must('the MAC of the approval is right', verifyMac(unionpay, frame, this.macKey), has);
    else this.must('a refusal carries no MAC', !has, has ? 'F64' : 'none');
  }

  /** Whether a reply belongs to its request. */
  checkBelongs(reply: Reply, fields: Readonly<Record<number, FieldValue>>): void {
    const { message } = reply;
    for (const field of [3, 4, 11]) {
      if (fields[field] === undefined) continue;
      const saw = message?.fields[field];
      this.must(`F${field} is the request's`, saw === fields[field], saw);
    }
    const own: [number, string][] = [
      [41, this.subject.terminalNo],
      [42, this.subject.merchantNo],
    ];
    for (const [field, is] of own)
      this.must(
        `F${field} is the request's`,
        message?.fields[field] === is,
        message?.fields[field],
      );
  }

  /** Whether every field that the book wants is there. */
  checkPresent({ message }: Reply, fields: readonly number[], level: 'must' | 'should' = 'must') {
    const missing = fields.filter((field) => message?.fields[field] === undefined);
    const what = `the answer has F${fields.join(' F')}`;
    this[level](what, missing.length === 0, missing.map((field) => `no F${field}`).join(' '));
  }
}
