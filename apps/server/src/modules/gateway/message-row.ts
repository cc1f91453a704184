import { describe, textOf, unionpay } from '@kaitong/iso8583';
import { newId } from '#platform/ids';
import type { Exchange } from './connection.ts';
import { heardOf, type MacCause, type MessageOutcome } from './model.ts';
import type { Outcome } from './outcome.ts';
import type { Reaction } from './react.ts';
import type { StoredMessage } from './store.ts';
import { xrayOf } from './xray.ts';

const LENGTH_BYTES = 2;

/** What is kept of a frame and its answer. */
export function messageRow({ connection, frame, reaction, duration_ms }: Exchange, now: Date) {
  const { id, address, channel } = connection;
  const reply = reaction.reply?.subarray(LENGTH_BYTES);
  const row: StoredMessage = {
    id: newId('msg', now),
    at: now,
    channel,
    connection: id,
    address,
    ...saidOf(reaction, frame),
    kind: reaction.kind,
    outcome: outcomeOf(reaction),
    closed_reason: reaction.close ?? null,
    ...verdictOf(reaction, frame),
    duration_ms,
    request_bytes: frame.length,
    reply_bytes: reply?.length ?? 0,
    request: xrayOf(frame),
    reply: reply ? xrayOf(reply) : null,
  };
  return row;
}

/** What the terminal said of itself; its ids only when we know it and the merchant is its own. */
function saidOf({ message, gate }: Reaction, frame: Uint8Array) {
  const heard = message && heardOf(message, frame);
  const isOwn = gate?.merchant_no === heard?.merchantNo;
  const amount = message && textOf(message, 4);
  return {
    terminal_no: heard?.terminalNo ?? null,
    merchant_no: heard?.merchantNo ?? null,
    merchant_id: (isOwn ? gate?.merchant_id : null) ?? null,
    terminal_id: (isOwn ? gate?.terminal_id : null) ?? null,
    mti: message?.mti ?? null,
    trace: heard?.trace ?? null,
    batch_no: heard?.f60.batch ?? null,
    amount_minor: amount === undefined ? null : BigInt(amount),
  };
}

function outcomeOf({ outcome, isBusy }: Reaction): MessageOutcome {
  if (isBusy === true) return 'busy';
  if (!outcome) return 'closed';
  return outcome.kind === 'silence' ? 'silent' : outcome.kind;
}

function verdictOf({ outcome }: Reaction, frame: Uint8Array) {
  const isSaid = outcome && outcome.kind !== 'silence';
  return {
    code: (isSaid ? outcome.code : null) ?? null,
    missing: (outcome?.kind === 'refused' ? outcome.missing : undefined) ?? [],
    mac: outcome?.mac ?? 'unchecked',
    mac_causes: causesOf(outcome, frame),
  };
}

/** Why a MAC is wrong: looked for here, beside the payments, and not before the answer. */
function causesOf(outcome: Outcome | undefined, frame: Uint8Array): readonly MacCause[] {
  if (outcome?.kind !== 'refused' || outcome.mac !== 'wrong' || !outcome.mak) return [];
  const { mac } = describe(unionpay, frame, { mac: { current: outcome.mak } });
  return mac?.verdict === 'wrong' ? mac.causes : [];
}
