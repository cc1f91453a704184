/** The customer's signature as an image (docs/protocol.md §3.8): kept, then told to the host. */
import { fromAscii, textOf, writeF60, writeReceipt } from '@kaitong/iso8583';
import { ask, dial, secured } from './exchange.ts';
import { changed, withoutKey } from './outbox.ts';
import type { Owed } from './outbox.ts';
import { refused } from './result.ts';
import type { OperatorResult } from './result.ts';
import { restoreFields, storeFields } from './state.ts';
import type { Held, LogEntry } from './state.ts';

export type Signature = {
  readonly trace: string;
  /** JBIG by the book; any bytes that fit F62. */
  readonly image: Uint8Array;
};

const IMAGE_BYTES_MAX = 999;
const TRIES_MAX = 3;

/** Keeps the signature of a payment of this batch. */
export async function sign(held: Held, { trace, image }: Signature): Promise<OperatorResult> {
  const entry = held.state.log.find(
    (each) => each.trace === trace && each.batch === held.state.batch,
  );
  if (entry === undefined) return refused('originalNotFound');
  if (image.length === 0 || image.length > IMAGE_BYTES_MAX) return refused('imageNotValid');
  const { batch } = entry;
  const owed: Owed = { trace, batch, tries: 0, fields: fieldsOf(held, entry, image) };
  await held.save({ signatures: [...withoutKey(held.state.signatures, owed), owed] });
  return { kind: 'done' };
}

function fieldsOf({ state }: Held, entry: LogEntry, image: Uint8Array) {
  return storeFields({
    ...(entry.pan === undefined ? {} : { 2: entry.pan }),
    4: entry.amount,
    11: entry.trace,
    ...(entry.settles === undefined ? {} : { 15: entry.settles }),
    37: entry.rrn,
    55: receiptOf(state.operator, entry),
    60: writeF60({ type: '07', batch: entry.batch, code: '800' }),
    62: image,
  });
}

/** What stands on the slip, so that the image means something. */
function receiptOf(operator: string, { kind, authCode }: LogEntry): Uint8Array {
  return writeReceipt({
    transaction: fromAscii(kind),
    operator: fromAscii(operator),
    ...(authCode === undefined ? {} : { authCode: fromAscii(authCode) }),
  });
}

/** Tells every signature that waits; true when none is left. */
export async function sendSignatures(held: Held): Promise<boolean> {
  for (const owed of held.state.signatures) {
    const out = secured(held, { mti: '0820', fields: restoreFields(owed.fields) });
    // oxlint-disable-next-line no-await-in-loop
    const line = await dial(held);
    if (line === undefined) return false;
    // oxlint-disable-next-line no-await-in-loop
    const answer = await ask(held, line, out);
    const code = answer.kind === 'valid' ? textOf(answer.message, 39) : undefined;
    const tries = owed.tries + 1;
    // Refused again and again, it is of no use to keep: paper is signed instead.
    const isOver = code === '00' || code === '94' || tries >= TRIES_MAX;
    const { signatures } = held.state;
    // oxlint-disable-next-line no-await-in-loop
    await held.save({
      signatures: isOver ? withoutKey(signatures, owed) : changed(signatures, { ...owed, tries }),
    });
    if (code === undefined) return false;
  }
  return held.state.signatures.length === 0;
}
