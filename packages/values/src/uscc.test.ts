import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeUscc, uscc } from './uscc.ts';

const characters = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
const organisations = fc.record({
  authority: fc.constantFrom('1', '5', '9', 'A', 'N', 'Y'),
  kind: fc.constantFrom('1', '2', '3', '9'),
  region: fc.constantFrom('110000', '310115', '440300'),
  organisation: fc
    .array(fc.constantFrom(...characters), { minLength: 8, maxLength: 8 })
    .map((parts) => parts.join('')),
});

describe('uscc', () => {
  it('reads a code as printed', () => {
    const code = makeUscc({ region: '440300', organisation: '19245866' });
    expect(uscc(` ${code.toLowerCase()} `)).toEqual({
      ok: true,
      code,
      authority: '9',
      kind: '1',
      region: '440300',
      organisation: code.slice(8, 17),
    });
  });

  // Made by others, so that our maker and our reader can not be wrong together: codes of listed
  // companies, one with X inside, and one that ends in a digit.
  it.each(['91110000600037341L', '9144030071526726XG', '914403001922038216'])(
    'reads %s, a code from the public register',
    (code) => {
      expect(uscc(code).ok).toBe(true);
    },
  );

  it('accepts every code that it makes, village collectives included', () => {
    fc.assert(
      fc.property(organisations, (parts) => {
        expect(uscc(makeUscc(parts)).ok).toBe(true);
      }),
    );
  });

  it('accepts codes whose check character is 0', () => {
    const codes = Array.from({ length: 400 }, (_, n) =>
      makeUscc({ region: '310115', organisation: String(n).padStart(8, '0') }),
    );
    const endInZero = codes.filter((code) => code.endsWith('0'));
    // One in 31: a known bug of other checkers is to refuse exactly these.
    expect(endInZero.length).toBeGreaterThan(5);
    expect(endInZero.every((code) => uscc(code).ok)).toBe(true);
  });

  it.each(['', '91440300192458', '91440300I92458660X', '9144030019245866', '9A44O300192458660X'])(
    'refuses the form of %j',
    (text) => {
      expect(uscc(text)).toEqual({ ok: false, reason: 'format' });
    },
  );

  it('notices any single wrong character', () => {
    fc.assert(
      fc.property(organisations, fc.nat(17), fc.constantFrom(...characters), (parts, at, other) => {
        const right = makeUscc(parts);
        const wrong = right.slice(0, at) + other + right.slice(at + 1);
        expect(uscc(wrong).ok).toBe(wrong === right);
      }),
    );
  });

  it('notices a code that checks outside but not inside', () => {
    const right = makeUscc({ region: '440300', organisation: '19245866' });
    // Any wrong inner check, with the outer check made to fit: exactly one last character does.
    const inner = right.charAt(16) === '5' ? '6' : '5';
    const reasons = characters.map((last) => {
      const read = uscc(right.slice(0, 16) + inner + last);
      return read.ok ? 'ok' : read.reason;
    });
    expect(reasons.filter((reason) => reason !== 'checkDigit')).toEqual(['organisationCode']);
  });
});
