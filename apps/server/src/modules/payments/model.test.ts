import { describe, expect, it } from 'vitest';
import { clearingDayOf, nextBatchNo, rrnOf, wallClock } from './model.ts';

describe('numbers and days on the wire', () => {
  it('writes the wall clock of Shanghai', () => {
    expect(wallClock(new Date('2026-12-31T16:00:05Z'))).toBe('0101000005');
  });

  it('makes reference numbers of twelve digits from the year, the day and a sequence', () => {
    expect(rrnOf(new Date('2026-01-01T02:00:00Z'), 7n)).toBe('600100000007');
    expect(rrnOf(new Date('2026-12-31T15:59:59Z'), 99_999_999n)).toBe('636599999999');
  });

  it.each([
    ['2026-11-23T14:59:59Z', undefined, '2026-11-23'],
    ['2026-11-23T15:00:00Z', undefined, '2026-11-24'], // 23:00 in Shanghai
    ['2026-11-23T14:59:59Z', '1124', '2026-11-24'], // the network had cut its day already
    ['2026-11-23T15:00:00Z', '1123', '2026-11-23'], // and here not yet
    ['2026-12-31T15:30:00Z', '0101', '2027-01-01'],
    ['2026-11-23T02:00:00Z', '0704', '2026-11-23'], // nonsense is not believed
  ])('%s with F15 %s is cleared on %s', (now, f15, day) => {
    expect(clearingDayOf(new Date(now), f15)).toBe(day);
  });

  it('counts batches from 1 and wraps, never 0', () => {
    expect(nextBatchNo(undefined)).toBe('000001');
    expect(nextBatchNo('000041')).toBe('000042');
    expect(nextBatchNo('999999')).toBe('000001');
  });
});
