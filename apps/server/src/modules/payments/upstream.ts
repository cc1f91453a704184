import { isSuccess } from '@kaitong/iso8583';
import type { NetworkMessage } from '#connectors/card-network';
import type { Leg } from './legs/store.ts';
import { ACQUIRER, wallClock, type MessageKey } from './model.ts';

/** What a terminal said of how the card was read and the PIN given; only for this request. */
export type Reading = {
  readonly entryMode: string;
  /** The PIN block, already under the zone key. */
  readonly pinBlock?: Uint8Array;
  /** Whether the terminal can take a part of the amount. */
  readonly partial?: boolean;
};

/** F60 of a request to the network: a part of the amount may be approved. */
const PARTIAL_ALLOWED = '1';

type Request = {
  readonly leg: Pick<Leg, 'kind' | 'form' | 'trace' | 'sent_at' | 'amount_minor'>;
  readonly key: Pick<MessageKey, 'merchantNo' | 'terminalNo'>;
  readonly rrn: string;
  readonly now: Date;
};

type LegForm = Leg['form'];
const MTI: Readonly<Record<LegForm, string>> = {
  sale: '0200',
  preauth: '0100',
  addition: '0100',
  completion: '0200',
  advice: '0220',
  code: '0200',
};
const PROCESSING: Readonly<Record<LegForm, string>> = {
  sale: '000000',
  preauth: '030000',
  addition: '030000',
  completion: '000000',
  advice: '000000',
  code: '700000',
};
const CONDITION: Readonly<Record<LegForm, string>> = {
  sale: '00',
  preauth: '06',
  addition: '60',
  completion: '06',
  advice: '00',
  code: '00',
};

function mtiOf({ kind, form }: Pick<Leg, 'kind' | 'form'>): string {
  if (kind === 'refund') return '0220';
  if (kind === 'void') return form === 'preauth' ? '0100' : '0200';
  return MTI[form];
}

function common({ leg, key, rrn, now }: Request): Record<number, string> {
  const at = wallClock(now);
  return {
    4: leg.amount_minor.toString().padStart(12, '0'),
    7: leg.sent_at,
    11: leg.trace,
    12: at.slice(4),
    13: at.slice(0, 4),
    25: CONDITION[leg.form],
    32: ACQUIRER,
    33: ACQUIRER,
    37: rrn,
    41: key.terminalNo,
    42: key.merchantNo,
    49: '156',
  };
}

type SaleRequest = Request & {
  readonly reading: Reading;
  readonly mcc: string;
  readonly pan?: string;
  readonly code?: string;
  /** What it follows: the hold of a completion, the sale of a tip. */
  readonly original?: Leg;
  /** The approval that it rests on: of the hold, or given by phone. */
  readonly authCode?: string;
};

/** A sale, and everything that asks for money or a hold as a sale does. */
export function saleMessage(request: SaleRequest): NetworkMessage {
  const { leg, reading, mcc, pan, code, original, authCode } = request;
  return {
    mti: mtiOf(leg),
    fields: {
      ...common(request),
      ...(pan === undefined ? {} : { 2: pan }),
      3: PROCESSING[leg.form],
      18: mcc,
      22: reading.entryMode,
      ...(authCode === undefined ? {} : { 38: authCode }),
      ...(code === undefined ? {} : { 48: code }),
      ...(reading.partial === true ? { 60: PARTIAL_ALLOWED } : {}),
      ...(original ? { 90: originalElements(original) } : {}),
      ...(reading.pinBlock ? { 52: reading.pinBlock, 53: '2600000000000000' } : {}),
    },
  };
}

type UndoRequest = Request & { readonly mcc: string; readonly original: Leg };

/** Void (0200) and refund (0220) name their original in F90; no card number is needed for that. */
export function undoMessage(request: UndoRequest): NetworkMessage {
  const { leg, mcc, original } = request;
  return {
    mti: mtiOf(leg),
    fields: { ...common(request), 3: '200000', 18: mcc, 90: originalElements(original) },
  };
}

