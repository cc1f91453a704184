import { describe, expect, it } from 'vitest';
import { narrator, says, slip, sms } from './narrator.ts';

const NOON = new Date('2027-03-15T04:00:00Z');
const reviewer = { name: '林审', role: 'reviewer' } as const;

function told({ json }: { json: boolean }): string[] {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const tell = narrator({ lang: 'en', json, now: () => NOON, print });
  tell.scene(3);
  tell.line(reviewer, 'review.claimed', {
    facts: { number: 'KT1' },
    sees: [says('In review'), sms('Your application is looked at.')],
  });
  tell.line('terminal', 'sell.declined', {
    facts: { amount: '¥10.51', code: '51' },
    sees: [slip(['one', 'two'])],
  });
  return lines;
}

describe('the narrator', () => {
  it('tells people who did what, when by the business clock, and what they see', () => {
    expect(told({ json: false })).toEqual([
      expect.stringContaining('━━ 3 ━━ Review'),
      '2027-03-15 12:00  林审 (Reviewer): claims application KT1',
      '                  · In review',
      '                  ✉ Your application is looked at.',
      '2027-03-15 12:00  The terminal: tries ¥10.51 by card: declined, 51',
      '                  │ one',
      '                  │ two',
    ]);
  });

  it('tells programs the same, one object a line', () => {
    const [first, ...rest] = told({ json: true }).map((line) => JSON.parse(line) as object);
    expect(first).toEqual({
      step: 3,
      did: 'review.claimed',
      who: '林审',
      role: 'Reviewer',
      text: 'claims application KT1',
      sees: [
        { kind: 'says', text: 'In review' },
        { kind: 'sms', text: 'Your application is looked at.' },
      ],
      at: '2027-03-15T04:00:00.000Z',
    });
    expect(rest).toMatchObject([{ step: 3, did: 'sell.declined', who: 'The terminal' }]);
  });
});
