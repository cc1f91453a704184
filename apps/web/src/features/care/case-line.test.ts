import { expect, it } from 'vitest';
import { stationsOf, stopsOf } from './case-line.ts';

const shown = (seen: Parameters<typeof stationsOf>[0]) =>
  stationsOf(seen)
    .map(({ key, state }) => `${key}:${state}`)
    .join(' ');

it('shows where a fault stands, what is behind it and what is ahead', () => {
  expect(shown({ status: 'under_review', path: undefined })).toBe(
    'report:done find:done review:waiting fix:next test:next restored:next followUp:next',
  );
});

it('skips the review of what was cured on site', () => {
  expect(stopsOf({ status: 'testing', path: undefined })).not.toContain('review');
  expect(stopsOf({ status: 'testing', path: 'replacement' })).toContain('review');
});

it('has the merchant move while the cause is looked for and in the test', () => {
  expect(shown({ status: 'diagnosing', path: undefined })).toContain('find:current');
  expect(shown({ status: 'testing', path: 'repair' })).toContain('test:current');
});

it('leaves nothing open once the case is closed', () => {
  expect(stationsOf({ status: 'closed', path: 'repair' }).every((s) => s.state === 'done')).toBe(
    true,
  );
});

it('says that a refused or ended case has a problem', () => {
  expect(shown({ status: 'rejected', path: undefined })).toContain('review:problem');
  expect(shown({ status: 'terminated', path: undefined })).toContain('ended:problem');
});
