import { unionpayDialect } from './dialect.ts';

/**
 * The UnionPay POS terminal dialect as recommended: 64 fields, TPDU and header in front, MAC in F64,
 * sign-in 003, CUP-ECB (docs/protocol.md §9).
 */
export const unionpay = unionpayDialect();
