import { expect, it } from 'vitest';
import { replyHead } from './reply.ts';

const request = {
  tpdu: '6005010000',
  header: '603100311003',
  mti: '0200',
  fields: { 11: '000001' },
};

it('answers to where the request came from, with the next message type', () => {
  expect(replyHead(request)).toEqual({ tpdu: '6000000501', header: '603100311003', mti: '0210' });
});

it('says in the header what the host wants', () => {
  expect(replyHead({ ...request, mti: '0320' }, '3')).toMatchObject({
    header: '603103311003',
    mti: '0330',
  });
});

it('answers the network, which has neither address nor header', () => {
  expect(replyHead({ mti: '0800', fields: {} })).toEqual({ mti: '0810' });
});
