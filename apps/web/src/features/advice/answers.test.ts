import { yuan } from '@kaitong/values';
import { expect, it } from 'vitest';
import {
  answersOf,
  missingOn,
  mixes,
  needsOf,
  nothing,
  screens,
  shares,
  type Answers,
} from './answers.ts';

const whole: Answers = {
  subjectType: 'micro',
  mcc: '5812',
  monthlyAmount: '30000',
  averageTicket: '60.5',
  mix: 'codes',
  counters: 2,
  mobility: 'fixed',
  network: 'wifi',
  printedSlips: true,
  needsNextDay: false,
};

it.each(mixes)('the shares of %s add up to a hundred', (mix) => {
  const { debit, credit, qr } = shares[mix];
  expect(debit + credit + qr).toBe(100);
});

it('says what a screen still wants', () => {
  expect(screens.map((screen) => missingOn(screen, nothing).length)).toEqual([2, 3, 2, 2]);
  expect(screens.flatMap((screen) => missingOn(screen, whole))).toEqual([]);
});

it('makes needs of whole answers only', () => {
  expect(needsOf(nothing)).toBeUndefined();
  expect(needsOf({ ...whole, monthlyAmount: '0' })).toBeUndefined();
  expect(needsOf(whole)).toMatchObject({ averageTicket: yuan('60.5'), share: { qr: 80 } });
});

it('gives back the answers behind needs', () => {
  const needs = needsOf(whole);
  expect(needs && answersOf(needs)).toMatchObject({ mix: 'codes', averageTicket: '60.50' });
  expect(needs && needsOf(answersOf(needs))).toEqual(needs);
});