/** A reversal repeats what it reverses, and carries no card, no track and no PIN. */
export function reversalMessage(
  request: Omit<UndoRequest, 'mcc'> & { readonly isRepeat: boolean },
): NetworkMessage {
  const { original, isRepeat } = request;
  const code = original.kind === 'sale' ? PROCESSING[original.form] : '200000';
  return {
    mti: isRepeat ? '0421' : '0420',
    fields: { ...common(request), 3: code, 90: originalElements(original) },
  };
}

/** F90: MTI 4, F11 6, F7 10, F32 11, F33 11. */
function originalElements(leg: Leg): string {
  const institution = ACQUIRER.padStart(11, '0');
  return `${mtiOf(leg)}${leg.trace}${leg.sent_at}${institution}${institution}`;
}

/** Asks whether a code that is shown was paid; it moves nothing and may be asked again. */
export function codeQuery(
  request: Request & { readonly mcc: string; readonly leg: Leg },
): NetworkMessage {
  return {
    mti: '0200',
    fields: {
      ...common(request),
      3: '730000',
      18: request.mcc,
      22: '030',
      90: originalElements(request.leg),
    },
  };
}

type Inquiry = Omit<Request, 'leg'> & {
  readonly trace: string;
  readonly reading: Reading;
  readonly mcc: string;
  readonly pan: string;
};

/** Asks what is on a card: no amount, and nothing to take back when no answer comes. */
export function inquiryMessage({ trace, reading, mcc, pan, ...request }: Inquiry): NetworkMessage {
  const sent_at = wallClock(request.now);
  const leg = { kind: 'sale', form: 'sale', trace, sent_at, amount_minor: 0n } as const;
  const { 4: _, ...fields } = common({ ...request, leg });
  return {
    mti: '0200',
    fields: {
      ...fields,
      2: pan,
      3: '310000',
      18: mcc,
      22: reading.entryMode,
      ...(reading.pinBlock ? { 52: reading.pinBlock, 53: '2600000000000000' } : {}),
    },
  };
}

/** What an answer means. Only an explicit yes to exactly what was asked is a yes. */
export type Judged =
  | {
      readonly kind: 'yes';
      readonly code: string;
      readonly authCode?: string;
      readonly day?: string;
      /** Less than was asked for, where that was allowed. */
      readonly part?: bigint;
      /** F54. */
      readonly balance?: string;
      /** F48: the code to show. */
      readonly shown?: string;
    }
  | { readonly kind: 'no'; readonly code: string }
  | { readonly kind: 'unknown' };

const ECHOED = [11, 41, 42] as const;
const PARTIAL = '10';

/** Judges an answer by what was asked, and by whether a part of it would do. */
export function judgeAnswer(
  request: NetworkMessage,
  answer: NetworkMessage | undefined,
  { partial = false }: { partial?: boolean } = {},
): Judged {
  const code = answer?.fields[39];
  if (!answer || typeof code !== 'string') return { kind: 'unknown' };
  if (ECHOED.some((field) => answer.fields[field] !== request.fields[field]))
    return { kind: 'unknown' };
  const part = partial && code === PARTIAL ? partOf(request, answer) : undefined;
  // A part of the amount was approved and we never asked for that: it is taken back as a whole.
  if (code === PARTIAL && part === undefined) return { kind: 'unknown' };
  if (part === undefined && answer.fields[4] !== request.fields[4]) return { kind: 'unknown' };
  if (!isSuccess(code)) return { kind: 'no', code };
  const [authCode, day, balance] = [answer.fields[38], answer.fields[15], answer.fields[54]];
  const shown = answer.fields[48];
  return {
    kind: 'yes',
    code,
    ...(typeof authCode === 'string' ? { authCode } : {}),
    ...(typeof day === 'string' ? { day } : {}),
    ...(part === undefined ? {} : { part }),
    ...(typeof balance === 'string' ? { balance } : {}),
    ...(typeof shown === 'string' ? { shown } : {}),
  };
}

/** The approved part: more than nothing, less than what was asked. */
function partOf(request: NetworkMessage, answer: NetworkMessage): bigint | undefined {
  const [asked, given] = [request.fields[4], answer.fields[4]];
  if (typeof asked !== 'string' || typeof given !== 'string') return undefined;
  const part = BigInt(given);
  return part > 0n && part < BigInt(asked) ? part : undefined;
}
