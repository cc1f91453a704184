import { isSuccess, responseOf } from '@kaitong/iso8583';
import type { api, ReplyOf } from '@kaitong/contract';
import type { Answer, MessageKey } from '#payments';

export type RequestKind = 'sale' | 'void' | 'refund' | 'settlement';
export type AnswerReply = ReplyOf<typeof api.jsonLine.sale>;

/** A card token counts as read without contact, a code as scanned (protocol.md §2.1). */
export const ENTRY = { card: '072', qr: '030' } as const;

/** Message class and type of each kind on the card line: one book of exchanges for both. */
export const EXCHANGE_KIND = {
  sale: '0200:22',
  void: '0200:23',
  refund: '0220:25',
} as const;

export const CHECK_IN_HOURS = 24;

/** What the verbs answered, for a client that reads JSON. */
export function answerReply(
  clientSn: string,
  { batchNo, trace }: MessageKey,
  { code, rrn, authCode }: Answer,
): AnswerReply {
  return {
    clientSn,
    code,
    approved: isSuccess(code),
    words: { ...responseOf(code).words },
    batchNo,
    trace,
    ...(rrn === undefined ? {} : { rrn }),
    ...(authCode === undefined ? {} : { authCode }),
  };
}
