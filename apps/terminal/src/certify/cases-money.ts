/** Money: sale, its repeats, void, refund, reversal (§3.2, §3.3, §3.5). */
import {
  desCipher,
  isSuccess,
  sealPin,
  pinBlock,
  textOf,
  writeAmount,
  writeF61,
  type FieldValue,
} from '@kaitong/iso8583';
import type { Case } from './case.ts';
import type { Lab, Reply } from './lab.ts';

const SALE_FIELDS = [3, 4, 11, 12, 13, 15, 25, 32, 37, 39, 41, 42, 44, 49, 60, 63, 64];

export const MONEY: readonly Case[] = [
  {
    id: 'sale-approved',
    title: 'A sale is approved, with every field and a MAC',
    section: '3.3',
    run: async (lab) => {
      const { fields, reply } = await sell(lab);
      lab.must('0200 is answered by 0210', reply.message?.mti === '0210', reply.message?.mti);
      lab.checkBelongs(reply, fields);
      lab.checkPresent(reply, SALE_FIELDS);
      lab.checkProof(reply);
    },
  },
  {
    id: 'sale-declined',
    title: 'A sale is declined with the code of the issuer, without a MAC',
    section: '3.3',
    run: async (lab) => {
      const { fen, code } = lab.subject.declined;
      const fields = lab.sale(fen);
      const reply = await lab.ask({ mti: '0200', fields });
      lab.must(`F39 is ${code}`, reply.code === code, reply.code ?? reply.how);
      lab.checkBelongs(reply, fields);
      lab.checkProof(reply);
    },
  },
  {
    id: 'sale-pin',
    title: 'A PIN block that is none is 99',
    section: '4',
    run: async (lab) => {
      const fields = lab.sale(lab.subject.approvedFen, {
        22: '011',
        26: '12',
        52: new Uint8Array(8).fill(0x11),
        53: '2600000000000000',
      });
      const { code, how } = await lab.ask({ mti: '0200', fields });
      lab.must('F39 is 99', code === '99', code ?? how);
      const pik = { key: lab.keys?.pik ?? new Uint8Array(16), cipher: desCipher };
      const good = lab.sale(lab.subject.approvedFen, {
        22: '011',
        26: '12',
        52: sealPin(pinBlock('123456', lab.subject.card.pan), pik),
        53: '2600000000000000',
      });
      const reply = await lab.ask({ mti: '0200', fields: good });
      lab.must('a PIN under the PIN key is taken', isSuccess(reply.code ?? ''), reply.code);
    },
  },
  {
    id: 'duplicate',
    title: 'The same message again gets the same answer',
    section: '3.9',
    run: async (lab) => {
      const { fields, reply } = await sell(lab);
      const again = await lab.ask({ mti: '0200', fields });
      for (const field of [37, 38, 39, 4]) {
        const [first, second] = [reply, again].map(({ message }) => message?.fields[field]);
        lab.must(`F${field} is the same`, first === second, `${shown(first)} and ${shown(second)}`);
      }
      lab.checkProof(again);
    },
  },
  {
    id: 'other-content',
    title: 'The same key with other content is 94',
    section: '3.9',
    run: async (lab) => {
      const { fields } = await sell(lab);
      const other = { ...fields, 4: writeAmount(BigInt(lab.subject.approvedFen * 2)) };
      const { code } = await lab.ask({ mti: '0200', fields: other });
      lab.must('F39 is 94', code === '94', code);
    },
  },
  {
    id: 'amount-zero',
    title: 'No money is no sale',
    section: '3.9',
    run: async (lab) => {
      const { code, how } = await lab.ask({ mti: '0200', fields: lab.sale(0) });
      lab.must('F39 is 13', code === '13', code ?? how);
    },
  },
  {
    id: 'void',
    title: 'A sale is voided once',
    section: '3.2',
    run: async (lab) => {
      const { fields, reply } = await sell(lab);
      const voided = voidOf(lab, fields, reply);
      const first = await lab.ask({ mti: '0200', fields: voided });
      lab.must('F39 is 00', first.code === '00', first.code);
      lab.checkProof(first);
      const second = await lab.ask({ mti: '0200', fields: voidOf(lab, fields, reply) });
      lab.must('a second void is refused', !isSuccess(second.code ?? '00'), second.code);
      const { code } = await lab.ask({
        mti: '0200',
        fields: {
          ...voidOf(lab, fields, reply),
          61: writeF61({ batch: lab.batch, trace: '999999' }),
          37: '000000000000',
        },
      });
      lab.must('a void of nothing is refused', !isSuccess(code ?? '00'), code);
    },
  },
  {
    id: 'refund',
    title: 'A sale is refunded, and not for more than it was',
    section: '3.2',
    run: async (lab) => {
      const { fields, reply } = await sell(lab);
      const some = Math.max(1, Math.floor(lab.subject.approvedFen / 2));
      const first = await lab.ask({
        mti: '0220',
        fields: refundOf(lab, { fields, reply, fen: some }),
      });
      lab.must('half of it is 00', first.code === '00', first.code);
      const more = refundOf(lab, { fields, reply, fen: lab.subject.approvedFen });
      const second = await lab.ask({ mti: '0220', fields: more });
      lab.must('more than is left is refused', !isSuccess(second.code ?? '00'), second.code);
    },
  },
  {
    id: 'reversal',
    title: 'A sale is reversed; a repeat gets the same answer; nothing is left to void',
    section: '3.5',
    run: async (lab) => {
      const { fields, reply } = await sell(lab);
      for (const which of ['first', 'second']) {
        // oxlint-disable-next-line no-await-in-loop
        const reversed = await lab.ask({ mti: '0400', fields: reversalOf(fields) });
        lab.must(`the ${which} 0400 is 00`, reversed.code === '00', reversed.code);
        lab.checkProof(reversed);
      }
      const { code } = await lab.ask({ mti: '0200', fields: voidOf(lab, fields, reply) });
      lab.must('a void of it is refused', !isSuccess(code ?? '00'), code);
    },
  },
  {
    id: 'reversal-first',
    title: 'A reversal before its original is 25, and the late original is refused',
    section: '3.5',
    run: async (lab) => {
      const fields = lab.sale(lab.subject.approvedFen);
      const reversed = await lab.ask({ mti: '0400', fields: reversalOf(fields) });
      lab.must('F39 is 25', reversed.code === '25', reversed.code);
      const late = await lab.ask({ mti: '0200', fields });
      lab.must('the original is refused', !isSuccess(late.code ?? '00'), late.code);
    },
  },
];

