import { describe, expect, it } from 'vitest';
import { speak } from '@kaitong/contract';
import { zhHans } from '../words/zh-Hans.ts';
import { leftText, momentText, nearText, type Hearing } from './when-text.ts';

// A Monday, 10:30 in Shanghai.
const now = new Date('2026-11-23T02:30:00Z');
const hearing: Hearing = {
  lang: 'zh-Hans',
  now,
  say: (key, facts) => speak({ 'zh-Hans': zhHans[key], 'zh-Hant': '', en: '' }, 'zh-Hans', facts),
};
const at = (text: string) => new Date(`${text}:00+08:00`);

describe('moments', () => {
  it.each([
    ['2026-11-23T17:30', '今天 17:30'],
    ['2026-11-24T09:00', '明天 09:00'],
    ['2026-11-22T23:59', '昨天 23:59'],
    ['2026-11-25T00:00', '11月25日周三 00:00'],
  ])('%s is said as %s', (moment, text) => {
    expect(nearText(at(moment), hearing)).toBe(text);
  });

  it('say the year when it is another', () => {
    expect(momentText(at('2027-01-04T09:00'), hearing)).toContain('2027');
  });
});

describe('terms', () => {
  it.each([
    ['2026-11-23T11:15', '还剩 45 分钟'],
    ['2026-11-23T14:31', '还剩 4 小时'],
    ['2026-11-25T17:30', '还剩 2 天'],
    ['2026-11-23T10:00', '已过 30 分钟'],
    ['2026-11-20T10:00', '已过 3 天'],
    ['2026-11-23T10:30', '马上'],
  ])('%s leaves %s', (due, text) => {
    expect(leftText(at(due), hearing)).toBe(text);
  });
});
