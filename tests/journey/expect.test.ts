import { describe, expect, it } from 'vitest';
import { HouseRefused } from './asking.ts';
import { found, mustBe, mustRefuse, until } from './expect.ts';

const refused = async (code: string) => {
  throw new HouseRefused('POST /v1/x', { status: 409, code, detail: 'No.' });
};

describe('what the story insists on', () => {
  it('compares values and says both', () => {
    expect(() => mustBe('the sum', { seen: 1n, wanted: 1n })).not.toThrow();
    expect(() => mustBe('the sum', { seen: 1n, wanted: 2n })).toThrow(
      'the sum: expected "2", but saw "1".',
    );
  });

  it('wants things to be there', () => {
    expect(found(0, 'nothing')).toBe(0);
    expect(() => found(undefined, 'The order is gone.')).toThrow('The order is gone.');
  });

  it('looks until it is there', async () => {
    const looks = [undefined, undefined, 'there'];
    await expect(until('it', async () => looks.shift())).resolves.toBe('there');
  });

  it('wants a no, with its code', async () => {
    await expect(mustRefuse('order.notPayable', () => refused('order.notPayable'))).resolves.toBe(
      'No.',
    );
    await expect(mustRefuse('order.notPayable', () => refused('code.wrong'))).rejects.toThrow(
      'expected "order.notPayable", but saw "code.wrong"',
    );
    await expect(mustRefuse('order.notPayable', async () => 'yes')).rejects.toThrow(
      'Expected the refusal order.notPayable, but the house said yes.',
    );
  });
});
