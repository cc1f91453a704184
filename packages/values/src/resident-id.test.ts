import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from './day.ts';
import { makeResidentId, residentId } from './resident-id.ts';

const people = fc.record({
  region: fc.constantFrom('110101', '440300', '650102', '810000', '820000', '830000', '911100'),
  birthday: fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day('1920-01-01'), n)),
  seq: fc.integer({ min: 0, max: 999 }),
});

describe('residentId', () => {
  it('reads the sample of the standard', () => {
    // GB 11643-1999, the worked example: a check digit of X.
    expect(residentId('11010519491231002x ')).toEqual({
      ok: true,
      number: '11010519491231002X',
      region: '110105',
      birthday: '1949-12-31',
      sex: 'female',
    });
  });

  it('reads numbers of 15 digits, as issued before 1999', () => {
    expect(residentId('110105491231003')).toMatchObject({
      ok: true,
      birthday: '1949-12-31',
      sex: 'male',
    });
  });

  it.each([
    ['1101051949123100', 'format'],
    ['11010519491231002Y', 'format'],
    ['1101051949123100２X', 'format'],
    ['', 'format'],
    ['001010194912310021', 'region'],
    ['990101491231003', 'ok'],
    ['110105194902300029', 'birthday'],
    ['110105491331003', 'birthday'],
    ['110105189912310023', 'birthday'],
    ['110105194912310021', 'checkDigit'],
  ])('says of %j: %s', (text, reason) => {
    const read = residentId(text);
    expect(read.ok ? 'ok' : read.reason).toBe(reason);
  });

  it('accepts every number that it makes, residence permits included', () => {
    fc.assert(
      fc.property(people, (person) => {
        const sex = person.seq % 2 === 1 ? 'male' : 'female';
        const { birthday, region } = person;
        expect(residentId(makeResidentId(person))).toMatchObject({
          ok: true,
          birthday,
          region,
          sex,
        });
      }),
    );
  });

  it('notices any single wrong digit', () => {
    fc.assert(
      fc.property(people, fc.nat(16), fc.integer({ min: 1, max: 9 }), (person, at, by) => {
        const right = makeResidentId(person);
        const digit = String((Number(right[at]) + by) % 10);
        expect(residentId(right.slice(0, at) + digit + right.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  it('notices any two neighbours swapped', () => {
    fc.assert(
      fc.property(people, fc.nat(15), (person, at) => {
        const right = makeResidentId(person);
        const swapped =
          right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2);
        expect(residentId(swapped).ok).toBe(swapped === right);
      }),
    );
  });
});
