/** The people of the story: a merchant with a new phone number, and the sample staff of the sandbox. */
import { randomInt } from 'node:crypto';
import { api, type Role } from '@kaitong/contract';
import type { Lang } from '@kaitong/values';
import { askingAs, type Asking } from './asking.ts';
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
    const { login, password } = found(
      rows.filter((row) => row.role === role)[which],
      `The sandbox lists no ${role}.`,
    );
    const { token, user } = await askingAs(world)(api.identity.signInByPassword, {
      body: { login, password },
    });
    return { name: user.name, role, ask: askingAs({ ...world, token }) };
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

/** A mobile number that nobody used in this sandbox before. */
export function newPhone(): string {
  return `13${String(randomInt(1_000_000_000)).padStart(9, '0')}`;
}

/** What arrives on a phone, message by message. */
export type Inbox = {
  /** Waits for the next message that fits. */
  readonly next: (fits?: RegExp) => Promise<string>;
  /** Waits until something has come, and gives all that is new. */
  readonly some: () => Promise<readonly string[]>;
  /** Whatever else has come so far. */
  readonly rest: () => Promise<readonly string[]>;
};

export function inboxOf(ask: Asking, phone: string): Inbox {
  let seen = 0;
  const all = async () => {
    const { rows } = await ask(api.sandbox.listMessages, { query: { phone } });
    return rows.map(({ text }) => text).toReversed();
  };
  const rest = async () => {
    const fresh = (await all()).slice(seen);
    seen += fresh.length;
    return fresh;
  };
  return {
    rest,
    next: async (fits = /./) =>
      until(`a text message to ${phone}`, async () => {
        const texts = await all();
        const at = texts.findIndex((text, index) => index >= seen && fits.test(text));
        if (at < 0) return undefined;
        seen = at + 1;
        return texts[at];
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
  return found(/(?<!\d)\d{6}(?!\d)/.exec(text)?.[0], `No code in the message: ${text}`);
}
