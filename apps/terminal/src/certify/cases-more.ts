/** What a host may offer besides: balance, holds, advices; and the day's end (§3.2, §3.6). */
import {
  isSuccess,
  NO_CARDS,
  readTotals,
  textOf,
  writeAmount,
  writeDetails,
  writeF61,
  writeTotals,
  type CardTotals,
  type FieldValue,
  type SettlementTotals,
} from '@kaitong/iso8583';
import type { Case } from './case.ts';
import { copied, reversalOf, sell } from './cases-money.ts';
import type { Lab, Reply } from './lab.ts';

export const MORE: readonly Case[] = [
  {
    id: 'balance',
    title: 'A balance comes in F54, and takes no money',
    section: '3.2',
    run: async (lab) => {
      const { 4: _, ...fields } = lab.sale(0, { 3: '310000', 60: lab.f60('01') });
      const reply = await lab.ask({ mti: '0200', fields });
      lab.offered(reply);
      lab.must('F39 is 00', reply.code === '00', reply.code);
      lab.checkPresent(reply, [39, 54]);
      lab.checkProof(reply);
    },
  },
  {
    id: 'pre-auth',
    title: 'A hold is completed, the completion voided',
    section: '3.2',
    run: async (lab) => {
      const hold = await holdMoney(lab);
      const taken = followOf(lab, hold, { type: '20', code: '000000' });
      const completed = await lab.ask({ mti: '0200', fields: taken });
      lab.must('the completion is 00', completed.code === '00', completed.code);
      const again = followOf(lab, hold, { type: '20', code: '000000' });
      const { code } = await lab.ask({ mti: '0200', fields: again });
      lab.must('a second completion is refused', !isSuccess(code ?? '00'), code);
      const date = completed.message ? textOf(completed.message, 13) : undefined;
      const back = await lab.ask({
        mti: '0200',
        fields: {
          ...taken,
          3: '200000',
          11: lab.takeTrace(),
          ...copied(completed.message, [37, 38]),
          60: lab.f60('21'),
          61: writeF61({ batch: lab.batch, trace: taken[11], date: date ?? '0000' }),
        },
      });
      lab.must('the void of the completion is 00', back.code === '00', back.code);
    },
  },
  {
    id: 'pre-auth-void',
    title: 'A hold is voided; a hold without an answer is reversed',
    section: '3.2',
    run: async (lab) => {
      const hold = await holdMoney(lab);
      const fields = followOf(lab, hold, { type: '11', code: '200000' });
      const voided = await lab.ask({ mti: '0100', fields });
      lab.must('the void is 00', voided.code === '00', voided.code);
      const other = await holdMoney(lab);
      const reversed = await lab.ask({ mti: '0400', fields: reversalOf(other.fields) });
      lab.must('the reversal is 00', reversed.code === '00', reversed.code);
    },
  },
  {
    id: 'unknown-request',
    title: 'What the host does not do is refused, and never approved',
    section: '3.9',
    run: async (lab) => {
      const fields = lab.sale(lab.subject.approvedFen, { 60: lab.f60('99') });
      const { code, how } = await lab.ask({ mti: '0200', fields });
      lab.must('it is 40, or the line ends', code === '40' || how === 'closed', code ?? how);
      const answer = await lab.ask({ mti: '0210', fields: lab.sale(lab.subject.approvedFen) });
      const isSilent = answer.how === 'closed' || answer.how === 'silence';
      lab.must(
        'an answer is no request',
        isSilent || !isSuccess(answer.code ?? '00'),
        answer.code ?? answer.how,
      );
    },
  },
  {
    id: 'settlement-unequal',
    title: 'Sums that differ: the host says its own, and takes the details',
    section: '3.6',
    run: async (lab) => {
      const { fields } = await sell(lab);
      const nothing = { domestic: NO_CARDS, foreign: NO_CARDS };
      const { totals, reply } = await settle(lab, nothing);
      lab.must('there is no F39', reply.code === undefined, reply.code);
      lab.must('the domestic flag is 2', totals?.domestic.flag === '2', totals?.domestic.flag);
      lab.must(
        'the host names its own sum',
        (totals?.domestic.debitMinor ?? 0n) > 0n,
        totals?.domestic.debitMinor,
      );
      const details = writeDetails([
        {
          isForeign: false,
          trace: String(fields[11]),
          pan: lab.subject.card.pan,
          amountMinor: BigInt(lab.subject.approvedFen),
        },
      ]);
      const sent = { 11: lab.takeTrace(), 48: details, 60: lab.f60('00', '201') };
      const uploaded = await lab.ask({ mti: '0320', fields: sent, mac: 'none' });
      lab.must('an upload is 00', uploaded.code === '00', uploaded.code);
      await endUpload(lab, { code: '202', count: '0001' });
      await mustMoveOn(lab);
    },
  },
  {
    id: 'settlement-equal',
    title: 'Sums that agree close the batch',
    section: '3.6',
    run: async (lab) => {
      await sell(lab);
      const debitMinor = BigInt(lab.subject.approvedFen);
      const domestic: CardTotals = { ...NO_CARDS, debitMinor, debitCount: 1 };
      const { totals, reply } = await settle(lab, { domestic, foreign: NO_CARDS });
      lab.must('there is no F39', reply.code === undefined, reply.code);
      lab.checkPresent(reply, [11, 12, 13, 41, 42, 48, 60]);
      lab.must('the domestic flag is 1', totals?.domestic.flag === '1', totals?.domestic.flag);
      lab.must('the foreign flag is 1', totals?.foreign.flag === '1', totals?.foreign.flag);
      await endUpload(lab, { code: '207', count: '0000' });
      await mustMoveOn(lab);
    },
  },
];

