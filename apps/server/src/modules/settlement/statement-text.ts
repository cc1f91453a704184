import { word, wordOr, type WordKey } from '@kaitong/contract';
import { money, toDecimal, type Lang } from '@kaitong/values';
import type { Statement } from './store.ts';

const WIDTH = 40;

/** A statement as plain text: totals, then every line from opening to closing balance. */
export function statementText(statement: Statement, lang: Lang): string {
  const { merchant_name: merchant, day } = statement;
  const total = (key: WordKey, minor: bigint) => row(word(lang, key), minor);
  const rule = '-'.repeat(WIDTH);
  return [
    word(lang, 'statement.title', { merchant, day }),
    rule,
    total('statement.sales', statement.sales_minor),
    total('statement.undone', -statement.undone_minor),
    total('statement.refunds', -statement.refunds_minor),
    total('statement.fees', -statement.fees_minor),
    total('statement.net', statement.net_minor),
    rule,
    total('statement.opening', statement.opening_minor),
    ...statement.lines.map(({ kind, count, minor }) =>
      row(`${wordOr(lang, `ledger.kind.${kind}`)} ×${count}`, BigInt(minor)),
    ),
    total('statement.closing', statement.closing_minor),
    rule,
    total('statement.paidOut', statement.paid_out_minor),
    '',
  ].join('\n');
}

function row(label: string, minor: bigint): string {
  return `${padded(label)}${amountOf(minor)}`;
}

function amountOf(minor: bigint): string {
  return toDecimal(money(minor)).padStart(14);
}

/** Chinese letters are two columns wide where text has columns. */
function padded(label: string): string {
  let columns = 0;
  for (const letter of label) columns += letter > '\u2e80' ? 2 : 1;
  return label + ' '.repeat(Math.max(1, WIDTH - 14 - columns));
}
