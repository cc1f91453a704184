import { responseOf } from '@kaitong/iso8583';
import type { SettlementTotals } from '@kaitong/iso8583';
import type { Words } from '@kaitong/values';
import { REFUSALS, UNKNOWNS } from './result-words.ts';
import type { PaymentSlip, SettlementSlip } from './slip.ts';

/** Why nothing was sent. */
export type RefusedReason =
  | 'notInstalled'
  | 'keyCheck'
  | 'otherTerminal'
  | 'notSignedIn'
  | 'amountNotValid'
  | 'cardNotValid'
  | 'codeNotValid'
  | 'originalNotFound'
  | 'alreadyVoided'
  | 'alreadyCompleted'
  | 'alreadyPaid'
  | 'manualNotTaken'
  | 'cardBlocked'
  | 'tipGiven'
  | 'tipTooHigh'
  | 'advicesFull'
  | 'advicesPending'
  | 'notLoggedIn'
  | 'passwordMustChange'
  | 'passwordWrong'
  | 'operatorLocked'
  | 'operatorNotValid'
  | 'operatorKnown'
  | 'supervisorOnly'
  | 'noHash'
  | 'noMainKey'
  | 'noWay'
  | 'imageNotValid'
  | 'batchFull'
  | 'settlementOpen'
  | 'reversalPending'
  | 'noLine';

/** Why an answer can not be trusted. */
export type UnknownReason =
  | 'noAnswer'
  | 'undecodable'
  | 'mismatch'
  | 'wrongMac'
  | 'keyCheck'
  | 'terminalFault'
  | 'cardDeclined';

export type Refused = {
  readonly kind: 'refused';
  readonly reason: RefusedReason;
  readonly words: Words;
};

type About = { readonly trace: string; readonly batch: string };
type Answered = About & { readonly code: string; readonly words: Words };
type Unsure = About & {
  readonly kind: 'unknown';
  readonly reason: UnknownReason;
  readonly words: Words;
};

export type PaymentResult =
  | (Answered & {
      /** `partial`: the slip's amount is less than was asked. */
      readonly kind: 'approved' | 'partial';
      readonly rrn: string;
      readonly authCode?: string;
      readonly slip: PaymentSlip;
    })
  | (Answered & { readonly kind: 'declined'; readonly rrn?: string })
  | Unsure
  | Refused;

export type ManagementResult =
  | (Answered & { readonly kind: 'done' })
  | (Answered & { readonly kind: 'declined' })
  | Unsure
  | Refused;

export type SettlementResult =
  | (About & {
      readonly kind: 'equal' | 'unequal';
      readonly words: Words;
      readonly totals: SettlementTotals;
      /** The host's; when equal, the same. */
      readonly hostTotals: SettlementTotals;
      /** How many transactions were uploaded one by one. */
      readonly uploaded: number;
      readonly slip: SettlementSlip;
    })
  | (Answered & { readonly kind: 'declined' })
  | Unsure
  | Refused;

export type BalanceResult =
  | (Answered & {
      readonly kind: 'answered';
      readonly balanceMinor: bigint;
      readonly currency: string;
    })
  | (Answered & { readonly kind: 'declined' })
  | Unsure
  | Refused;

/** A payment that the host hears of later. */
export type AdviceResult =
  | (About & { readonly kind: 'stored'; readonly words: Words; readonly slip: PaymentSlip })
  | Refused;

export type OperatorResult = { readonly kind: 'done' } | Refused;

export function refused(reason: RefusedReason): Refused {
  return { kind: 'refused', reason, words: REFUSALS[reason] };
}

export function unknown(reason: UnknownReason, { trace, batch }: About): Unsure {
  return { kind: 'unknown', reason, words: UNKNOWNS[reason], trace, batch };
}

export function answered(code: string, { trace, batch }: About): Answered {
  return { code, words: responseOf(code).words, trace, batch };
}
