/**
 * What a terminal can do with money, as one table (UnionPay POS specification; docs/protocol.md
 * §3.2): the message that says it, and on which side of the settlement it stands.
 */

export type TransactionKind =
  | 'sale'
  | 'qrSale'
  | 'shownQr'
  | 'void'
  | 'qrVoid'
  | 'refund'
  | 'preAuth'
  | 'preAuthAdd'
  | 'preAuthVoid'
  | 'completion'
  | 'completionAdvice'
  | 'completionVoid'
  | 'offlineSale'
  | 'tip';

export type KindFacts = {
  readonly mti: '0100' | '0200' | '0220';
  /** F3. */
  readonly code: string;
  /** F25. */
  readonly condition: string;
  /** F60.1. */
  readonly type: string;
  /** Where F48 of the settlement counts it; a hold on a card is no money yet. */
  readonly side: 'debit' | 'credit' | 'none';
  /** What stays on disk while no answer came: 0400 takes it back, people look into it, or nothing. */
  readonly leaves: 'reversal' | 'doubt' | 'nothing';
  /** Money back to the customer is printed with a minus. */
  readonly givesBack: boolean;
};

export const KINDS: Readonly<Record<TransactionKind, KindFacts>> = {
  sale: debit('0200', '22', '00'),
  qrSale: debit('0200', '22', '00'),
  // The host shows a code for the customer to scan: 700000 opens it, 730000 asks how it went.
  shownQr: { ...debit('0200', '60', '00'), code: '700000', leaves: 'nothing' },
  void: credit('0200', '23', '00'),
  // A QR void has no reversal: the host looks the voucher up by itself.
  qrVoid: { ...credit('0200', '23', '00'), leaves: 'doubt' },
  // An unanswered refund is looked into by people, never reversed.
  refund: { ...credit('0220', '25', '00'), leaves: 'doubt' },
  preAuth: { ...debit('0100', '10', '06'), code: '030000', side: 'none' },
  preAuthAdd: { ...debit('0100', '10', '60'), code: '030000', side: 'none' },
  preAuthVoid: { ...credit('0100', '11', '06'), side: 'none' },
  completion: debit('0200', '20', '06'),
  completionAdvice: { ...debit('0220', '24', '06'), leaves: 'doubt' },
  completionVoid: credit('0200', '21', '06'),
  offlineSale: { ...debit('0220', '30', '00'), leaves: 'doubt' },
  tip: { ...debit('0220', '34', '00'), leaves: 'doubt' },
};

function debit(mti: KindFacts['mti'], type: string, condition: string): KindFacts {
  const side = 'debit';
  return { mti, code: '000000', condition, type, side, leaves: 'reversal', givesBack: false };
}

function credit(mti: KindFacts['mti'], type: string, condition: string): KindFacts {
  const side = 'credit';
  return { mti, code: '200000', condition, type, side, leaves: 'reversal', givesBack: true };
}
