import { describe, expect, it } from 'vitest';
import { deeds, menuFor, type DayState, type Deed } from './deeds.ts';
import { begin, step, type Happening, type Key, type Screen } from './flow.ts';
import { nextOf } from './told.ts';

const standing = (day: DayState) => ({ ...day, menu: menuFor(day) });
const OPEN = standing({ isLoggedIn: true, isSignedIn: true });
const SHUT = standing({ isLoggedIn: true, isSignedIn: false });
const NOBODY = standing({ isLoggedIn: false, isSignedIn: true });
const CHIP = { pan: '6200000000000005', expiry: '3012', entry: 'chip' } as const;
const TAP = { ...CHIP, entry: 'contactless' } as const;

const ready: Screen = { at: 'ready' };
const key = (pressed: Key): Happening => ({ type: 'key', key: pressed });
const card = (given: typeof CHIP | typeof TAP): Happening => ({ type: 'card', card: given });
const after = (happenings: readonly Happening[], at = OPEN, screen: Screen = ready): Screen =>
  happenings.reduce<Screen>((shown, each) => step(shown, each, at), screen);
const typed = (digits: string) => digits.split('').map((digit) => key(digit as Key));

describe('a sale', () => {
  it('begins with its amount, asks card and PIN, and goes to work', () => {
    const amount = after(typed('1200'));
    expect(amount).toMatchObject({
      at: 'asking',
      deed: 'sale',
      question: 'amountMinor',
      typed: '1200',
    });
    const asked = after([key('enter'), card(CHIP)], OPEN, amount);
    expect(asked).toMatchObject({ question: 'pin' });
    expect(after([...typed('123456'), key('enter')], OPEN, asked)).toEqual({
      at: 'busy',
      deed: 'sale',
      answers: { amountMinor: 1200n, card: CHIP, pin: '123456' },
    });
  });

  it('needs no PIN for a small amount that is tapped, and needs one above 1,000.00', () => {
    expect(after([...typed('100000'), key('enter'), card(TAP)])).toMatchObject({ at: 'busy' });
    expect(after([...typed('100001'), key('enter'), card(TAP)])).toMatchObject({ question: 'pin' });
  });

  it('takes Enter without a PIN as a card that has none, but no short one', () => {
    const asked = after([...typed('100'), key('enter'), card(CHIP)]);
    expect(after([key('enter')], OPEN, asked)).toMatchObject({ at: 'busy', answers: { pin: '' } });
    expect(after([...typed('12'), key('enter')], OPEN, asked)).toMatchObject({ hint: 'short' });
  });

  it('asks for an amount before anything else', () => {
    expect(after([{ type: 'begin', deed: 'sale' }, key('enter')])).toMatchObject({
      question: 'amountMinor',
      hint: 'amount',
    });
  });

  it('takes a card while the amount is typed as the answer to both', () => {
    expect(after([...typed('500'), card(CHIP)])).toMatchObject({ question: 'pin' });
  });

  it('becomes a sale by code when the customer shows one', () => {
    expect(after([...typed('500'), { type: 'code', code: '6212345678901234567' }])).toEqual({
      at: 'busy',
      deed: 'qrSale',
      answers: { amountMinor: 500n, payCode: '6212345678901234567' },
    });
  });

  it('says why a card is given back, until the next key', () => {
    const refused = after([
      ...typed('500'),
      key('enter'),
      { type: 'cardRefused', hint: 'hasChip' },
    ]);
    expect(refused).toMatchObject({ question: 'card', hint: 'hasChip' });
    expect(after([card(CHIP)], OPEN, refused)).not.toHaveProperty('hint');
  });
});