type Hold = { readonly fields: Record<number, FieldValue>; readonly reply: Reply };

async function holdMoney(lab: Lab): Promise<Hold> {
  const more = { 3: '030000', 25: '06', 60: lab.f60('10') };
  const fields = lab.sale(lab.subject.approvedFen, more);
  const reply = await lab.ask({ mti: '0100', fields });
  lab.offered(reply);
  lab.must('the hold is 00', reply.code === '00', reply.code ?? reply.how);
  lab.checkPresent(reply, [37, 38]);
  lab.checkProof(reply);
  return { fields, reply };
}

type Next = { readonly type: string; readonly code: string };

function followOf(lab: Lab, { fields, reply }: Hold, { type, code }: Next) {
  const date = reply.message ? textOf(reply.message, 13) : undefined;
  return {
    ...fields,
    3: code,
    4: writeAmount(BigInt(lab.subject.approvedFen)),
    11: lab.takeTrace(),
    ...copied(reply.message, [38]),
    60: lab.f60(type),
    61: writeF61({ batch: lab.batch, trace: String(fields[11]), date: date ?? '0000' }),
  };
}

async function settle(lab: Lab, ours: SettlementTotals) {
  const reply = await lab.ask({
    mti: '0500',
    mac: 'none',
    fields: {
      11: lab.takeTrace(),
      48: writeTotals(ours),
      49: '156',
      60: lab.f60('00', '201'),
      63: '01 ',
    },
  });
  lab.must(
    '0500 is answered by 0510',
    reply.message?.mti === '0510',
    reply.message?.mti ?? reply.how,
  );
  return { reply, totals: readTotals(reply.message ? (textOf(reply.message, 48) ?? '') : '') };
}

async function endUpload(
  lab: Lab,
  { code, count }: { readonly code: string; readonly count: string },
) {
  const { code: answer } = await lab.ask({
    mti: '0320',
    mac: 'none',
    fields: { 11: lab.takeTrace(), 48: count, 60: lab.f60('00', code) },
  });
  lab.must(`the end (${code}) is 00`, answer === '00', answer);
}

/** The batch is over: what names it is refused, and a sign-in brings another. */
async function mustMoveOn(lab: Lab): Promise<void> {
  const before = lab.batch;
  const { code } = await lab.ask({ mti: '0200', fields: lab.sale(lab.subject.approvedFen) });
  lab.must('a sale of the closed batch is 77', code === '77', code);
  const signed = await lab.signIn();
  lab.must('the next sign-in is 00', signed.code === '00', signed.code);
  lab.must('and brings another batch number', lab.batch !== before, `${before} and ${lab.batch}`);
}
