export type { Maker, Prepared } from './activation.ts';
export type { OfflineSale, Tip } from './advices.ts';
export type { OfAuthorisation } from './authorisations.ts';
export type { Card, CardEntry } from './card.ts';
export type { DownloadName } from './downloads.ts';
export { KINDS, type TransactionKind } from './kinds.ts';
export type { Connection, TerminalPorts, TerminalStore } from './ports.ts';
export type { ListedSlip } from './print-queue.ts';
export type { QrSale, Refund, Sale, Void } from './requests.ts';
export type {
  AdviceResult,
  BalanceResult,
  ManagementResult,
  OperatorResult,
  PaymentResult,
  Refused,
  RefusedReason,
  SettlementResult,
  UnknownReason,
} from './result.ts';
export type { Shown, ShownQr } from './shown-qr.ts';
export type { PaymentSlip, SettlementSlip, Slip } from './slip.ts';
export { slipText } from './slip-text.ts';
export type { SignInCode, TerminalParameters, TerminalProfile, TerminalState } from './state.ts';
export { Terminal, type ListedTransaction, type TerminalStatus } from './terminal.ts';
