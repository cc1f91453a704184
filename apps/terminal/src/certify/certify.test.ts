import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  decode,
  encode,
  framed,
  FrameReader,
  replyHead,
  unionpay,
  type FieldValue,
  type Message,
} from '@kaitong/iso8583';
import { afterEach, describe, expect, it } from 'vitest';
import { readOptions } from '../options.ts';
import { walk } from './certify.ts';
import type { Report } from './report.ts';
import { subjectFrom } from './subject.ts';

const TMK = 'CA5D92598DCA48CE8A4C76361A9269E9';
const SUBJECT = { terminalNo: '00000001', merchantNo: '123456789012345', tmk: TMK };
const owed: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const pay of owed.splice(0)) await pay();
});

/** A host that says yes to everything, proves nothing, and forgets what it said. */
async function yesHost(): Promise<Server> {
  const server = createServer((socket) => {
    const reader = new FrameReader();
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      const { frames, error } = reader.push(chunk);
      if (error !== undefined) socket.destroy();
      for (const frame of frames) {
        const read = decode(unionpay, frame);
        if (read.ok) socket.write(framed(encode(unionpay, yes(read.message))));
        else socket.destroy();
      }
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  owed.push(async () => new Promise((resolve) => server.close(resolve)));
  return server;
}

function yes(request: Message): Message {
  const kept = [3, 4, 11, 25, 41, 42, 49, 60].flatMap((field): [number, FieldValue][] => {
    const value = request.fields[field];
    return value === undefined ? [] : [[field, value]];
  });
  return { ...replyHead(request), fields: { ...Object.fromEntries(kept), 39: '00' } };
}

async function certified(): Promise<{ exit: number; report: Report; text: string }> {
  const { port } = (await yesHost()).address() as AddressInfo;
  const folder = await mkdtemp(join(tmpdir(), 'kaitong-certify-'));
  owed.push(async () => rm(folder, { recursive: true, force: true }));
  const subject = subjectFrom(SUBJECT, 'test');
  const setting = { subject, address: { host: '127.0.0.1', port }, done: async () => {} };
  const exit = await walk(readOptions(['--report', folder]), setting, () => {});
  const text = await readFile(join(folder, 'certify.md'), 'utf8');
  const json = await readFile(join(folder, 'certify.json'), 'utf8');
  return { exit, report: JSON.parse(json) as Report, text: text + json };
}

describe('a host that says yes to everything', () => {
  it('fails, is told where, and its report shows no card number', async () => {
    const { exit, report, text } = await certified();
    expect(exit).toBe(1);
    const failed = report.cases.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id);
    expect(failed).toEqual(
      expect.arrayContaining(['sign-in', 'unknown-terminal', 'wrong-mac', 'sale-declined', 'void']),
    );
    const passed = report.cases.filter(({ verdict }) => verdict === 'passed').map(({ id }) => id);
    expect(passed).toEqual(expect.arrayContaining(['routing', 'split', 'merged', 'one-line']));
    expect(text).not.toContain(subjectFrom(SUBJECT, 'test').card.pan);
    expect(text).not.toContain(TMK);
  });
});

it.each([
  [{ ...SUBJECT, terminalNo: '1' }],
  [{ ...SUBJECT, tmk: 'secret' }],
  [{ ...SUBJECT, trace: 0 }],
])('parameters that are not right are said before anything is sent', (given) => {
  expect(() => subjectFrom(given, 'file.json')).toThrow('file.json are not right');
});
