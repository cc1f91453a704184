import { describe, expect, it } from 'vitest';
import { bytesOf, isLit, linesOf, messageText, type MessageWhole, type XRay } from './xray.ts';

const words = (en: string) => ({ 'zh-Hans': en, 'zh-Hant': en, en });

const request: XRay = {
  bytes: 8,
  hex: '0200****12345678',
  parts: [
    { path: 'mti', offset: 0, length: 2, name: 'Type', shown: '0200', children: [] },
    {
      path: 'F55',
      field: 55,
      offset: 2,
      length: 5,
      name: 'Chip',
      shown: '9F26=***',
      children: [{ path: 'F55.9F26', offset: 3, length: 2, name: 'Cryptogram', shown: '***' }],
    },
  ],
};

const message: MessageWhole = {
  id: 'msg_0000000000',
  at: new Date('2026-03-10T02:00:00Z'),
  channel: 'tcp',
  connection: '7',
  address: '127.0.0.1',
  terminalNo: '10000001',
  kind: 'sale',
  kindWords: words('Sale'),
  mti: '0200',
  trace: '000002',
  outcome: 'refused',
  outcomeWords: words('Refused'),
  code: 'A0',
  codeWords: words('MAC error'),
  mac: 'wrong',
  macWords: words('Wrong'),
  macCauses: [{ cause: 'oldKey', words: words('Made with the key before') }],
  duration_ms: 12,
  requestBytes: 8,
  replyBytes: 0,
  request,
  missing: [],
};

describe('the bytes of a frame', () => {
  const bytes = bytesOf(request);

  it('are as many as the frame has, each with its letters', () => {
    expect(bytes.map(({ text }) => text)).toEqual(['02', '00', '**', '**', '12', '34', '56', '78']);
  });

  it('belong to the smallest part that holds them', () => {
    expect(bytes[2]).toMatchObject({ part: 'F55', leaf: 'F55' });
    expect(bytes[3]).toMatchObject({ part: 'F55', leaf: 'F55.9F26' });
    expect(bytes[7]).not.toHaveProperty('part');
  });

  it('light up with their field, and a part of it lights only its own', () => {
    const lit = (path: string) => bytes.filter((byte) => isLit(byte, path)).map(({ at }) => at);
    expect(lit('F55')).toEqual([2, 3, 4, 5, 6]);
    expect(lit('F55.9F26')).toEqual([3, 4]);
    expect(bytes.some((byte) => isLit(byte, undefined))).toBe(false);
  });

  it('are described even where a part claims more than there is', () => {
    const long = {
      ...request,
      parts: [{ path: 'F2', offset: 6, length: 90, name: '', shown: '', children: [] }],
    };
    expect(bytesOf(long)).toHaveLength(8);
  });
});

it('breaks into lines', () => {
  expect(linesOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(linesOf([])).toEqual([]);
});

it('says everything in plain text', () => {
  const text = messageText(message, 'en');
  for (const part of [
    'Sale 0200',
    'F39 A0 MAC error',
    '- Made with the key before',
    '0000  02 00 ** **',
    'F55.9F26',
  ])
    expect(text).toContain(part);
  expect(text).not.toContain('<<<');
});

it('says where reading stopped', () => {
  const error = { offset: 4, path: 'F55', reason: 'truncated', words: words('Cut off') };
  const cut = messageText({ ...message, request: { ...request, error } }, 'en');
  expect(cut).toContain('! 0004 F55: Cut off');
});
