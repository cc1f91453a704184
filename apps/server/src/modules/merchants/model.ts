import type { Services } from '#platform/services';
import type { SettlementAccount } from './store.ts';

/** The institution's own code in every merchant number; a sandbox value. */
const ACQUIRER = '898';
export const SEAL_ACCOUNT = 'settlement-account';

/** The fifteen digits of a merchant: acquirer 3, area 4, MCC 4, sequence 4 (protocol.md §2, F42). */
export function merchantNoOf({
  area,
  mcc,
  sequence,
}: {
  area: string;
  mcc: string;
  sequence: number;
}): string {
  return `${ACQUIRER}${area}${mcc}${String(sequence).padStart(4, '0')}`;
}

/** The area of a district code of GB/T 2260: its first four digits. */
export function areaOf(district: string): string {
  return /^\d{6}$/.test(district) ? district.slice(0, 4) : '1100';
}

/** The whole account number, for the payout file only. */
export function settlementNumber({ keeper }: Services, account: SettlementAccount): string {
  return Buffer.from(
    keeper.open(SEAL_ACCOUNT, account.number_sealed, account.merchant_id),
  ).toString('utf8');
}
