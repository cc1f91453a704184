import {
  encode,
  framed,
  isSuccess,
  replyHead,
  textOf,
  unionpay,
  withMac,
  type FieldValue,
  type HostAsk,
} from '@kaitong/iso8583';
import { ACQUIRER, wallClock, type Answer } from '#payments';
import { organisationOf, type Heard } from './model.ts';
import type { Outcome } from './outcome.ts';

/** Fields that an answer repeats from its request (UnionPay POS specification, field presence). */
const ECHOED = [2, 3, 4, 11, 14, 22, 23, 25, 41, 42, 49, 53, 60] as const;
const ISSUER_WIDTH = 11;

type Reply = {
  readonly heard: Pick<Heard, 'message'>;
  readonly now: Date;
  readonly outcome: Exclude<Outcome, { kind: 'silence' }>;
  readonly asks?: HostAsk;
};

/** The bytes of an answer, with its two length bytes; only an approval carries a MAC. */
export function replyBytes({ heard: { message }, now, outcome, asks }: Reply): Uint8Array {
  const { code } = outcome;
  const { fields = {}, mak } = outcome.kind === 'answered' ? outcome : {};
  const at = wallClock(now);
  const trace = isManagement(message.mti) ? textOf(message, 11) : undefined;
  const reply = {
    ...replyHead(message, code === '77' || code === 'A0' ? '3' : (asks ?? '0')),
    fields: {
      ...echo(message.fields),
      12: at.slice(4),
      13: at.slice(0, 4),
      32: ACQUIRER,
      // Payments bring a reference number of their own; other messages get one that says when.
      ...(trace === undefined ? {} : { 37: `${at.slice(4)}${trace}` }),
      ...(code === undefined ? {} : { 39: code }),
      ...fields,
    },
  };
  const isSecured = mak !== undefined && code !== undefined && isSuccess(code);
  return framed(isSecured ? withMac(unionpay, reply, mak) : encode(unionpay, reply));
}

function isManagement(mti: string): boolean {
  return mti.startsWith('08') || mti.startsWith('05') || mti.startsWith('03');
}

function echo(fields: Heard['message']['fields']): Record<number, FieldValue> {
  return Object.fromEntries(
    ECHOED.flatMap((field) => {
      const value = fields[field];
      return value === undefined ? [] : [[field, value] as const];
    }),
  );
}

/** What an answer to a payment says beside its code. */
export function paymentFields(answer: Answer): Record<number, FieldValue> {
  const { rrn, authCode, day, scheme, at, code, amountMinor, balance } = answer;
  return {
    ...(amountMinor === undefined ? {} : { 4: amountMinor.padStart(12, '0') }),
    ...(at === undefined ? {} : { 12: at.slice(4), 13: at.slice(0, 4) }),
    ...(day === undefined ? {} : { 15: day.slice(5).replace('-', '') }),
    ...(rrn === undefined ? {} : { 37: rrn }),
    ...(authCode === undefined ? {} : { 38: authCode }),
    ...(isSuccess(code)
      ? { 44: `${''.padEnd(ISSUER_WIDTH)}${ACQUIRER.padEnd(ISSUER_WIDTH)}` }
      : {}),
    ...(balance === undefined ? {} : { 54: balance }),
    63: organisationOf(scheme),
  };
}
