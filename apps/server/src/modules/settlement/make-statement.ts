import { add, addDays, assert, compare, day as dayFrom, type Day } from '@kaitong/values';
import { movedOn, movementsOf, owedAtEndOf, type AccountCode, type Movement } from '#ledger';
import { merchantById } from '#merchants';
import { systemAsk, type Ask } from '#platform/ask';
import { transact, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Services } from '#platform/services';
import { sumOfLines, type StatementLine } from './model.ts';
import { insertStatement, type Statement } from './store.ts';

/** What is owed to a merchant: sold, available, on its way, held, in dispute. A deposit is not yet. */
const OWED: readonly AccountCode[] = ['2100', '2110', '2120', '2130', '2140'];
const FEE: AccountCode = '4100';
const SALES = ['sale'];
const REFUNDS = ['refund'];
const UNDOING = ['void', 'reversal', 'voidReversal'];
const TRADE = [...SALES, ...REFUNDS, ...UNDOING];
const PAID_OUT = ['payoutPaid', 'payoutReturned'];

/** The task: a statement for every merchant whose books moved on the day. */
export async function makeStatements(
  { db }: Services,
  { day, at }: { day: string; at: string },
): Promise<void> {
  const of = dayFrom(day);
  const ask = systemAsk('settlement', new Date(at));
  for (const merchantId of await movedOn(db, of))
    await transact(db, async (tx) => makeStatement(tx, ask, { merchantId, day: of }));
}

/** Draws the statement of a day from the books. The first one stays. */
async function makeStatement(
  tx: Tx,
  ask: Ask,
  { merchantId, day }: { merchantId: string; day: Day },
): Promise<void> {
  const merchant = await merchantById(tx, merchantId);
  const movements = await movementsOf(tx, { merchantId, valueDay: day });
  const owed = { merchantId, codes: OWED };
  const opening = await owedAtEndOf(tx, { ...owed, valueDay: addDays(day, -1) });
  const closing = await owedAtEndOf(tx, { ...owed, valueDay: day });
  const lines = linesOf(movements);
  assert(
    compare(add(opening, sumOfLines(lines)), closing) === 0,
    `the statement of ${merchantId} on ${day} adds up`,
  );
  await insertStatement(tx, {
    merchant_id: merchantId,
    id: newId('stm', ask.now),
    merchant_name: merchant?.name ?? merchantId,
    day,
    ...totalsOf(movements),
    opening_minor: opening.minor,
    closing_minor: closing.minor,
    lines,
    created_at: ask.now,
  });
}

/** One line a kind of journal that changed what is owed; what only moved between accounts is left out. */
function linesOf(movements: readonly Movement[]): StatementLine[] {
  const kinds = [...new Set(movements.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const own = movements.filter((one) => one.kind === kind && OWED.includes(one.code));
    const minor = own.reduce((sum, { moved }) => sum + moved.minor, 0n);
    const count = Math.max(0, ...own.map(({ journals }) => journals));
    return minor === 0n ? [] : [{ kind, count, minor: minor.toString() }];
  });
}

type Totals = Pick<
  Statement,
  | 'sales_count'
  | 'sales_minor'
  | 'undone_minor'
  | 'refunds_count'
  | 'refunds_minor'
  | 'fees_minor'
  | 'net_minor'
  | 'paid_out_minor'
>;

/** Gross amounts are what is owed and the fee together: the books hold each by itself. */
function totalsOf(movements: readonly Movement[]): Totals {
  const gross = [...OWED, FEE];
  const sales_minor = movedBy(movements, { kinds: SALES, codes: gross });
  const undone_minor = -movedBy(movements, { kinds: UNDOING, codes: gross });
  const refunds_minor = -movedBy(movements, { kinds: REFUNDS, codes: gross });
  const fees_minor = movedBy(movements, { kinds: TRADE, codes: [FEE] });
  return {
    sales_count: countOf(movements, 'sale'),
    sales_minor,
    undone_minor,
    refunds_count: countOf(movements, 'refund'),
    refunds_minor,
    fees_minor,
    net_minor: sales_minor - undone_minor - refunds_minor - fees_minor,
    paid_out_minor: -movedBy(movements, { kinds: PAID_OUT, codes: OWED }),
  };
}

function movedBy(
  movements: readonly Movement[],
  { kinds, codes }: { kinds: readonly string[]; codes: readonly AccountCode[] },
): bigint {
  return movements
    .filter(({ kind, code }) => kinds.includes(kind) && codes.includes(code))
    .reduce((sum, { moved }) => sum + moved.minor, 0n);
}

function countOf(movements: readonly Movement[], kind: string): number {
  return Math.max(0, ...movements.filter((one) => one.kind === kind).map((one) => one.journals));
}
