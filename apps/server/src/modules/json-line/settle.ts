import type { api, BodyOf, ReplyOf } from '@kaitong/contract';
import { money } from '@kaitong/values';
import { endUpload, settleBatch, uploadLines, type BatchTotals } from '#payments';
import type { Ask } from '#platform/ask';
import { refuse } from '#platform/refuse';
import type { Services } from '#platform/services';
import { gateOf, keyBefore, keyFor } from './till.ts';

type Body = BodyOf<typeof api.jsonLine.settle>;
type Reply = ReplyOf<typeof api.jsonLine.settle>;
const NO_CARDS = { debitMinor: '0', debitCount: 0, creditMinor: '0', creditCount: 0 } as const;

/**
 * Compares the sums of the batch. Equal sums close it; else the terminal sends its lines along, with
 * the same number, and then it is closed with both sums kept. No foreign cards come on this line.
 */
export async function settle(services: Services, ask: Ask, body: Body): Promise<Reply> {
  const gate = await gateOf(services, ask);
  const { clientSn, lines } = body;
  const key = await keyFor(services, ask, { gate, clientSn, kind: 'settlement' });
  const theirs: BatchTotals = { domestic: totalsOf(body), foreign: NO_CARDS };
  const settled = await settleBatch(services, ask, { key, theirs });
  if (!settled.ours) throw refuse('jsonLine.nothingOpen');
  const { domestic } = settled.ours;
  const equal = settled.domesticEqual === true && settled.foreignEqual === true;
  const uploads = equal ? [] : lines;
  if (uploads && uploads.length > 0) {
    const sent = await Promise.all(
      uploads.map(async ({ clientSn: sn, amount }) => {
        const { trace } = (await keyBefore(services, gate, sn)) ?? {};
        if (trace === undefined) throw refuse('jsonLine.unknownSn', { clientSn: sn });
        return { trace, pan: '', amountMinor: amount.minor };
      }),
    );
    await uploadLines(services, ask, { key, code: '201', lines: sent });
  }
  const ended =
    uploads &&
    (await endUpload(services, ask, {
      key,
      count: uploads.length,
      fingerprint: `json ${uploads.length}`,
    }));
  return {
    batchNo: key.batchNo,
    equal,
    closed: ended?.code === '00',
    debit: { count: domestic.debitCount, amount: money(BigInt(domestic.debitMinor)) },
    credit: { count: domestic.creditCount, amount: money(BigInt(domestic.creditMinor)) },
  };
}

function totalsOf({ debit, credit }: Body): BatchTotals['domestic'] {
  return {
    debitMinor: debit.amount.minor.toString(),
    debitCount: debit.count,
    creditMinor: credit.amount.minor.toString(),
    creditCount: credit.count,
  };
}
