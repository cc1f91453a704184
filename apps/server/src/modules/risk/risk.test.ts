import { money, yuan } from '@kaitong/values';
import { describe, expect, it } from 'vitest';
import { step } from '#platform/chart';
import { chart } from './chart.ts';
import { judge, tooManyDeclines, type Used } from './model.ts';
import { startingLimits } from './tiers.data.ts';

const nothing: Used = {
  today: money(0n),
  month: money(0n),
  count: 0,
  creditToday: money(0n),
  creditMonth: money(0n),
};
const small = { ...startingLimits.sole_proprietor, dailyCount: 3 };

describe('limits', () => {
  it.each([
    ['exactly the single limit', '20000', nothing, 'within', ''],
    ['one fen over the single limit', '20000.01', nothing, '61', 'single'],
    ['exactly the day', '1', { ...nothing, today: yuan('99999') }, 'within', ''],
    ['over the day', '1.01', { ...nothing, today: yuan('99999') }, '61', 'daily'],
    ['over the month', '1', { ...nothing, month: yuan('2000000') }, '61', 'monthly'],
    ['over the count', '1', { ...nothing, count: 3 }, '65', 'dailyCount'],
    [
      'over amount and count: the amount is said',
      '20001',
      { ...nothing, count: 3 },
      '61',
      'single',
    ],
  ])('%s', (_, amount, used, code, limit) => {
    const verdict = judge(small, used, { amount: yuan(amount), tender: 'debit' });
    expect(verdict).toEqual(code === 'within' ? { kind: 'within' } : { kind: 'over', code, limit });
  });

  it('of a micro merchant hold credit cards shorter than other tenders', () => {
    const used = { ...nothing, creditToday: yuan('990') };
    const asked = (tender: 'debit' | 'credit') =>
      judge(startingLimits.micro, used, { amount: yuan('11'), tender });
    expect(asked('credit')).toEqual({ kind: 'over', code: '61', limit: 'creditDaily' });
    expect(asked('debit')).toEqual({ kind: 'within' });
  });
});

it('counts declines of one card shorter than those of all cards', () => {
  expect(tooManyDeclines({ all: 4, ofCard: 2 })).toBe(false);
  expect(tooManyDeclines({ all: 5, ofCard: 1 })).toBe(true);
  expect(tooManyDeclines({ all: 3, ofCard: 3 })).toBe(true);
});

it('an alert is decided once', () => {
  expect(step(chart, 'triggered', {}, { type: 'confirm' })).toBe('confirmed');
  expect(step(chart, 'triggered', {}, { type: 'dismiss' })).toBe('dismissed');
  expect(step(chart, 'dismissed', {}, { type: 'confirm' })).toBeUndefined();
});
