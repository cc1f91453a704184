import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#testing/database';
import { makeWorld, type World } from '#testing/world';
import { authenticate } from './authenticate.ts';
import { CODE_MINUTES, CODES_PER_HOUR_MAX, minutesAfter, SESSION_HOURS } from './model.ts';
import { seed } from './seed.ts';
import { deliverCode, sendCode } from './send-code.ts';
import { signInByPassword, signInByPhone } from './sign-in.ts';

const test = testDatabase();
const PHONE = '13800138000';
let world: World;

beforeAll(() => {
  world = makeWorld(test);
});

async function codeFor(phone: string): Promise<string> {
  const { services, outside } = world;
  await world.transact(async (tx) =>
    sendCode(tx, world.system(), { services, phone, purpose: 'signIn' }),
  );
  await world.hearAll();
  return (
    /\d{6}/.exec(outside.texts.findLast((text) => text.phone === phone)?.text ?? '')?.[0] ?? ''
  );
}

describe('one-time codes', () => {
  it('registers a phone the first time and knows it the second', async () => {
    const ask = world.system();
    const first = await signInByPhone(world.services, ask, {
      phone: PHONE,
      code: await codeFor(PHONE),
    });
    const second = await signInByPhone(world.services, ask, {
      phone: PHONE,
      code: await codeFor(PHONE),
    });
    expect(first.person.role).toBe('owner');
    expect(second.person.id).toBe(first.person.id);
    expect(await authenticate(world.services, second.token)).toMatchObject({
      kind: 'user',
      id: first.person.id,
    });
  });

  it('works once', async () => {
    const phone = '13800138001';
    const code = await codeFor(phone);
    await signInByPhone(world.services, world.system(), { phone, code });
    const again = signInByPhone(world.services, world.system(), { phone, code });
    await expect(again).rejects.toMatchObject({ code: 'code.expired' });
  });

  it('counts wrong guesses even though the request is refused, and then closes', async () => {
    const phone = '13800138002';
    const code = await codeFor(phone);
    const wrong = code === '000000' ? '111111' : '000000';
    for (const left of [4, 3, 2, 1, 0]) {
      const guess = signInByPhone(world.services, world.system(), { phone, code: wrong });
      await expect(guess).rejects.toMatchObject({ code: 'code.wrong', facts: { left } });
    }
    const right = signInByPhone(world.services, world.system(), { phone, code });
    await expect(right).rejects.toMatchObject({ code: 'code.expired' });
  });

  it('expires', async () => {
    const phone = '13800138003';
    const code = await codeFor(phone);
    const late = { ...world.system(), now: minutesAfter(world.now(), CODE_MINUTES + 1) };
    await expect(signInByPhone(world.services, late, { phone, code })).rejects.toMatchObject({
      code: 'code.expired',
    });
  });

  it('is not sent to one phone without end', async () => {
    const phone = '13800138004';
    for (let i = 0; i < CODES_PER_HOUR_MAX; i++) await codeFor(phone);
    await expect(codeFor(phone)).rejects.toMatchObject({ code: 'code.tooMany' });
  });

  it('is sent once, though the task runs twice', async () => {
    const phone = '13800138005';
    await codeFor(phone);
    const sent = world.outside.texts.filter((text) => text.phone === phone);
    await deliverCode(world.services, { id: sent[0]?.id ?? '', lang: 'en' });
    expect(world.outside.texts.filter((text) => text.phone === phone)).toHaveLength(1);
  });
});

describe('passwords', () => {
  beforeAll(async () => world.transact(async (tx) => seed(tx, world.services)));

  it('opens a session for the sample staff, which ends by itself', async () => {
    const login = { login: 'reviewer1', password: 'Sandbox-review-1' };
    const { token, person } = await signInByPassword(world.services, world.system(), login);
    expect(person.role).toBe('reviewer');
    const before = world.now();
    world.setNow(minutesAfter(before, SESSION_HOURS * 60 + 1));
    expect(await authenticate(world.services, token)).toBeUndefined();
    world.setNow(before);
  });

  it.each([['risk'], ['nobody-of-this-name']])('locks %s after ten wrong tries', async (login) => {
    const guess = async (ask = world.system()) =>
      signInByPassword(world.services, ask, { login, password: 'wrong' });
    for (let i = 0; i < 10; i++)
      await expect(guess()).rejects.toMatchObject({ code: 'signIn.wrong' });
    await expect(guess()).rejects.toMatchObject({ code: 'signIn.locked' });
    const later = { ...world.system(), now: minutesAfter(world.now(), 31) };
    await expect(guess(later)).rejects.toMatchObject({ code: 'signIn.wrong' });
  });
});