export async function sell(lab: Lab, fen = lab.subject.approvedFen) {
  const fields = lab.sale(fen);
  const reply = await lab.ask({ mti: '0200', fields });
  lab.must('the sale is approved', reply.code === '00', reply.code ?? reply.how);
  return { fields, reply };
}

type Fields = Readonly<Record<number, FieldValue>>;

function voidOf(lab: Lab, sale: Fields, { message }: Reply): Record<number, FieldValue> {
  const { 63: _, ...same } = sale;
  return {
    ...same,
    3: '200000',
    11: lab.takeTrace(),
    ...copied(message, [37, 38]),
    60: lab.f60('23'),
    61: writeF61({ batch: lab.batch, trace: String(sale[11]) }),
    63: '01 ',
  };
}

type Refund = { readonly fields: Fields; readonly reply: Reply; readonly fen: number };

function refundOf(lab: Lab, { fields, reply, fen }: Refund): Record<number, FieldValue> {
  const date = reply.message ? textOf(reply.message, 13) : undefined;
  return {
    ...fields,
    3: '200000',
    4: writeAmount(BigInt(fen)),
    11: lab.takeTrace(),
    ...copied(reply.message, [37]),
    60: lab.f60('25'),
    61: writeF61({ batch: '000000', trace: '000000', date: date ?? '0000' }),
    63: '000',
  };
}

export function reversalOf(sale: Fields): Record<number, FieldValue> {
  const { 63: _, 26: __, 35: ___, 37: ____, 52: _____, ...same } = sale;
  return { ...same, 39: '98' };
}

export function copied(message: Reply['message'], fields: readonly number[]) {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = message?.fields[field];
      return value === undefined ? [] : [[field, value] as const];
    }),
  );
}

function shown(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : value === undefined ? 'nothing' : 'bytes';
}
