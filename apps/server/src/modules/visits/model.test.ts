import { day, isWorkingDay, shanghai, type Calendar } from '@kaitong/values';
import { describe, expect, it } from 'vitest';
import {
  canOf,
  isComplete,
  isGoodTime,
  isSameSerial,
  items,
  metresBetween,
  slotFor,
  type Checklist,
} from './model.ts';
import { questions, trainingParts } from './training.data.ts';
import {
  drawQuestions,
  isAllRead,
  isWholeAnswer,
  PASS_AT,
  QUESTIONS_ASKED,
  wrongAnswers,
} from './training-model.ts';

const weekdays: Calendar = {
  publishedUntil: day('2026-12-31'),
  isWorkingDay: (on) => ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay()),
};

it('promises two working days, and proposes the next working morning', () => {
  const friday = shanghai(day('2026-03-13'), '16:00');
  expect(isWorkingDay(weekdays, day('2026-03-14'))).toBe(false);
  expect(slotFor(weekdays, friday)).toEqual({
    dueOn: '2026-03-17',
    proposedAt: shanghai(day('2026-03-16'), '10:00'),
  });
});

it.each([
  ['2026-03-10', '09:00', true],
  ['2026-03-10', '20:00', true],
  ['2026-03-10', '08:59', false],
  ['2026-03-10', '20:01', false],
  ['2026-03-12', '10:00', true],
  ['2026-03-13', '10:00', false],
  ['2026-03-09', '10:00', false],
] as const)('on %s at %s a technician may come: %s', (on, time, good) => {
  const now = shanghai(day('2026-03-09'), '18:00');
  expect(isGoodTime(shanghai(day(on), time), { now, until: day('2026-03-12') })).toBe(good);
});

it('measures the way between two places', () => {
  const store = { latitude: 39.9, longitude: 116.4 };
  expect(metresBetween(store, store)).toBe(0);
  const north = { ...store, latitude: 39.901 };
  expect(metresBetween(store, north)).toBeCloseTo(111.2, 0);
  const east = { ...store, longitude: 116.401 };
  expect(metresBetween(store, east)).toBeCloseTo(85.3, 0);
});

it.each([
  ['SN00000001', 'SN00000001', true],
  ['sn 0000-0001', 'SN00000001', true],
  ['SN00000002', 'SN00000001', false],
])('reads %s as %s: %s', (given, wanted, same) => {
  expect(isSameSerial(given, wanted)).toBe(same);
});

it('is complete with every needed item, photos or not', () => {
  const ticked = { at: '2026-03-10T02:00:00.000Z' };
  const needed = items.filter((one) => one.needed).map(({ item }) => [item, ticked]);
  const whole = Object.fromEntries(needed) as Checklist;
  expect(isComplete(whole)).toBe(true);
  const { serial: _, ...partly } = whole;
  expect(isComplete(partly)).toBe(false);
});

const by = (role: 'owner' | 'cashier' | 'technician' | 'operator', id = 'usr_x') =>
  ({ kind: 'user', role, id, name: role, merchantIds: [] }) as const;

it.each([
  [by('owner'), 'requested', 'onSite', ['selfInstall']],
  [by('owner'), 'installing', 'onSite', []],
  [by('owner'), 'installing', 'selfInstall', ['tick', 'addPhoto']],
  [by('owner'), 'testing', 'selfInstall', ['addPhoto', 'accept']],
  [by('owner'), 'testing', 'onSite', ['accept']],
  [by('cashier'), 'testing', 'onSite', []],
  [by('technician', 'usr_t'), 'requested', 'onSite', ['schedule']],
  [by('technician', 'usr_t'), 'installing', 'onSite', ['tick', 'addPhoto', 'fail']],
  [by('technician', 'usr_t'), 'testing', 'onSite', ['addPhoto', 'sendCode', 'accept', 'fail']],
  [by('technician', 'usr_other'), 'installing', 'onSite', []],
  [by('technician', 'usr_t'), 'installing', 'selfInstall', []],
  [by('operator'), 'requested', 'onSite', ['schedule', 'cancel']],
] as const)('%o may at %s (%s): %j', (actor, status, mode, can) => {
  expect(canOf(actor, { status, mode, technicianId: 'usr_t' })).toEqual(can);
});

describe('the quiz', () => {
  it('has ten questions, each with one right answer among its choices', () => {
    expect(questions).toHaveLength(10);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(10);
    for (const { choices, right } of questions)
      expect(choices.filter(({ id }) => id === right)).toHaveLength(1);
    expect(new Set(questions.map(({ right }) => right)).size).toBeGreaterThan(1);
  });

  it('draws five different ones, the same for the same attempt', () => {
    const drawn = drawQuestions('quz_1').map(({ id }) => id);
    expect(new Set(drawn).size).toBe(QUESTIONS_ASKED);
    expect(drawQuestions('quz_1').map(({ id }) => id)).toEqual(drawn);
    const others = ['quz_2', 'quz_3', 'quz_4'].map((id) => drawQuestions(id)[0]?.id);
    expect(new Set([drawn[0], ...others]).size).toBeGreaterThan(1);
  });

  it('counts what is wrong or missing, and wants every question once', () => {
    const asked = drawQuestions('quz_1');
    const right = asked.map(({ id, right: choiceId }) => ({ questionId: id, choiceId }));
    expect(wrongAnswers(asked, right)).toEqual([]);
    expect(wrongAnswers(asked, right.slice(1))).toEqual([asked[0]]);
    expect(isWholeAnswer(asked, right)).toBe(true);
    expect(isWholeAnswer(asked, right.slice(1))).toBe(false);
    expect(isWholeAnswer(asked, [...right.slice(1), ...right.slice(1, 2)])).toBe(false);
    expect(PASS_AT).toBeLessThanOrEqual(QUESTIONS_ASKED);
  });

  it('opens when all parts are read', () => {
    const read = Object.fromEntries(trainingParts.map(({ id }) => [id, 'x']));
    expect(isAllRead(read)).toBe(true);
    expect(isAllRead({ ...read, rules: undefined } as never)).toBe(false);
  });
});
