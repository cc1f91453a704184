import { expect, it } from 'vitest';
import { SMS_LETTERS_MAX, smsOf, textOf } from './model.ts';

it('says a fact that is a key of words in the language of the reader', () => {
  const facts = { reason: 'case.reason.network' };
  expect(textOf('en', 'care.sms.stopped', facts)).toContain('No network');
  expect(textOf('zh-Hant', 'care.sms.stopped', facts)).toContain('網路不通');
});

it('shows the key itself when words were taken away later', () => {
  expect(textOf('en', 'gone.with.the.wind', {})).toBe('gone.with.the.wind');
});

it('signs a text message and keeps it short', () => {
  const sms = smsOf('zh-Hans', 'care.sms.terminated', { note: '长'.repeat(1000) });
  expect(sms.startsWith('【开通】')).toBe(true);
  expect(sms).toHaveLength(SMS_LETTERS_MAX);
});

it('signs no text twice', () => {
  const sms = smsOf('zh-Hans', 'identity.sms.pay', { code: '123456' });
  expect(sms.match(/【开通】/g)).toHaveLength(1);
});
