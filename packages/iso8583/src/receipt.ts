/** F55 of an e-signature (0820, F60.1 07): what is printed on the slip, as tags (§3.8). */
import { readTags, writeTags } from './tag-record.ts';
import type { TagRecord } from './tag-record.ts';

/** Values are text as printed (GB18030) except amounts, which are BCD. Source: BJB. */
export const RECEIPT_TAGS = {
  merchantName: 'FF00',
  transaction: 'FF01',
  operator: 'FF02',
  acquirer: 'FF03',
  issuer: 'FF04',
  expiry: 'FF05',
  dateTime: 'FF06',
  authCode: 'FF07',
  tip: 'FF08',
  organisation: 'FF09',
  currency: 'FF0A',
  phone: 'FF0B',
  chipLabel: 'FF20',
  chipName: 'FF21',
  chipAid: 'FF22',
  chipCertificate: 'FF23',
  originalBatch: 'FF60',
  originalTrace: 'FF61',
  originalDate: 'FF62',
  originalReference: 'FF63',
  copies: 'FF70',
} as const;
export type Receipt = TagRecord<typeof RECEIPT_TAGS>;

/** Reads the elements that have a name; others are passed over. */
export function readReceipt(bytes: Uint8Array): Receipt | undefined {
  return readTags(RECEIPT_TAGS, bytes);
}

/** Writes the elements that are given. */
export function writeReceipt(receipt: Receipt): Uint8Array {
  return writeTags(RECEIPT_TAGS, receipt);
}
