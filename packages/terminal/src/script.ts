/** 0620: what a chip made of the issuer's commands (docs/protocol.md §2.7, §3.3). */
import { textOf, toHex, writeF60, writeF61 } from '@kaitong/iso8583';
import type { Message } from '@kaitong/iso8583';
import { pick } from './chip.ts';
import { ask, dial, secured } from './exchange.ts';
import type { Request } from './exchange.ts';
import { changed, withoutKey } from './outbox.ts';
import type { Owed } from './outbox.ts';
import { restoreFields } from './state.ts';
import type { Held, StoredFields } from './state.ts';

const NOTICE_TAGS = [
  '9F33',
  '95',
  '9F37',
  '9F1E',
  '9F10',
  '9F26',
  '9F36',
  '82',
  'DF31',
  '9F1A',
  '9A',
];
const REPEATED = [2, 3, 4, 22, 23, 25, 49];
/** People find the rest in the log of the issuer. */
const TRIES_MAX = 3;

type Told = {
  readonly about: { readonly trace: string; readonly batch: string };
  readonly message: Message;
  readonly request: Request;
  readonly chip: Uint8Array;
  readonly trace: string;
};

export function scriptNotice({ about, message, request, chip, trace }: Told): Owed {
  const repeated = REPEATED.flatMap((field): [number, string][] => {
    const value = request.fields[field];
    return typeof value === 'string' ? [[field, value]] : [];
  });
  const [acquirer, rrn] = [textOf(message, 32), textOf(message, 37)];
  const fields: StoredFields = {
    ...Object.fromEntries(repeated),
    ...(acquirer === undefined ? {} : { 32: acquirer }),
    ...(rrn === undefined ? {} : { 37: rrn }),
    11: trace,
    55: `x:${toHex(pick(chip, NOTICE_TAGS))}`,
    60: writeF60({ type: '00', batch: about.batch, code: '951' }),
    61: writeF61({ ...about, date: textOf(message, 13) ?? '0000' }),
  };
  return { trace, batch: about.batch, tries: 0, fields };
}

/** Sends every notice that waits; one that nobody answers three times is let go: no money hangs on it. */
export async function sendScripts(held: Held): Promise<void> {
  for (const notice of held.state.scripts) {
    const out = secured(held, { mti: '0620', fields: restoreFields(notice.fields) });
    // The order is the order of the payments.
    // oxlint-disable-next-line no-await-in-loop
    const line = await dial(held);
    if (line === undefined) return;
    // oxlint-disable-next-line no-await-in-loop
    const answer = await ask(held, line, out);
    const isHeard = answer.kind === 'valid';
    const tries = notice.tries + 1;
    const { scripts } = held.state;
    // oxlint-disable-next-line no-await-in-loop
    await held.save({
      scripts:
        isHeard || tries >= TRIES_MAX
          ? withoutKey(scripts, notice)
          : changed(scripts, { ...notice, tries }),
    });
    if (!isHeard) return;
  }
}
