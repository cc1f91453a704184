import { maskPan } from '@kaitong/values';
import { tell } from '#audit';
import type { Ask } from '#platform/ask';
import { stepOr } from '#platform/chart';
import { transact, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Services } from '#platform/services';
import { batch as chart } from './chart.ts';
import {
  countLines,
  exchangeBy,
  insertBatch,
  insertLines,
  lastBatch,
  lockBatch,
  lockOpenBatch,
  saveBatch,
  totalsOf,
  type Batch,
  type BatchTotals,
  type StoredTotals,
} from './exchanges/store.ts';
import { nextBatchNo, type Answer, type MessageKey, type Till } from './model.ts';
import { exchangeKey, keepExchange, type MessageKind, type Opening } from './open-exchange.ts';

/** The batch that a sign-in hands out: the open one, or the next. */
export async function openBatch(tx: Tx, { now }: Ask, till: Till): Promise<string> {
  const open = await lockOpenBatch(tx, till);
  if (open) return open.batch_no;
  const last = await lastBatch(tx, till);
  const batch_no = nextBatchNo(last?.batch_no);
  await insertBatch(tx, {
    merchant_id: till.merchantId,
    id: newId('bat', now),
    terminal_id: till.terminalId,
    terminal_no: till.terminalNo,
    epoch: till.epoch,
    batch_no,
    status: 'open',
    ours: null,
    theirs: null,
    is_equal: null,
    opened_at: now,
    closed_at: null,
  });
  return batch_no;
}

export type Settled = {
  readonly code: '00' | '77';
  readonly ours?: BatchTotals;
  readonly domesticEqual?: boolean;
  readonly foreignEqual?: boolean;
};
export type SettleRequest = { readonly key: MessageKey; readonly theirs: BatchTotals };

/** Settlement: our totals against theirs. Asked again, the same verdict; the next batch is open. */
export async function settleBatch(
  services: Services,
  ask: Ask,
  { key, theirs }: SettleRequest,
): Promise<Settled> {
  return transact(services.db, async (tx) => {
    const before = await lockBatch(tx, key);
    if (!before) return { code: '77' };
    if (before.ours && before.theirs) return verdictOf(before.ours, before.theirs);
    const ours = await totalsOf(tx, before);
    const settled = verdictOf(ours, theirs);
    const isEqual = settled.domesticEqual === true && settled.foreignEqual === true;
    const from = { status: before.status, refusal: 'payments.step' } as const;
    const status = stepOr(chart, from, { type: isEqual ? 'settleEqual' : 'settleUnequal' });
    await saveBatch(tx, {
      ...before,
      status,
      ours,
      theirs,
      is_equal: isEqual,
      closed_at: ask.now,
    });
    await openBatch(tx, ask, key);
    await tell(tx, ask, {
      type: 'batch.closed',
      payload: {
        merchantId: key.merchantId,
        terminalId: key.terminalId,
        batchNo: key.batchNo,
        equal: isEqual,
      },
    });
    return settled;
  });
}

function verdictOf(ours: BatchTotals, theirs: BatchTotals): Settled {
  return {
    code: '00',
    ours,
    domesticEqual: isSame(ours.domestic, theirs.domestic),
    foreignEqual: isSame(ours.foreign, theirs.foreign),
  };
}

function isSame(a: StoredTotals, b: StoredTotals): boolean {
  return (
    a.debitMinor === b.debitMinor &&
    a.debitCount === b.debitCount &&
    a.creditMinor === b.creditMinor &&
    a.creditCount === b.creditCount
  );
}

export type UploadRequest = {
  readonly key: MessageKey;
  /** 60.3: 201 details, 203 to 206 chip records. */
  readonly code: string;
  readonly lines: readonly {
    readonly trace: string;
    readonly pan: string;
    readonly amountMinor: bigint;
    /** Of a message that went up whole: F62 and F55 in hex. */
    readonly said?: Readonly<Record<string, string>>;
  }[];
};

/** Lines of a batch that the terminal uploads; a second time they change nothing. */
export async function uploadLines(
  services: Services,
  ask: Ask,
  { key, code, lines }: UploadRequest,
): Promise<Answer> {
  return transact(services.db, async (tx) => {
    const before = await lockBatch(tx, key);
    if (!before || before.status === 'open') return { code: '77' };
    if (before.status === 'closed') return { code: '94' }; // counts as success for an upload
    const from = { status: before.status, refusal: 'payments.step' } as const;
    await saveBatch(tx, { ...before, status: stepOr(chart, from, { type: 'upload' }) });
    await insertLines(
      tx,
      lines.map(({ trace, pan, amountMinor, said = {} }) => ({
        merchant_id: key.merchantId,
        batch_id: before.id,
        kind: code,
        trace,
        card_masked: pan === '' ? '' : maskPan(pan),
        amount_minor: amountMinor,
        said,
        at: ask.now,
      })),
    );
    return { code: '00' };
  });
}

export type EndRequest = {
  readonly key: MessageKey;
  readonly count: number;
  readonly fingerprint: string;
};

/** The end of an upload; the batch closes only when as many lines came as the terminal says. */
export async function endUpload(
  services: Services,
  ask: Ask,
  { key, count, fingerprint }: EndRequest,
): Promise<Answer> {
  const kind: MessageKind = '0320:end';
  const opening: Opening = { key, kind, fingerprint };
  return transact(services.db, async (tx) => {
    const before = await lockBatch(tx, key);
    const earlier = await exchangeBy(tx, exchangeKey(opening));
    if (earlier?.answer) return earlier.answer;
    if (!before || before.status === 'open') return { code: '77' };
    if (before.status === 'closed') return { code: '00' };
    if ((await countLines(tx, before)) !== count) return { code: '79' };
    await saveBatch(tx, closed(before));
    const answer = { code: '00' };
    await keepExchange(tx, ask, { opening, answer });
    return answer;
  });
}

function closed(before: Batch): Batch {
  const from = { status: before.status, refusal: 'payments.step' } as const;
  return { ...before, status: stepOr(chart, from, { type: 'end' }) };
}
