import { isSuccess } from '@kaitong/iso8583';
import type { NetworkMessage } from '#connectors/card-network';
import type { Leg } from './legs/store.ts';
import { ACQUIRER, wallClock, type MessageKey } from './model.ts';

/** What a terminal said of how the card was read and the PIN given; only for this request. */
export type Reading = {
  readonly entryMode: string;
  /** The PIN block, already under the zone key. */
  readonly pinBlock?: Uint8Array;
};

type Request = {
  readonly leg: Leg;
  readonly key: Pick<MessageKey, 'merchantNo' | 'terminalNo'>;
  readonly rrn: string;
  readonly now: Date;
};

function common({ leg, key, rrn, now }: Request): Record<number, string> {
  const at = wallClock(now);
  return {
    4: leg.amount_minor.toString().padStart(12, '0'),
    7: leg.sent_at,
    11: leg.trace,
    12: at.slice(4),
    13: at.slice(0, 4),
    25: '00',
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
};

export function saleMessage(request: SaleRequest): NetworkMessage {
  const { reading, mcc, pan, code } = request;
  return {
    mti: '0200',
    fields: {
      ...common(request),
      ...(pan === undefined ? {} : { 2: pan }),
      3: '000000',
      18: mcc,
      22: reading.entryMode,
      ...(code === undefined ? {} : { 48: code }),
      ...(reading.pinBlock ? { 52: reading.pinBlock, 53: '2600000000000000' } : {}),
    },
  };
}

type UndoRequest = Request & { readonly mcc: string; readonly original: Leg };

/** Void (0200) and refund (0220) name their original in F90; no card number is needed for that. */
export function undoMessage(request: UndoRequest): NetworkMessage {
  const { leg, mcc, original } = request;
  return {
    mti: leg.kind === 'refund' ? '0220' : '0200',
    fields: { ...common(request), 3: '200000', 18: mcc, 90: originalElements(original) },
  };
}

/** A reversal repeats what it reverses, and carries no card, no track and no PIN. */
export function reversalMessage(request: Omit<UndoRequest, 'mcc'>): NetworkMessage {
  const { original } = request;
  const code = original.kind === 'sale' ? '000000' : '200000';
  return {
    mti: '0420',
    fields: { ...common(request), 3: code, 90: originalElements(original) },
  };
}

/** F90: MTI 4, F11 6, F7 10, F32 11, F33 11. */
function originalElements({ kind, trace, sent_at }: Leg): string {
  const institution = ACQUIRER.padStart(11, '0');
  const mti = kind === 'refund' ? '0220' : '0200';
  return `${mti}${trace}${sent_at}${institution}${institution}`;
}

/** What an answer means. Only an explicit yes to exactly what was asked is a yes. */
export type Judged =
  | {
      readonly kind: 'yes';
      readonly code: string;
      readonly authCode?: string;
      readonly day?: string;
    }
  | { readonly kind: 'no'; readonly code: string }
  | { readonly kind: 'unknown' };

const ECHOED = [4, 11, 41, 42] as const;
const PARTIAL = '10';

export function judgeAnswer(request: NetworkMessage, answer: NetworkMessage | undefined): Judged {
  const code = answer?.fields[39];
  if (!answer || typeof code !== 'string') return { kind: 'unknown' };
  if (ECHOED.some((field) => answer.fields[field] !== request.fields[field]))
    return { kind: 'unknown' };
  // A part of the amount was approved and we never asked for that: it is taken back as a whole.
  if (code === PARTIAL) return { kind: 'unknown' };
  if (!isSuccess(code)) return { kind: 'no', code };
  const [authCode, day] = [answer.fields[38], answer.fields[15]];
  return {
    kind: 'yes',
    code,
    ...(typeof authCode === 'string' ? { authCode } : {}),
    ...(typeof day === 'string' ? { day } : {}),
  };
}
