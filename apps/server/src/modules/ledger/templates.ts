import type { AccountCode, Side } from './model.ts';

export type Leg = {
  readonly side: Side;
  readonly code: AccountCode;
  /** The line is the sum of these named amounts. */
  readonly amounts: readonly string[];
};
export type Template = {
  readonly legs: readonly Leg[];
  /** Amounts may be below zero, and then every line changes its side. */
  readonly signed?: true;
  /** 1: holds, which are nobody's money yet. */
  readonly layer?: 1;
};

function debit<const C extends AccountCode, const A extends readonly string[]>(
  code: C,
  ...amounts: A
) {
  return { side: 'D', code, amounts } as const;
}

function credit<const C extends AccountCode, const A extends readonly string[]>(
  code: C,
  ...amounts: A
) {
  return { side: 'C', code, amounts } as const;
}

/**
 * Every kind of journal as data. `…House` is the other half of the one before it, posted to the
 * house with the same value day: the two meet in 1195, so that no sale touches a row of the house.
 */
export const templates = {
  sale: {
    legs: [
      debit('1100', 'amount'),
      credit('2100', 'amount'),
      debit('2100', 'fee'),
      credit('4100', 'fee'),
      debit('5100', 'interchange'),
      debit('5200', 'network'),
      credit('1100', 'interchange', 'network'),
    ],
  },
  // The fee and the network's costs go back pro rata, or are zero where the plan or network keeps them.
  refund: {
    legs: [
      debit('2110', 'refund'),
      credit('1100', 'refund'),
      debit('4100', 'fee'),
      credit('2110', 'fee'),
      debit('1100', 'interchange', 'network'),
      credit('5100', 'interchange'),
      credit('5200', 'network'),
    ],
  },

  // A pre-authorisation is a promise of the issuer: it stands beside the books until it is completed.
  hold: { legs: [debit('9100', 'amount'), credit('9101', 'amount')], layer: 1 },
  holdReleased: { legs: [debit('9101', 'amount'), credit('9100', 'amount')], layer: 1 },

  // A day on which more came back than was sold nets below zero.
  clearing: { legs: [debit('1195', 'net'), credit('1100', 'net')], signed: true },
  clearingHouse: { legs: [debit('1200', 'net'), credit('1195', 'net')], signed: true },
  release: { legs: [debit('2100', 'owed'), credit('2110', 'owed')], signed: true },
  costDiffers: { legs: [debit('5900', 'more'), credit('1100', 'more')] },
  costLess: { legs: [debit('1100', 'less'), credit('4900', 'less')] },
  // In the file and not in our books: the money comes, and waits until someone knows whose it is.
  longFound: { legs: [debit('1100', 'net'), credit('2910', 'net')], signed: true },
  unexplainedCash: { legs: [debit('1200', 'amount'), credit('2910', 'amount')] },

  advance: {
    legs: [debit('2100', 'advanced', 'fee'), credit('2120', 'advanced'), credit('4110', 'fee')],
  },
  advanceHouse: { legs: [debit('1195', 'advanced'), credit('1210', 'advanced')] },
  advanceRepaid: { legs: [debit('1210', 'advanced'), credit('1200', 'advanced')] },

  payout: { legs: [debit('2110', 'amount'), credit('2120', 'amount')] },
  payoutPaid: { legs: [debit('2120', 'amount'), credit('1195', 'amount')] },
  payoutPaidHouse: { legs: [debit('1195', 'amount'), credit('1200', 'amount')] },
  payoutFailed: { legs: [debit('2120', 'amount'), credit('2110', 'amount')] },
  payoutReturned: { legs: [debit('1195', 'amount'), credit('2110', 'amount')] },
  payoutReturnedHouse: { legs: [debit('1200', 'amount'), credit('1195', 'amount')] },

  depositCollected: { legs: [debit('1195', 'amount'), credit('2200', 'amount')] },
  depositCollectedHouse: { legs: [debit('1200', 'amount'), credit('1195', 'amount')] },
  depositRefunded: { legs: [debit('2200', 'amount'), credit('2110', 'amount')] },
  depositOffset: { legs: [debit('2200', 'amount'), credit('1500', 'amount')] },
  depositRetained: { legs: [debit('2200', 'amount'), credit('4130', 'amount')] },

  serviceFee: { legs: [debit('2110', 'amount'), credit('4120', 'amount')] },
  serviceFeeOwed: { legs: [debit('1500', 'amount'), credit('4120', 'amount')] },
  debtPaid: { legs: [debit('2110', 'amount'), credit('1500', 'amount')] },
  deviceSale: { legs: [debit('1500', 'amount'), credit('4130', 'amount')] },

  chargeback: {
    legs: [
      debit('1110', 'amount'),
      credit('1100', 'amount'),
      debit('2110', 'amount'),
      credit('2140', 'amount'),
    ],
  },
  chargebackLost: { legs: [debit('2140', 'amount'), credit('1110', 'amount')] },
  disputeFee: { legs: [debit('2110', 'amount'), credit('4140', 'amount')] },
} as const satisfies Readonly<Record<string, Template>>;
