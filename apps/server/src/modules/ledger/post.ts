import { assert, type Day } from '@kaitong/values';
import { actorKey, type Ask } from '#platform/ask';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { draftOf, HOUSE, mirror, type Draft, type Entry, type Line, type Source } from './model.ts';
import {
  insertJournals,
  insertPostings,
  journalBy,
  lockBalances,
  type NewJournal,
} from './store.ts';

const ENTRIES_MAX = 1000;

/** Which journal stands for an entry, and whether it was written now or had been before. */
export type Posted = { readonly journalId: string; readonly isNew: boolean };

/** Posts one journal. The same again changes nothing; the same with other amounts is a fault. */
export async function post(tx: Tx, ask: Ask, entry: Entry): Promise<Posted> {
  const [posted] = await write(tx, ask, [draftOf(entry)]);
  assert(posted, 'one entry, one journal');
  return posted;
}

/** Posts several journals at once; their balances are locked together, in one order. */
export async function postAll(
  tx: Tx,
  ask: Ask,
  entries: readonly Entry[],
): Promise<readonly Posted[]> {
  assert(entries.length <= ENTRIES_MAX, `no more than ${ENTRIES_MAX} journals at once`);
  return write(tx, ask, entries.map(draftOf));
}

/** A journal that takes another back: the same lines with their sides swapped, once only. */
export type Undoing = {
  readonly merchantId: string;
  readonly kind: 'void' | 'reversal' | 'voidReversal';
  readonly source: Source;
  readonly valueDay: Day;
  readonly of: { readonly source: Source; readonly kind: string };
};

/** Takes a journal back. A second undoing of the same journal, from whatever source, is refused by the table. */
export async function reverse(tx: Tx, ask: Ask, { of, ...undoing }: Undoing): Promise<Posted> {
  const original = await journalBy(tx, { merchantId: undoing.merchantId, ...of });
  assert(original, `no journal ${of.kind} of ${of.source.type} ${of.source.id} to take back`);
  const draft = { ...undoing, reversalOf: original.id, lines: mirror(original.lines) };
  const [posted] = await write(tx, ask, [draft]);
  assert(posted, 'one undoing, one journal');
  return posted;
}

async function write(tx: Tx, ask: Ask, drafts: readonly Draft[]): Promise<readonly Posted[]> {
  const journals = drafts.map((draft) => ({ ...draft, id: newId('jnl', ask.now) }));
  const posted = new Map<NewJournal, Posted>();
  for (const merchantId of merchantsOf(journals)) {
    const own = journals.filter((journal) => journal.merchantId === merchantId);
    for (const [journal, result] of await writeOwn(tx, ask, own)) posted.set(journal, result);
  }
  return journals.map((journal) => {
    const result = posted.get(journal);
    assert(result, 'every journal was written or was there');
    return result;
  });
}

/** The house last: its rows are the ones that others wait for. */
function merchantsOf(journals: readonly NewJournal[]): string[] {
  const merchants = [...new Set(journals.map(({ merchantId }) => merchantId))].toSorted();
  return merchants.filter((id) => id !== HOUSE).concat(merchants.filter((id) => id === HOUSE));
}

async function writeOwn(
  tx: Tx,
  ask: Ask,
  journals: readonly NewJournal[],
): Promise<readonly (readonly [NewJournal, Posted])[]> {
  const isNew = await insertJournals(tx, journals, { postedBy: actorKey(ask.by), now: ask.now });
  const fresh = journals.filter(({ id }) => isNew.has(id));
  if (fresh.length > 0) {
    await lockBalances(tx, fresh);
    await insertPostings(tx, fresh);
  }
  return Promise.all(
    journals.map(async (journal) => {
      if (isNew.has(journal.id)) return [journal, { journalId: journal.id, isNew: true }] as const;
      return [journal, { journalId: await mustBeSame(tx, journal), isNew: false }] as const;
    }),
  );
}

/** Asked again, the answer is the journal of the first time; other lines mean that a key was used twice. */
async function mustBeSame(tx: Tx, wanted: NewJournal): Promise<string> {
  const there = await journalBy(tx, wanted);
  const { kind, source } = wanted;
  assert(there, `the journal ${kind} of ${source.type} ${source.id} was there a moment ago`);
  assert(
    there.reversalOf === wanted.reversalOf && textOf(there.lines) === textOf(wanted.lines),
    `${kind} of ${source.type} ${source.id} was posted before with other amounts`,
  );
  return there.id;
}

function textOf(lines: readonly Line[]): string {
  return lines
    .map(
      ({ code, layer, side, amount }) =>
        `${side}${code}.${layer} ${amount.minor}${amount.currency}`,
    )
    .join();
}
