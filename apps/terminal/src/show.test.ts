import { langs } from '@kaitong/values';
import { describe, expect, it } from 'vitest';
import { show, showStatus } from './show.ts';
import { usage } from './usage.ts';

const words = { 'zh-Hans': '余额不足', 'zh-Hant': '餘額不足', en: 'Not enough funds' };
const about = { trace: '000002', batch: '000007' };

describe('a result', () => {
  it.each([
    ['approved', 0],
    ['stored', 0],
    ['declined', 1],
    ['refused', 3],
    ['unknown', 4],
  ])('%s ends with %i', (kind, exit) => {
    expect(show({ kind, words, ...about }, 'en').exit).toBe(exit);
  });

  it('is said in each language, with its code', () => {
    for (const lang of langs)
      expect(show({ kind: 'declined', code: '51', words, ...about }, lang).lines[0]).toBe(
        words[lang],
      );
    expect(show({ kind: 'declined', code: '51', words, ...about }, 'en').lines).toEqual([
      'Not enough funds',
      'Answer code 51',
      'Trace 000002, batch 000007',
    ]);
  });

  it('of a balance says the money', () => {
    const { lines } = show({ kind: 'answered', words, balanceMinor: 12_345n }, 'en');
    expect(lines).toContain('Available: 123.45');
  });

  it('of a question is yes or not yet', () => {
    expect(show(true, 'en')).toEqual({ lines: ['Done'], exit: 0 });
    expect(show(false, 'en').exit).toBe(4);
  });
});

describe('the status', () => {
  it('warns of a memory that is nearly full and of what is in doubt', () => {
    const lines = showStatus(
      {
        isInstalled: true,
        isSignedIn: true,
        terminalNo: '10000001',
        merchantNo: '123456789012345',
        batch: '000007',
        hostAsks: '0',
        openReversals: 0,
        givenUpReversals: 0,
        owed: 0,
        doubts: [{ kind: 'refund', amount: '000000000300', ...about }],
        memory: { used: 800, max: 999, isNearlyFull: true },
        isSettling: false,
        tables: {},
        transactions: [],
      },
      'en',
    );
    expect(lines).toContain('The memory is nearly full (800 of 999): settle soon');
    expect(lines).toContain('In doubt: refund 3.00 (trace 000002): look it up at the host');
  });
});

it('the help names every command once', () => {
  expect(usage()).toContain('void-pre-auth AMOUNT');
  expect(usage()).toContain('certify host HOST:PORT');
});
