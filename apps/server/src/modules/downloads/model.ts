import { createHash } from 'node:crypto';
import type { api, BodyOf } from '@kaitong/contract';
import { assertNever } from '@kaitong/values';
import type { HostWish } from '#terminals';

export type Content = BodyOf<typeof api.downloads.replaceTable>['content'];
export type TableName = Content['table'];
export type TableRows<N extends TableName> = Extract<Content, { table: N }>['rows'];
export type CaKey = TableRows<'caKeys'>[number];

export const TABLES: readonly TableName[] = [
  'caKeys',
  'aids',
  'contactless',
  'noPinBins',
  'noPinBlocked',
  'blacklist',
];

/** Digit 6 of an answer's header that sends a terminal for this table (protocol.md §1.2). */
export const ASK_FOR: Readonly<Record<TableName, HostWish>> = {
  caKeys: '4',
  aids: '5',
  blacklist: '7',
  contactless: '9',
  noPinBins: 'B',
  noPinBlocked: 'C',
};

/** What names a row in its table; two rows of one name would leave it to chance which one holds. */
export function keysOf(content: Content): string[] {
  switch (content.table) {
    case 'caKeys':
      return content.rows.map(({ rid, index }) => `${rid} ${index}`);
    case 'aids':
      return content.rows.map(({ aid }) => aid);
    case 'contactless':
      return content.rows.map(({ tag }) => tag);
    case 'noPinBins':
    case 'noPinBlocked':
    case 'blacklist':
      return [...content.rows];
    default:
      return assertNever(content);
  }
}

/** SHA-1, because the cards' specification says so (EMV Book 2, annex on CA public keys). */
export function checksumOf({ rid, index, modulus, exponent }: Omit<CaKey, 'checksum'>): string {
  const bytes = Buffer.from(rid + index + modulus + exponent, 'hex');
  return createHash('sha1').update(bytes).digest('hex').toUpperCase();
}
