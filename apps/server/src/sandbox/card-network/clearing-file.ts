import { createHash } from 'node:crypto';
import { isDay, shanghai } from '@kaitong/values';
import { transact, type Db } from '#platform/db';
import { feesOf } from './fees.ts';
import { businessNow, keepFile, keptFile, txnsOfDay, type NetworkTxn } from './store.ts';

const ACQUIRER = '48021000';

/**
 * The clearing file of a day, once the network's clock is past its end at 23:00. The layout is a
 * subset of the general transaction file; what was handed out once is handed out again, byte for byte.
 */
export async function clearingFileOf(db: Db, day: string): Promise<string | undefined> {
  if (!isDay(day)) return undefined;
  const kept = await keptFile(db, day);
  if (kept !== undefined) return kept;
  if ((await businessNow(db)) < shanghai(day, '23:00')) return undefined;
  return transact(db, async (tx) => {
    const text = fileOf(
      day,
      (await txnsOfDay(tx, day)).flatMap((txn) => itemsOf(txn, day)),
    );
    await keepFile(tx, { day, text });
    return text;
  });
}

type Item = {
  readonly txn: NetworkTxn;
  readonly mti: '0200' | '0220' | '0400';
  readonly code: '000000' | '200000';
  /** Money comes to the acquirer, or goes back. */
  readonly sign: 1n | -1n;
};

/** What a transaction leaves in the file of a day: nothing when it was undone on its own day. */
function itemsOf(txn: NetworkTxn, day: string): Item[] {
  const { kind, status, settle_day, reversed_day, original_day } = txn;
  if (kind === 'refund') return [{ txn, mti: '0220', code: '200000', sign: -1n }];
  if (kind === 'void') {
    const later = status === 'approved' && original_day !== settle_day;
    return later ? [{ txn, mti: '0200', code: '200000', sign: -1n }] : [];
  }
  const items: Item[] = [];
  if (settle_day === reversed_day) return [];
  if (settle_day === day) items.push({ txn, mti: '0200', code: '000000', sign: 1n });
  if (reversed_day === day && status === 'reversed')
    items.push({ txn, mti: '0400', code: '000000', sign: -1n });
  return items;
}

function fileOf(day: string, items: readonly Item[]): string {
  const header = ['HDR', words(ACQUIRER, 11), day.replaceAll('-', ''), '01', 'ACOM'].join(' ');
  const lines = items.map((item) => lineOf(item));
  const body = [header, ...lines].map((line) => `${line}\n`).join('');
  const gross = total(items, ({ txn }) => txn.amount_minor);
  const fees = total(items, ({ txn }) => feesOf(txn).issuer + feesOf(txn).network);
  const trailer = [
    'TRL',
    number(items.length, 10),
    signed(gross, { plus: 'C', minus: 'D', width: 16 }),
    signed(fees, { plus: 'D', minus: 'C', width: 16 }),
    createHash('sha256').update(body).digest('hex'),
  ];
  return `${body}${trailer.join(' ')}\n`;
}

function total(items: readonly Item[], of: (item: Item) => bigint): bigint {
  return items.reduce((sum, item) => sum + item.sign * of(item), 0n);
}

function lineOf({ txn, mti, code, sign }: Item): string {
  const fees = feesOf(txn);
  const fee = { plus: 'D', minus: 'C', width: 11 } as const;
  const undoing = mti === '0400';
  const [, originalTrace = '000000'] = (txn.original ?? '').split('|');
  return [
    words(txn.acquirer, 11),
    words(txn.forwarder, 11),
    undoing ? txn.reversal_trace : txn.trace,
    undoing ? txn.reversal_sent_at : txn.sent_at,
    words(txn.card, 19),
    number(txn.amount_minor, 12),
    mti,
    code,
    words(txn.terminal_no, 8),
    words(txn.merchant_no, 15),
    words(txn.rrn, 12),
    words(txn.auth_code ?? '', 6),
    '00',
    signed(sign * fees.issuer, { ...fee, zero: sign }),
    signed(sign * fees.network, { ...fee, zero: sign }),
    undoing ? txn.trace : originalTrace,
  ].join(' ');
}

function words(value: string, width: number): string {
  return value.slice(0, width).padEnd(width, ' ');
}

function number(value: bigint | number, width: number): string {
  return String(value).padStart(width, '0');
}

type Signs = { plus: string; minus: string; width: number; zero?: 1n | -1n };

/** A letter for the direction, then the size; nothing at all still has the direction of its line. */
function signed(value: bigint, { plus, minus, width, zero = 1n }: Signs): string {
  const isPlus = value === 0n ? zero > 0n : value > 0n;
  return `${isPlus ? plus : minus}${number(value < 0n ? -value : value, width)}`;
}
