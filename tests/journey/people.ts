/** The people of the story: a merchant with a new phone number, and the sample staff of the sandbox. */
import { randomInt } from 'node:crypto';
import { api, type Role } from '@kaitong/contract';
import type { Lang } from '@kaitong/values';
import { askingAs, HouseRefused, type Asking } from './asking.ts';
import { found, until } from './expect.ts';

export type Person = { readonly name: string; readonly role: Role; readonly ask: Asking };
export type Merchant = Person & { readonly phone: string };

export type Staff = {
  readonly reviewer: Person;
  readonly secondReviewer: Person;
  readonly risk: Person;
  readonly operator: Person;
  readonly technician: Person;
  readonly finance: Person;
  readonly support: Person;
  readonly auditor: Person;
};

export type World = { readonly base: string; readonly lang: Lang };

/** Signs in everyone who works here, as the sandbox lists them. */
export async function signInStaff(world: World): Promise<Staff> {
  const { rows } = await askingAs(world)(api.sandbox.logins, {});
  const enter = async (role: Role, which = 0): Promise<Person> => {
    const { login, password, name } = found(
      rows.filter((row) => row.role === role)[which],
      `The sandbox lists no ${role}.`,
    );
    const signIn = async () => {
      const body = { login, password };
      return (await askingAs(world)(api.identity.signInByPassword, { body })).token;
    };
    return { name, role, ask: await stayingSignedIn(world, signIn) };
  };
  const [reviewer, secondReviewer, risk, operator, technician, finance, support, auditor] =
    await Promise.all([
      enter('reviewer'),
      enter('reviewer', 1),
      enter('risk'),
      enter('operator'),
      enter('technician'),
      enter('finance'),
      enter('support'),
      enter('auditor'),
    ]);
  return { reviewer, secondReviewer, risk, operator, technician, finance, support, auditor };
}

/** Business time runs fast here, so sessions end within the story: signs in again and asks again. */
export async function stayingSignedIn(
  world: World,
  signIn: () => Promise<string>,
): Promise<Asking> {
  let token = await signIn();
  return async (endpoint, input) => {
    try {
      return await askingAs({ ...world, token })(endpoint, input);
    } catch (error) {
      const hasEnded =
        error instanceof HouseRefused && error.problem.code === 'access.signInNeeded';
      if (!hasEnded) throw error;
      token = await signIn();
      return askingAs({ ...world, token })(endpoint, input);
    }
  };
}

/** A mobile number that nobody used in this sandbox before. */
export function newPhone(): string {
  return `13${String(randomInt(1_000_000_000)).padStart(9, '0')}`;
}

/** What arrives on a phone, message by message. */
export type Inbox = {
  /** Waits for a message that fits, and takes it out. */
  readonly next: (fits: RegExp) => Promise<string>;
  /** Waits until something has come, and gives all that is new. */
  readonly some: () => Promise<readonly string[]>;
  /** Whatever else has come so far. */
  readonly rest: () => Promise<readonly string[]>;
};

// Numbers of applications have letters in front, masked cards stars behind.
export const CODE = /(?<![\dA-Z])\d{6}(?![\d*])/;

export function inboxOf(ask: Asking, phone: string): Inbox {
  let seen = 0;
  const waiting: string[] = [];
  const pull = async () => {
    const { rows } = await ask(api.sandbox.listMessages, { query: { phone } });
    const texts = rows.map(({ text }) => text).toReversed();
    waiting.push(...texts.slice(seen));
    seen = texts.length;
  };
  const rest = async () => {
    await pull();
    return waiting.splice(0);
  };
  return {
    rest,
    next: async (fits) =>
      until(`a text message to ${phone}`, async () => {
        await pull();
        const at = waiting.findIndex((text) => fits.test(text));
        return at < 0 ? undefined : waiting.splice(at, 1)[0];
      }),
    some: async () =>
      until(`a text message to ${phone}`, async () => {
        const fresh = await rest();
        return fresh.length > 0 ? fresh : undefined;
      }),
  };
}

/** The six digits in a text message. */
export function codeIn(text: string): string {
  return found(CODE.exec(text)?.[0], `No code in the message: ${text}`);
}