describe('the keys', () => {
  it('clear the last digit, then the question', () => {
    expect(after([...typed('12'), key('clear')])).toMatchObject({ typed: '1' });
    expect(after([...typed('1'), key('clear'), key('clear')])).toEqual(ready);
  });

  it.each((Object.keys(deeds) as Deed[]).filter((deed) => deeds[deed].asks.length > 0))(
    'cancel %s',
    (deed) => {
      expect(after([key('cancel')], OPEN, begin(deed))).toEqual(ready);
    },
  );

  it('do nothing while the terminal works', () => {
    const busy = begin('echo');
    expect(busy.at).toBe('busy');
    expect(after([key('cancel'), key('5'), card(CHIP)], OPEN, busy)).toBe(busy);
  });

  it('type no amount above ten digits and none that begins with zero', () => {
    expect(after(typed('00012345678901'))).toMatchObject({ typed: '1234567890' });
  });

  it('choose from the menu by digit and turn its pages by zero', () => {
    expect(after([key('menu'), key('3')])).toMatchObject({ deed: 'void', question: 'trace' });
    expect(after([key('menu'), key('0')])).toEqual({ at: 'menu', page: 1 });
    expect(after([key('menu'), key('0'), key('0')])).toEqual({ at: 'menu', page: 0 });
    expect(after([key('menu'), key('scan')])).toEqual({ at: 'menu', page: 0 });
  });
});

it('fills a trace number up and asks whether it is sure', () => {
  const sure = after([key('menu'), key('3'), ...typed('7'), key('enter')]);
  expect(sure).toMatchObject({ question: 'sure', answers: { trace: '000007' } });
  expect(after([key('enter')], OPEN, sure)).toMatchObject({ at: 'busy', deed: 'void' });
});

it('skips what an offer has answered', () => {
  const answers = { rrn: '123456789012', date: '0310' };
  expect(after([{ type: 'begin', deed: 'refund', answers }])).toMatchObject({
    question: 'amountMinor',
  });
});

describe('before the sign-in', () => {
  it('sells nothing and offers the sign-in by Enter', () => {
    expect(after(typed('12'), SHUT)).toEqual(ready);
    expect(after([key('enter')], SHUT)).toEqual({ at: 'busy', deed: 'signIn', answers: {} });
    expect(after([card(CHIP)], SHUT)).toEqual(ready);
  });

  it('lets nobody do anything but log in', () => {
    expect(after(typed('12'), NOBODY)).toEqual(ready);
    expect(after([key('enter')], NOBODY)).toMatchObject({ deed: 'logIn', question: 'operator' });
    expect(after([{ type: 'begin', deed: 'refund' }], NOBODY)).toEqual(ready);
    expect(after([card(CHIP)], NOBODY)).toEqual(ready);
  });

  it('has a menu of what everyone may do', () => {
    expect(NOBODY.menu).toEqual([['logIn', 'echo']]);
    expect(SHUT.menu.flat()).not.toContain('sale');
  });
});

it('shows how it ended until somebody goes on', () => {
  const told = { deed: 'echo', outcome: { kind: 'done' } } as const;
  const shown = after([{ type: 'done', told }], OPEN, begin('echo'));
  expect(shown).toEqual({ at: 'told', told });
  expect(after([key('enter')], OPEN, shown)).toEqual(ready);
  expect(after(typed('5'), OPEN, shown)).toMatchObject({ deed: 'sale', typed: '5' });
});

describe('what follows by itself', () => {
  it('is a new password after the first one', () => {
    const answers = { operator: '01', password: '0000' };
    const next = nextOf('logIn', answers, { kind: 'refused', reason: 'passwordMustChange' });
    const told = {
      deed: 'logIn',
      outcome: { kind: 'refused' },
      ...(next ? { next } : {}),
    } as const;
    const busy: Screen = { at: 'busy', deed: 'logIn', answers };
    expect(after([{ type: 'done', told }], OPEN, busy)).toMatchObject({
      deed: 'changePassword',
      question: 'newPassword',
      answers,
    });
  });

  it('is the question whether a shown code was paid, until it was', () => {
    const shown = { kind: 'shown', qr: 'https://x', order: '42' };
    const asked = nextOf('showQr', { amountMinor: 500n }, shown);
    expect(asked).toMatchObject({ deed: 'checkQr', answers: { shown: { order: '42' } } });
    const again = nextOf(
      'checkQr',
      { ...asked?.answers, paid: true },
      { kind: 'declined', code: '09' },
    );
    expect(again).toMatchObject({ deed: 'checkQr', hint: 'notPaid' });
    expect(again?.answers).not.toHaveProperty('paid');
    expect(nextOf('checkQr', {}, { kind: 'approved', code: '00' })).toBeUndefined();
  });
});
