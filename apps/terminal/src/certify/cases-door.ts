/** Who is let in: sign-in, echo, strangers, wrong batches and wrong MACs, in the order of §3.9. */
import { bytesOf, desCipher, fromHex, openWorkKeys, readF60, textOf } from '@kaitong/iso8583';
import type { Case } from './case.ts';

const NOBODY = '99999999';

export const DOOR: readonly Case[] = [
  {
    id: 'sign-in',
    title: 'Sign-in brings keys that prove themselves and a batch number',
    section: '3.4',
    run: async (lab) => {
      const reply = await lab.signIn();
      const { message } = reply;
      lab.must('0800 is answered by 0810', message?.mti === '0810', message?.mti ?? reply.how);
      lab.must('F39 is 00', reply.code === '00', reply.code);
      const f62 = message && bytesOf(message, 62);
      const tmk = { key: fromHex(lab.subject.tmk), cipher: desCipher };
      const opened = openWorkKeys(f62 ?? new Uint8Array(), tmk);
      lab.must('the check values of F62 fit', opened.ok, opened.ok ? 'fit' : opened.reason);
      const batch = readF60(message ? (textOf(message, 60) ?? '') : '')?.batch ?? '';
      lab.must('F60.2 is a batch number', /^\d{6}$/.test(batch) && batch !== '000000', batch);
      lab.checkPresent(reply, [11, 12, 13, 32, 39, 41, 42, 60, 62]);
      lab.checkPresent(reply, [37], 'should');
      lab.must('it carries no MAC', message?.fields[64] === undefined);
    },
  },
  {
    id: 'routing',
    title: 'The answer goes back where it came from',
    section: '1.1',
    run: async (lab) => {
      const { tpdu, header } = lab.subject;
      const { message } = await echo(lab);
      const swapped = tpdu.slice(0, 2) + tpdu.slice(6) + tpdu.slice(2, 6);
      lab.must(
        'destination and source of the TPDU are swapped',
        message?.tpdu === swapped,
        message?.tpdu,
      );
      const echoed = `${header.slice(0, 5)}x${header.slice(6)}`;
      const saw = message?.header && `${message.header.slice(0, 5)}x${message.header.slice(6)}`;
      lab.must('the header comes back but for its sixth digit', saw === echoed, message?.header);
    },
  },
  {
    id: 'echo',
    title: 'Echo',
    section: '3.7',
    run: async (lab) => {
      const reply = await echo(lab);
      lab.must('F39 is 00', reply.code === '00', reply.code ?? reply.how);
      lab.checkPresent(reply, [12, 13, 39, 41, 42, 60]);
    },
  },
  {
    id: 'unknown-terminal',
    title: 'A terminal that nobody knows is 97',
    section: '3.9',
    run: async (lab) => {
      const { code, how } = await lab.ask({
        mti: '0800',
        terminalNo: NOBODY,
        fields: { 11: lab.takeTrace(), 60: lab.f60('00', lab.subject.signInCode), 63: '01 ' },
      });
      lab.must('F39 is 97', code === '97', code ?? how);
    },
  },
  {
    id: 'wrong-merchant',
    title: 'A terminal of another merchant is 03',
    section: '3.9',
    run: async (lab) => {
      const { code, how } = await lab.ask({
        mti: '0200',
        merchantNo: '0'.repeat(15),
        fields: lab.sale(lab.subject.approvedFen),
      });
      lab.must('F39 is 03', code === '03', code ?? how);
    },
  },
  {
    id: 'wrong-batch',
    title: 'A batch that is not open is 77, and asks for a sign-in',
    section: '3.9',
    run: async (lab) => {
      const fields = lab.sale(lab.subject.approvedFen, { 60: lab.f60('22', '000', '999998') });
      const { code, how, message } = await lab.ask({ mti: '0200', fields });
      lab.must('F39 is 77', code === '77', code ?? how);
      lab.should('digit 6 of the header is 3', message?.header?.[5] === '3', message?.header?.[5]);
    },
  },
  {
    id: 'wrong-mac',
    title: 'A wrong MAC, or none, is A0, and asks for a sign-in',
    section: '3.9',
    run: async (lab) => {
      for (const mac of ['wrong', 'none'] as const) {
        const fields = lab.sale(lab.subject.approvedFen);
        // oxlint-disable-next-line no-await-in-loop
        const { code, how, message } = await lab.ask({ mti: '0200', fields, mac });
        lab.must(`${mac} MAC: F39 is A0`, code === 'A0', code ?? how);
        const digit = message?.header?.[5];
        lab.should(`${mac} MAC: digit 6 of the header is 3`, digit === '3', digit);
      }
    },
  },
  {
    id: 'signed-out',
    title: 'After sign-out nothing is sold',
    section: '3.4',
    run: async (lab) => {
      const out = await lab.ask({
        mti: '0820',
        fields: { 11: lab.takeTrace(), 60: lab.f60('00', '002') },
      });
      lab.must('sign-out is 00', out.code === '00', out.code ?? out.how);
      const { code } = await lab.ask({ mti: '0200', fields: lab.sale(lab.subject.approvedFen) });
      lab.must('a sale is 77 or A0', code === '77' || code === 'A0', code);
      const { code: again } = await lab.signIn();
      lab.must('a new sign-in is 00', again === '00', again);
    },
  },
];

async function echo(lab: Parameters<Case['run']>[0]) {
  return lab.ask({ mti: '0820', fields: { 11: lab.takeTrace(), 60: lab.f60('00', '301') } });
}
