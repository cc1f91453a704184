/**
 * Who may use the terminal: a number and a password, kept as salt and hash. The first password must
 * be changed before the first payment; wrong tries lock the number until a supervisor opens it.
 */
import { fromHex, toHex } from '@kaitong/iso8583';
import { refused } from './result.ts';
import type { OperatorResult } from './result.ts';
import type { Held } from './state.ts';

export type Operator = {
  /** Two digits; `00` is the supervisor. */
  readonly number: string;
  readonly salt: string;
  readonly hash: string;
  readonly mustChange: boolean;
  readonly wrongTries: number;
  /** Who is at the counter now. */
  readonly isHere: boolean;
};

export type Credentials = { readonly number: string; readonly password: string };

const SUPERVISOR = '00';
const TRIES_MAX = 5;
const OPERATORS_MAX = 100;
const SALT_BYTES = 16;

/** Adds an operator; the first one must be the supervisor, and only a supervisor adds others. */
export async function addOperator(held: Held, given: Credentials): Promise<OperatorResult> {
  const { operators } = held.state;
  if (!isNumber(given.number) || !isPassword(given.password)) return refused('operatorNotValid');
  if (operators.some(({ number }) => number === given.number)) return refused('operatorKnown');
  if (operators.length >= OPERATORS_MAX) return refused('operatorNotValid');
  const isFirst = operators.length === 0;
  if (isFirst !== (given.number === SUPERVISOR)) return refused('supervisorOnly');
  if (!isFirst && here(held)?.number !== SUPERVISOR) return refused('supervisorOnly');
  const secret = await sealed(held, given.password);
  if (secret === undefined) return refused('noHash');
  const added = {
    number: given.number,
    ...secret,
    mustChange: true,
    wrongTries: 0,
    isHere: false,
  };
  await held.save({ operators: [...operators, added] });
  return { kind: 'done' };
}

/** Opens the terminal for an operator; the number is counted against before the password is tried. */
export async function logIn(held: Held, given: Credentials): Promise<OperatorResult> {
  const known = held.state.operators.find(({ number }) => number === given.number);
  // An unknown number and a wrong password sound the same.
  if (known === undefined) return refused('passwordWrong');
  if (known.wrongTries >= TRIES_MAX) return refused('operatorLocked');
  // Counted first, so that pulling the plug gains no free try.
  await keep(held, { ...known, wrongTries: known.wrongTries + 1 });
  if (!(await isRight(held, known, given.password)))
    return refused(known.wrongTries + 1 >= TRIES_MAX ? 'operatorLocked' : 'passwordWrong');
  const operators = held.state.operators.map((each) =>
    each.number === known.number
      ? { ...each, wrongTries: 0, isHere: true }
      : { ...each, isHere: false },
  );
  await held.save({ operators, operator: known.number });
  return known.mustChange ? refused('passwordMustChange') : { kind: 'done' };
}

export async function logOut(held: Held): Promise<OperatorResult> {
  const operators = held.state.operators.map((each) => ({ ...each, isHere: false }));
  await held.save({ operators });
  return { kind: 'done' };
}

export type NewPassword = Credentials & { readonly next: string };

/** The old password proves who asks; the new one must be another. */
export async function changePassword(held: Held, given: NewPassword): Promise<OperatorResult> {
  if (!isPassword(given.next) || given.next === given.password) return refused('operatorNotValid');
  const opened = await logIn(held, given);
  if (opened.kind === 'refused' && opened.reason !== 'passwordMustChange') return opened;
  const secret = await sealed(held, given.next);
  const known = held.state.operators.find(({ number }) => number === given.number);
  if (secret === undefined || known === undefined) return refused('noHash');
  await keep(held, { ...known, ...secret, mustChange: false });
  return { kind: 'done' };
}

/** A supervisor gives a locked operator a first password again. */
export async function unlockOperator(held: Held, given: Credentials): Promise<OperatorResult> {
  const known = held.state.operators.find(({ number }) => number === given.number);
  if (known === undefined || !isPassword(given.password)) return refused('operatorNotValid');
  const supervisor = here(held);
  const may = supervisor?.number === SUPERVISOR && !supervisor.mustChange;
  if (!may) return refused('supervisorOnly');
  const secret = await sealed(held, given.password);
  if (secret === undefined) return refused('noHash');
  await keep(held, { ...known, ...secret, mustChange: true, wrongTries: 0 });
  return { kind: 'done' };
}

/** Why nobody may sell now; a terminal without operators is open to whoever stands at it. */
export function operatorObstacle(
  held: Held,
): 'notLoggedIn' | 'passwordMustChange' | 'operatorLocked' | undefined {
  if (held.state.operators.length === 0) return undefined;
  const operator = here(held);
  if (operator === undefined) return 'notLoggedIn';
  return operator.mustChange ? 'passwordMustChange' : undefined;
}

function here({ state }: Held): Operator | undefined {
  return state.operators.find(({ isHere }) => isHere);
}

async function keep(held: Held, operator: Operator): Promise<void> {
  const operators = held.state.operators.map((each) =>
    each.number === operator.number ? operator : each,
  );
  await held.save({ operators });
}

async function sealed(held: Held, password: string) {
  const salt = held.ports.random(SALT_BYTES);
  const hash = await held.ports.hashPassword?.(password, salt);
  return hash === undefined ? undefined : { salt: toHex(salt), hash: toHex(hash) };
}

async function isRight(held: Held, known: Operator, password: string): Promise<boolean> {
  const hash = await held.ports.hashPassword?.(password, fromHex(known.salt));
  return hash !== undefined && toHex(hash) === known.hash;
}

function isNumber(text: string): boolean {
  return /^\d{2}$/.test(text);
}

function isPassword(text: string): boolean {
  return /^\d{4,12}$/.test(text);
}
