import { bytesOf, readParameters, STATUS, toHex, type FieldValue } from '@kaitong/iso8583';
import { keepStatus, type TerminalStatus } from '#fleet';
import type { Ask } from '#platform/ask';
import { transact } from '#platform/db';
import type { Services } from '#platform/services';
import { doneAsking } from '#terminals';
import { tillOf, type Known } from './model.ts';
import type { Outcome } from './outcome.ts';

/** 0820/362: what the terminal says of its parts and of the parameters that it works with. */
export async function takeStatus(services: Services, ask: Ask, known: Known): Promise<Outcome> {
  const read = readParameters(bytesOf(known.message, 62) ?? new Uint8Array(), STATUS);
  const status = read && statusFrom(read);
  if (!status) return { kind: 'refused', code: '30', why: 'F62 is no status' };
  const { merchantId, terminalId } = tillOf(known.gate);
  await transact(services.db, async (tx) => {
    await keepStatus(tx, ask, { merchantId, terminalId, status });
    await doneAsking(tx, ask, { terminalId, wish: '2' });
  });
  return { kind: 'answered', code: '00', done: '2' };
}

const PARTS = ['keyboard', 'pinPad', 'reader', 'printer', 'display'] as const;

/** A part is `1` or `0`; a status that names no part at all is none. */
function statusFrom(read: Readonly<Record<string, FieldValue>>): TerminalStatus | undefined {
  const said = PARTS.flatMap((part) =>
    read[part] === undefined ? [] : [[part, read[part]] as const],
  );
  if (said.length === 0 || said.some(([, value]) => value !== '1' && value !== '0'))
    return undefined;
  const parts: Record<string, boolean> = Object.fromEntries(
    said.map(([part, value]) => [part, value === '1']),
  );
  const others = Object.entries(read).filter(([name]) => !(name in parts));
  return {
    parts,
    parameters: Object.fromEntries(others.map(([name, value]) => [name, shown(value)])),
  };
}

/** Names of merchants come in GB18030; switches are bits. */
function shown(value: FieldValue): string {
  if (typeof value === 'string') return value;
  const text = new TextDecoder('gb18030').decode(value);
  return /^[^\p{C}\uFFFD]+$/u.test(text) ? text : toHex(value);
}
