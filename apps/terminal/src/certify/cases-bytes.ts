/** Bytes that are wrong or come in odd pieces: one connection may end, the host may not. */
import { framed } from '@kaitong/iso8583';
import { Call } from './call.ts';
import type { Case } from './case.ts';
import type { Lab } from './lab.ts';

const PATIENCE_ms = 20_000;

export const BYTES: readonly Case[] = [
  rude('garbage', 'A frame of noise', async () =>
    framed(Uint8Array.from({ length: 40 }, (_, i) => (i * 37) & 255)),
  ),
  rude('empty', 'A frame of no bytes', async () => Uint8Array.of(0, 0)),
  rude('oversized', 'A length that no frame has', async () => Uint8Array.of(0xff, 0xff, 0x60)),
  rude('cut', 'A frame whose last fields are missing', async (lab) => {
    const whole = lab.frame(echoOf(lab));
    return framed(whole.subarray(0, whole.length - 4));
  }),
  rude('bitmap', 'A bitmap that promises what is not there', async (lab) => {
    const frame = lab.frame(echoOf(lab)).slice();
    frame.fill(0xff, BITMAP_AT, BITMAP_AT + 8);
    return framed(frame);
  }),
  {
    id: 'hung-up',
    title: 'Half a frame, and then the line is gone',
    section: '1.1',
    run: async (lab) => {
      const call = await Call.to(lab.address);
      const whole = framed(lab.frame(echoOf(lab)));
      await call.send(whole.subarray(0, whole.length >> 1));
      call.close();
      await mustLive(lab);
    },
  },
  {
    id: 'split',
    title: 'A frame that comes byte by byte is answered',
    section: '1.1',
    run: async (lab) => {
      const call = await Call.to(lab.address);
      for (const byte of framed(lab.frame(echoOf(lab))))
        // Each byte is a packet of its own.
        // oxlint-disable-next-line no-await-in-loop
        await call.send(Uint8Array.of(byte));
      const { code, how } = lab.read(await call.hear(PATIENCE_ms));
      lab.must('F39 is 00', code === '00', code ?? how);
      call.close();
    },
  },
  {
    id: 'merged',
    title: 'Two frames in one packet get two answers, in their order',
    section: '1.1',
    run: async (lab) => {
      const call = await Call.to(lab.address);
      const [first, second] = [echoOf(lab), echoOf(lab)];
      const both = [first, second].map((wanted) => framed(lab.frame(wanted)));
      await call.send(Buffer.concat(both));
      for (const { fields } of [first, second]) {
        // oxlint-disable-next-line no-await-in-loop
        const { message, how } = lab.read(await call.hear(PATIENCE_ms));
        const saw = message?.fields[11];
        lab.must(`the answer to ${fields[11]}`, saw === fields[11], saw ?? how);
      }
      call.close();
    },
  },
  {
    id: 'one-line',
    title: 'Many requests on one connection',
    section: '1.1',
    run: async (lab) => {
      const call = await Call.to(lab.address);
      for (let i = 0; i < REQUESTS; i++) {
        // oxlint-disable-next-line no-await-in-loop
        await call.send(framed(lab.frame(echoOf(lab))));
        // oxlint-disable-next-line no-await-in-loop
        const { code, how } = lab.read(await call.hear(PATIENCE_ms));
        lab.must(`request ${i + 1} is 00`, code === '00', code ?? how);
      }
      call.close();
    },
  },
];

const REQUESTS = 3;
/** Five bytes of TPDU, six of header, two of message type. */
const BITMAP_AT = 13;

/** Bytes that deserve no answer: the line may end, and the next one is served. */
function rude(id: string, title: string, bytes: (lab: Lab) => Promise<Uint8Array>): Case {
  return {
    id,
    title,
    section: '1.1',
    run: async (lab) => {
      const call = await Call.to(lab.address);
      await call.send(await bytes(lab));
      const heard = lab.read(await call.hear(PATIENCE_ms));
      lab.must('it is never approved', heard.code !== '00', heard.code ?? heard.how);
      lab.should('the line ends', heard.how === 'closed', heard.how);
      call.close();
      await mustLive(lab);
    },
  };
}

async function mustLive(lab: Lab): Promise<void> {
  const { code, how } = await lab.ask(echoOf(lab));
  lab.must('the next connection is served', code === '00', code ?? how);
}

function echoOf(lab: Lab) {
  return { mti: '0820', fields: { 11: lab.takeTrace(), 60: lab.f60('00', '301') } };
}
