export type { Card, CardEntry } from './card.ts';
export type { Connection, TerminalPorts, TerminalStore } from './ports.ts';
export type { QrSale, Refund, Sale, Void } from './requests.ts';
export type {
  ManagementResult,
  PaymentResult,
  Refused,
  RefusedReason,
  SettlementResult,
  UnknownReason,
} from './result.ts';
export type { PaymentSlip, SettlementSlip, Slip } from './slip.ts';
export { slipText } from './slip-text.ts';
export type { TerminalParameters, TerminalProfile, TerminalState } from './state.ts';
export { Terminal, type ListedTransaction, type TerminalStatus } from './terminal.ts';
